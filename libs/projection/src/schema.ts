import type { Schema } from '@docketwire/platform';
import { CASE_DEFENDANT, CASE_STATE, FEED_CHANGE } from './entities.js';
import { Spine1763800000000 } from './migrations/1763800000000-spine.js';
import { Moments1763800200000 } from './migrations/1763800200000-moments.js';

export const PROJECTION_SCHEMA: Schema = {
  name: 'projection',
  entities: [CASE_STATE, CASE_DEFENDANT, FEED_CHANGE],
  migrations: [Spine1763800000000, Moments1763800200000],
};
