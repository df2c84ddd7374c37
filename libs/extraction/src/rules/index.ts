import { APPEALS_HEARD } from './appeals.js';
import { CHARGING } from './charging.js';
import { CUSTODY } from './custody.js';
import { DISMISSALS } from './dismissals.js';
import { PLEAS_ENTERED } from './pleas.js';
import { SENTENCES } from './sentences.js';
import type { Rule } from './rule.js';
import { VERDICTS } from './verdicts.js';

export const RULES: readonly Rule[] = [...CHARGING, ...PLEAS_ENTERED, ...VERDICTS, ...DISMISSALS, ...SENTENCES, ...APPEALS_HEARD, ...CUSTODY];

/** A sentence without any of these stems reports no step: most sentences of most articles stop here. */
export const MENTIONS_STEP = /charg|indict|arraign|arrest|custody|nabb|nabs|busted|apprehend|caught by|detained|surrender|turned|plead|pled|plea|guilty|contest|innocent|denie|deny|admit|convict|verdict|acquit|clear|exonerat|evidence|mistrial|jury|trial|dismiss|dropp|drop|withdr|discontinu|quash|toss|thr[eo]w|abandon|struck|strike|nolle|stay|lie on|unfit|incompetent|divers|deferr|abate|transfer|sentenc|jail|imprison|handed|hands|given|gave|gives|receiv|gets|got|serving|serves|ordered|fined|fines|condemn|reduc|cut|increas|commut|impos|appeal|challeng|overturn|vacat|revers|set aside|nullif|annul|reinstat|releas|freed|free|bail|bond|parole|remand|extradit|pardon|clemency|enhancement|upgrad|downgrad|amend|refil|committed|bound over|sent for|declin|prosecut|no bill|investigat|diversion|counts?\b|responsible|slapped|hit with|summons|named in|framed/;
export type { Rule, Who } from './rule.js';
