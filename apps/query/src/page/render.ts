import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CaseListPage } from './case-list.js';
import type { CaseListProps } from './case-list.js';
import { CasePage } from './case-page.js';
import type { CasePageProps } from './case-page.js';
import { ErrorPage } from './error-page.js';
import type { ErrorPageProps } from './error-page.js';
import { FollowUpPage } from './follow-up-page.js';
import type { FollowUpPageProps } from './follow-up-page.js';

const DOCTYPE = '<!doctype html>\n';

export const renderCase = (props: CasePageProps): string => DOCTYPE + renderToString(h(CasePage, props));
export const renderList = (props: CaseListProps): string => DOCTYPE + renderToString(h(CaseListPage, props));
export const renderFollowUps = (props: FollowUpPageProps): string => DOCTYPE + renderToString(h(FollowUpPage, props));
export const renderError = (props: ErrorPageProps): string => DOCTYPE + renderToString(h(ErrorPage, props));
