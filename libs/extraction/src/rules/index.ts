import { APPEALS_HEARD } from './appeals.js';
import { CHARGING } from './charging.js';
import { CUSTODY } from './custody.js';
import { DISMISSALS } from './dismissals.js';
import { PLEAS_ENTERED } from './pleas.js';
import { SENTENCES } from './sentences.js';
import type { Rule } from './rule.js';
import { VERDICTS } from './verdicts.js';

/** Rules that share their stems: a sentence without any of these is not read by any of them, which spares most of the work. */
type Family = Readonly<{ stems: RegExp; rules: readonly Rule[] }>;

const FAMILIES: readonly Family[] = [
  { stems: /charg|indict|arraign|docked|counts?\b|enhancement|summon|named in|slapped|hit with|served with|faces? |facing|committed|bound over|sent f|stand trial|refil|re-fil|reviv|reinstat|brought again|declin|no bill|no further|decided not|refused|opted not|chose not|not be |not face|investigat|\brap\b|framed|complaint/, rules: CHARGING },
  { stems: /plea|pled|guilty|contest|innocent|deni|deny|admit|contendere/, rules: PLEAS_ENTERED },
  { stems: /guilty|responsible|acquit|exonerat|clear|evidence|convict|verdict|mistrial|\bjur|trial|opening|accept|pardon|clemency|deadlocked|hung/, rules: VERDICTS },
  { stems: /drop|dismiss|withdr|thr[eo]w|toss|discontinu|str[iu]ck|strikes out|quash|abandon|nolle|nolled|discharg|set aside|scrap|vacat|stay|hold|lie on|unfit|incompetent|not fit|not competent|diversion|deferred|rehabilitation|intervention|abated|transferred|moved|den[iy]|reject|refus|turned down|nol pros/, rules: DISMISSALS },
  { stems: /sentenc|jail|prison|condemn|hand|gave|gives|given|slapped|receiv|gets|got|getting|award|serv|ordered|fine|reduc|cut|increas|commut|doubl|length|upped|impos|pass|locked|behind bars|caged|banged|-(?:year|month|week|day)|life|death/, rules: SENTENCES },
  { stems: /overturn|quash|vacat|revers|set aside|sets aside|thr[eo]w|annul|nullif|void|toss|wiped|new trial|retrial|reinstat|restored|dismissal|appeal|challeng|court|upheld|uphold|affirm|justices|lost|los(?:es|ing)/, rules: APPEALS_HEARD },
  { stems: /arrest|apprehend|nab|busted|custody|caught|detain|turn|hand|surrender|extradit|releas|freed|free|parole|grant|given|gave|bail|bond|posts?|made|paid|held|remand|walk|denied|refused/, rules: CUSTODY },
];

export const RULES: readonly Rule[] = FAMILIES.flatMap(({ rules }) => rules);

const RANK: ReadonlyMap<Rule, number> = new Map(RULES.map((rule, index) => [rule, index]));

/** Of two rules that match alike, the one with the lower rank counts. */
export const rankOf = (rule: Rule): number => RANK.get(rule) ?? RULES.length;

/** The rules that may match a line. */
export function rulesFor(norm: string): readonly Rule[] {
  return FAMILIES.flatMap(({ stems, rules }) => (stems.test(norm) ? rules : []));
}

export type { Rule, Who } from './rule.js';
