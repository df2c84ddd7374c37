import type { Schema } from '@docketwire/platform';
import { Extract1763800000001 } from './migrations/1763800000001-extract.js';

export const EXTRACT_SCHEMA: Schema = { name: 'extract', entities: [], migrations: [Extract1763800000001] };

export const OFFSET_TABLE = 'extract.consumer_offset';
