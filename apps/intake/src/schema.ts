import type { Schema } from '@docketwire/platform';
import { Receipt1763800100000 } from './migrations/1763800100000-receipt.js';

/** The one schema that intake alone owns. It is written by SQL: no entities. */
export const INTAKE_SCHEMA: Schema = { name: 'intake', entities: [], migrations: [Receipt1763800100000] };
