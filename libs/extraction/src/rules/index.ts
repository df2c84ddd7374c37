import { APPEALS_HEARD } from './appeals.js';
import { CHARGING } from './charging.js';
import { CUSTODY } from './custody.js';
import { DISMISSALS } from './dismissals.js';
import { PLEAS_ENTERED } from './pleas.js';
import { SENTENCES } from './sentences.js';
import type { Rule } from './rule.js';
import { VERDICTS } from './verdicts.js';

export const RULES: readonly Rule[] = [...CHARGING, ...PLEAS_ENTERED, ...VERDICTS, ...DISMISSALS, ...SENTENCES, ...APPEALS_HEARD, ...CUSTODY];

/**
 * Without one of these stems no rule of the family (the first word of its id) can match: the cheap question that spares
 * most sentences most rules. A family that is not here is always asked.
 */
const STEMS: Readonly<Record<string, RegExp>> = {
  charged: /charg|counts?\b|\brap\b|complaint|summon|information/,
  indicted: /indict/,
  arraigned: /arraign|docked/,
  amended: /enhancement|upgrad|downgrad|reduced|amended|lowered|upped/,
  superseding: /superseding/,
  committed: /committed|bound over|sent f|stand trial/,
  refiled: /re-?fil|re-?instat|brought again|revived/,
  declined: /declin|decided not|refused|opted not|chose not|no (?:criminal |further )?(?:charges|action)|no (?:true )?bill|without charge|not be|not face/,
  investigated: /investigat/,
  plea: /plea|pled|deni|deny|admit/,
  'not-responsible': /responsible|reason of|due to/,
  acquitted: /acquit|exonerat|clear|guilty|evidence/,
  convicted: /convict|guilty|plea/,
  mistrial: /mistrial|jur|deadlocked|hung/,
  trial: /trial|selection|opening/,
  pardoned: /pardon|clemency/,
  dismissed: /drop|dismiss|withdr|thr[eo]w|toss|discontinu|str[iu]ck|strikes|quash|abandon|noll?e|nol |discharg|set aside|scrap|vacated/,
  dismissal: /dismissal|reinstat/,
  sentenced: /sentenc|jail|prison|condemn|hand|gave|gives|given|slapped|receiv|gets|got|getting|award|serv|order|fine|reduc|cut|increas|commut|doubl|length|upped|impos|pass|locked|bars|caged|banged|sent |sends|spared/,
  stayed: /stay|hold|lie on|unfit|incompetent|not fit|not competent/,
  diverted: /diversion|deferred|rehabilitation|intervention/,
  abated: /abated/,
  transferred: /transferred|moved/,
  motion: /motion|request|bid|application|petition/,
  vacated: /overturn|quash|vacat|revers|set aside|sets aside|thr[eo]w|annul|nullif|void|toss|wiped|trial/,
  reinstated: /reinstat|restored/,
  appeal: /appeal|challeng|bid|court|justices|judges|upheld|uphold|affirm|confirm/,
  arrested: /arrest|apprehend|nab|busted|custody|caught|detained|turn|hand|surrender/,
  extradited: /extradit/,
  released: /releas|freed|free|parole|bail|bond/,
  custody: /bail|bond|parole|custody|remand/,
};

type Family = Readonly<{ stems: RegExp; rules: readonly Rule[] }>;

const FAMILIES: readonly Family[] = [...Map.groupBy(RULES, ({ id }) => id.split('.')[0] ?? '')].map(([name, rules]) => ({ stems: STEMS[name] ?? /(?:)/, rules }));

const RANK: ReadonlyMap<Rule, number> = new Map(RULES.map((rule, index) => [rule, index]));

/** Of two rules that match alike, the one with the lower rank counts. */
export const rankOf = (rule: Rule): number => RANK.get(rule) ?? RULES.length;

/** The rules that may match a line. */
export function rulesFor(norm: string): readonly Rule[] {
  return FAMILIES.flatMap(({ stems, rules }) => (stems.test(norm) ? rules : []));
}

export type { Rule } from './rule.js';
