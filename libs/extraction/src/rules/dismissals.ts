import { ADV, CHARGES, POSSESSOR, WAS, words } from './rule.js';
import type { Rule } from './rule.js';

const ENDED = '(?:dropped|dismissed|withdrawn|thrown out|tossed(?: out)?|discontinued|struck out|quashed|abandoned|nolle prossed|nolled|discharged|set aside|scrapped|vacated)';
const ENDING = '(?:dropped|dropping|drop|drops|dismissed|dismisses|dismissing|dismiss|withdrew|withdraw|withdraws|withdrawing|abandoned|abandon|discontinued|discontinue|threw out|throws out|tossed(?: out)?|tosses|quashed|quashes|struck out|strikes out|scrapped|discharged)';

/** What ends or halts a charge without a verdict. */
export const DISMISSALS: readonly Rule[] = [
  { id: 'dismissed.passive', event: 'dismissed', who: 'charge', pattern: words(String.raw`${CHARGES} (?:(?:against|facing|of|for|in|over|relating|related|involving|stemming|filed|brought) [^.;]{0,80}? )?${WAS} ${ADV}${ENDED}`) },
  { id: 'dismissed.had', event: 'dismissed', who: 'subject', pattern: words(String.raw`(?:had|has|have) (?:the |his |her |their |all |both |its )?(?:\S+ ){0,4}?${CHARGES} (?:against (?:@|him|her|them) )?${ADV}${ENDED}`) },
  { id: 'dismissed.active', event: 'dismissed', who: 'charge', pattern: words(String.raw`${ENDING} (?:(?!appeals?|motions?|lawsuits?|suits?|petitions?|applications?|claims?)[^@.;,\s]+ ){0,7}?(?:@ 's )?(?:(?!appeals?|motions?|lawsuits?)\S+ ){0,3}?${CHARGES}(?: (?:[^@.;,]{0,50}? )?against @)?`) },
  { id: 'dismissed.headline', event: 'dismissed', who: 'charge', pattern: words(String.raw`charges? (?:against @ )?(?:dropped|dismissed|withdrawn|thrown out)`), confidence: 0.8 },
  { id: 'dismissed.relative', event: 'dismissed', who: 'charge', pattern: words(String.raw`(?:charges?|counts?|case|indictment) (?:that |which )?(?:(?:federal |state |local |the )?prosecutors?|the crown|the state|@|a court|the court) (?:had |have |has |later |then |# ){0,3}(?:dropped|dismissed|withdrew|withdrawn|threw out|discontinued|abandoned)`), confidence: 0.85 },
  { id: 'dismissed.discharged', event: 'dismissed', who: 'patient', pattern: words(String.raw`discharged(?! from|,? (?:and|&) acquitted)|discharges(?= @)`), endedBy: 'court', mechanism: 'discharged', confidence: 0.75 },
  { id: 'dismissed.nolle', event: 'dismissed', who: 'charge', pattern: words(String.raw`(?:entered|filed|enters|entering) (?:an? )?(?:nolle prosequi|nolle pros|nol pros|notice of (?:nolle prosequi|discontinuance|dismissal))`), endedBy: 'prosecution', mechanism: 'nolle_prosequi' },
  { id: 'stayed.charge', event: 'stayed', who: 'charge', pattern: words(String.raw`${CHARGES} (?:[^.;]{0,60}? )?${WAS} ${ADV}(?:stayed|put on hold|left to lie on (?:the )?file|ordered to lie on (?:the )?file)|(?:stayed|stays|staying) (?:the |all |his |her |their )?(?:\S+ ){0,4}?${CHARGES}(?: [^@.;,]{0,30}? against @| against @)?`) },
  { id: 'stayed.unfit', event: 'stayed', who: 'patient', pattern: words(String.raw`(?:found|ruled|declared|deemed) (?:@ )?(?:mentally )?(?:unfit|incompetent|not fit|not competent)(?: to (?:stand trial|plead))?`), mechanism: 'unfit', confidence: 0.85 },
  { id: 'diverted', event: 'diverted', who: 'subject', pattern: words(String.raw`(?:entered|enters|granted|accepted into|admitted to|placed (?:on|in)|enrolled in|reached|signed|given|agreed to) (?:an? |the )?(?:\S+ ){0,3}?(?:diversion|deferred[ -]prosecution(?: agreement)?|deferred[ -]adjudication|accelerated rehabilitation|pre-?trial intervention)`) },
  { id: 'abated', event: 'abated', who: 'charge', pattern: words(String.raw`${CHARGES} (?:against @ )?(?:[^@.;,]{0,20}? )?${WAS} ${ADV}abated|abated (?:the )?(?:\S+ ){0,3}${CHARGES}`), endedBy: 'death' },
  { id: 'transferred', event: 'transferred', who: 'charge', pattern: words(String.raw`(?:case|charges?) (?:against @ )?(?:[^@.;,]{0,20}? )?${WAS} ${ADV}(?:transferred|moved) to (?:the )?(?:\S+ ){0,3}\S*court`), confidence: 0.8 },
  { id: 'motion.denied', event: 'motion_denied', who: 'charge', pattern: words(String.raw`(?:denied|denies|rejected|rejects|refused|dismissed|turned down) (?:an? |the |${POSSESSOR} )?(?:[^@.;,]{0,40}? )?(?:motions?|requests?|bids?|applications?|petitions?) (?:by @ |from @ )?(?:to (?:dismiss|drop|throw out|quash|suppress|withdraw|have|move)|for (?:an? )?(?:new trial|dismissal|acquittal|mistrial|retrial))|motions? (?:to dismiss|for (?:an? )?(?:new trial|dismissal|acquittal)) (?:[^@.;,]{0,30}? )?${WAS} ${ADV}(?:denied|rejected|dismissed|refused)`) },
];
