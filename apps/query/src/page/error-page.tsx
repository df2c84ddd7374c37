import type { JSX } from 'preact';
import { Layout } from './layout.js';

export type ErrorPageProps = Readonly<{ status: number; title: string }>;

const ADVICE: Readonly<Record<number, string>> = {
  400: 'The address has a part that cannot be read, such as a date that does not exist.',
  404: 'The case may have been withdrawn, or the address may be mistyped.',
  503: 'The record cannot be reached at the moment. Please try again shortly.',
};

export function ErrorPage({ status, title }: ErrorPageProps): JSX.Element {
  return (
    <Layout title={title} indexed={false}>
      <p class="eyebrow">{status}</p>
      <h1>{title}</h1>
      <p>{ADVICE[status] ?? 'Something went wrong on our side.'}</p>
      <p><a href="/cases">All cases</a></p>
    </Layout>
  );
}
