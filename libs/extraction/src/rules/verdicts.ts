import { ADV, POSSESSOR, words } from './rule.js';
import type { Rule } from './rule.js';

const FOR = String.raw`(?:for|against|on|of|in the (?:case|trial) of|in)`;
const MIND = String.raw`(?:by reason of (?:insanity|mental \w+|\w+ incapacity)|due to (?:insanity|mental illness))`;

/** What ends a trial. */
export const VERDICTS: readonly Rule[] = [
  { id: 'not-responsible.found', event: 'not_responsible', who: 'patient', pattern: words(String.raw`(?:found|finds|ruled|declared) (?:@ (?:[^@.;]{0,40}? )?)?(?:was |were |to be )?not (?:criminally responsible|guilty ${MIND})`) },
  { id: 'acquitted.verb', event: 'acquitted', who: 'patient', pattern: words(String.raw`acquitted|acquits|acquitting|exonerated|exonerates`) },
  { id: 'acquitted.cleared', event: 'acquitted', who: 'patient', pattern: words(String.raw`(?:cleared|clears)(?= (?:@ )?of (?!the|all wrongdoing|snow))|cleared(?= (?:@ )?of (?:the |all )(?:charges?|\w+ (?:charges?|counts?)))`), confidence: 0.9 },
  { id: 'acquitted.found', event: 'acquitted', who: 'patient', pattern: words(String.raw`(?:found|finds|ruled|declared|finding) (?:@ (?:[^@.;]{0,50}? )?)?(?:was |were |to be )?not guilty(?! ${MIND})`) },
  { id: 'acquitted.took', event: 'acquitted', who: 'last', pattern: words(String.raw`took [^@.;]{1,40} to (?:acquit @|clear @|find @ (?:, [^@.;]{1,20} , )?not guilty)`), endedBy: 'jury' },
  { id: 'convicted.took', event: 'convicted', who: 'last', pattern: words(String.raw`took [^@.;]{1,40} to (?:convict @|find @ (?:, [^@.;]{1,20} , )?guilty)`) },
  { id: 'acquitted.but', event: 'acquitted', who: 'subject', pattern: words('(?:but|and|though) not guilty(?= (?:of|on))') },
  { id: 'acquitted.verdict', event: 'acquitted', who: 'trial', pattern: words(String.raw`not[ -]guilty verdicts?(?: ${FOR} @)?|verdicts? of not guilty`), confidence: 0.85 },
  { id: 'acquitted.own', event: 'acquitted', who: 'first', pattern: words(String.raw`${POSSESSOR} acquittal`), confidence: 0.9 },
  { id: 'acquitted.noun', event: 'acquitted', who: 'last', pattern: words('acquittal of @'), confidence: 0.9 },
  { id: 'acquitted.no-evidence', event: 'acquitted', who: 'charge', pattern: words(String.raw`(?:offered|offer|offers|offering) no evidence(?: against @)?`), endedBy: 'prosecution', mechanism: 'no_evidence_offered' },
  { id: 'convicted.verb', event: 'convicted', who: 'patient', pattern: words('convicted|convicts|convicting|re-?convicted') },
  { id: 'convicted.found', event: 'convicted', who: 'patient', pattern: words(String.raw`(?:found|finds|finding|declared|ruled) (?:(?:@ , |@ and |@ , and ){0,4}@ (?:, [^@.;]{1,40} , |(?:(?!not\b|of\b)[^@.;, ]+ ){1,8})?)?(?:was |were |to be )?(?:jointly |both |all )?guilty`) },
  { id: 'convicted.verdict', event: 'convicted', who: 'trial', pattern: words(String.raw`(?<!not )guilty verdicts?(?: ${FOR} @)?|verdicts? of guilty`), confidence: 0.9 },
  { id: 'convicted.own', event: 'convicted', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:\S+ ){0,2}?convictions?`), confidence: 0.85 },
  { id: 'convicted.noun', event: 'convicted', who: 'last', pattern: words('(?:convictions?|conviction and (?:sentence|sentencing)) of @'), confidence: 0.85 },
  { id: 'convicted.accepted', event: 'convicted', who: 'trial', pattern: words(String.raw`(?:accepted|accepts|accepting) ${POSSESSOR} (?:\S+ ){0,3}pleas?(?! but)|(?:accepted|accepts) the pleas?(?! but)`), confidence: 0.85 },
  { id: 'mistrial.declared', event: 'mistrial', who: 'trial', pattern: words(String.raw`(?:declared|declares|ordered|granted|declaring) (?:an? )?mistrial(?: ${FOR} @)?|(?:ended|ends|resulted|ending) ${ADV}(?:in|with) (?:an? )?(?:mistrial|hung jury|deadlocked jury)|jur(?:y|ors) (?:was|were|had|has|have|is|are)?\s?(?:deadlocked|hung|failed to reach|could not reach|was unable to reach|were unable to reach)|mistrial (?:was|were|has been) ${ADV}declared|(?:deadlocked|hung) jury`), confidence: 0.9 },
  { id: 'trial.went', event: 'trial_started', who: 'subject', pattern: words(String.raw`(?:went|gone|goes|go|is|are|was|were|currently) on trial|(?:stood|stands|standing) trial`), confidence: 0.85 },
  { id: 'trial.began', event: 'trial_started', who: 'charge', pattern: words(String.raw`trials? (?:of @ |against @ )?(?:, [^.;]{1,120}? , )?(?:\S+ ){0,4}?(?:began|begins|begun|opened|opens|started|starts|got under way|got underway|is underway|is under way|continues|continued)|(?:jury selection|opening statements|opening arguments) (?:\S+ ){0,4}?(?:began|begins|started|opened|were heard|got under way)|(?:gave|heard) opening (?:statements|arguments)`), confidence: 0.85 },
  { id: 'pardoned.verb', event: 'pardoned', who: 'patient', pattern: words('pardoned|pardons(?= @)'), endedBy: 'executive' },
  { id: 'pardoned.noun', event: 'pardoned', who: 'subject', pattern: words(String.raw`(?:received|granted|given|receives|won) (?:an? )?(?:\S+ ){0,3}(?:pardon|clemency)`), endedBy: 'executive', confidence: 0.85 },
  { id: 'pardoned.for', event: 'pardoned', who: 'last', pattern: words(String.raw`(?:issued|granted|grants|signed) (?:an? )?(?:\S+ ){0,3}pardons? (?:to|for|of) @`), endedBy: 'executive' },
];
