import { ADV, POSSESSOR, WAS, words } from './rule.js';
import type { Rule } from './rule.js';

const SET_ASIDE = '(?:overturned|quashed|vacated|reversed|set aside|thrown out|annulled|nullified|voided|wiped)';
const SETS_ASIDE = '(?:overturned|overturns|overturning|quashed|quashes|quashing|vacated|vacates|vacating|reversed|reverses|reversing|set aside|sets aside|threw out|throws out|nullified|annulled|voided|tossed(?: out)?)';
const VERDICT = '(?:convictions?|verdicts?|guilty verdicts?|sentences?|rape convictions?)';
const REFUSED = '(?:dismissed|rejected|denied|thrown out|refused|turned down|unsuccessful)';
const REFUSES = '(?:dismissed|dismisses|dismissing|rejected|rejects|rejecting|denied|denies|denying|refused|refuses|refused to hear|declined to hear|declines to hear|turned down|threw out|snubbed|snubs)';

export const APPEALS_HEARD: readonly Rule[] = [
  { id: 'vacated.passive', event: 'vacated', who: 'trial', pattern: words(String.raw`${VERDICT} (?:(?:against|of|for|in) [^.;]{0,60}? )?${WAS} ${ADV}${SET_ASIDE}`), endedBy: 'court' },
  { id: 'vacated.active', event: 'vacated', who: 'trial', pattern: words(String.raw`${SETS_ASIDE} (?:the |${POSSESSOR} |all |both |an? )?(?:[^@.;,]{0,40}? )?${VERDICT}(?: of @| against @)?`), endedBy: 'court' },
  { id: 'vacated.had', event: 'vacated', who: 'subject', pattern: words(String.raw`(?:had|has|have|having) (?:his|her|their|the|both) (?:\S+ ){0,4}?${VERDICT} ${ADV}${SET_ASIDE}`), endedBy: 'court' },
  { id: 'vacated.retrial', event: 'vacated', who: 'trial', pattern: words(String.raw`(?:ordered|granted|orders|grants|won|awarded) (?:@ )?(?:an? )?(?:new trial|retrial)(?: for @)?`), endedBy: 'court', confidence: 0.8 },
  { id: 'reinstated', event: 'conviction_reinstated', who: 'trial', pattern: words(String.raw`(?:reinstated|reinstates|restored) (?:the |${POSSESSOR} )?(?:\S+ ){0,3}?convictions?|convictions? ${WAS} ${ADV}(?:reinstated|restored)`) },
  { id: 'dismissal.reversed', event: 'dismissal_reversed', who: 'charge', pattern: words(String.raw`(?:reversed|overturned|reverses) (?:the |a )?(?:\S+ ){0,2}?dismissal(?: of [^.;]{0,40}? against @)?|dismissal ${WAS} ${ADV}(?:reversed|overturned)|(?:reinstated|reinstates) (?:the |all )?(?:\S+ ){0,3}?charges(?: against @)?`) },
  { id: 'appeal.withdrawn', event: 'appeal_withdrawn', who: 'subject', pattern: words(String.raw`(?:withdrew|withdrawn|withdraws|abandoned|dropped|drops) (?:an? |the |his |her |their |its )?(?:\S+ ){0,2}?appeals?`) },
  { id: 'appeal.dismissed.passive', event: 'appeal_dismissed', who: 'trial', pattern: words(String.raw`appeals? (?:(?:by|against|of|from|to|for|over) [^.;]{0,60}? )?${WAS} ${ADV}${REFUSED}|appeals? (?:failed|fails|was unsuccessful)`), endedBy: 'court' },
  { id: 'appeal.dismissed.active', event: 'appeal_dismissed', who: 'trial', pattern: words(String.raw`${REFUSES} (?:the |an? |${POSSESSOR} |leave to )?(?:[^@.;,]{0,30}? )?(?:appeals?|leave to appeal)(?: (?:by|of|from) @)?`), endedBy: 'court' },
  { id: 'appeal.upheld', event: 'appeal_dismissed', who: 'trial', pattern: words(String.raw`(?:upheld|upholds|upholding|affirmed|affirms|confirmed|confirms) (?:the |${POSSESSOR} |an? |two |both )?(?:[^@.;,]{0,40}? )?${VERDICT}(?: (?:of|against|for) @)?|${VERDICT} (?:(?:against|of|for|in) [^.;]{0,40}? )?${WAS} ${ADV}(?:upheld|affirmed|confirmed)`), endedBy: 'court', confidence: 0.85 },
  { id: 'appeal.lost', event: 'appeal_dismissed', who: 'subject', pattern: words(String.raw`(?:lost|loses|losing|failed in|fails in) (?:an? |the |his |her |their )?(?:\S+ ){0,4}?(?:appeals?|bids? to (?:overturn|quash|appeal|have \w+ \w+ (?:overturned|quashed|reduced|cut)))|ha[sd] (?:an? |the |his |her |their )?appeals? ${REFUSED}`), endedBy: 'court' },
  { id: 'appeal.allowed', event: 'appeal_allowed', who: 'trial', pattern: words(String.raw`appeals? (?:(?:by|against|of) [^.;]{0,50}? )?${WAS} ${ADV}(?:allowed|upheld|granted|successful)|(?:won|wins|allowed|upheld|granted) (?:an? |the |${POSSESSOR} )?(?:\S+ ){0,2}?appeals?(?! (?:date|hearing|bond))|${POSSESSOR} successful appeal`), endedBy: 'court', confidence: 0.85 },
  { id: 'appeal.verb', event: 'appeal_filed', who: 'subject', pattern: words(String.raw`(?:re-?)?(?:appealed|appeals|appealing)(?= (?:against|the|his|her|their|to the (?:\S+_)?court|to the supreme|to (?:\S+_)\S+|for (?:an? )?(?:reduction|acquittal)|both|it|@))|challeng(?:ed|es|ing) (?:the|his|her|their) (?:\S+ ){0,2}?(?:convictions?|sentences?|verdicts?)`), confidence: 0.85 },
  { id: 'appeal.filed', event: 'appeal_filed', who: 'subject', pattern: words(String.raw`(?:filed|lodged|launched|lodges|files|filing|entered|lodging) (?:an? |his |her |their |the |its )?(?:notices? of |\S+ )?appeals?|took (?:it|@ 's case|his case|her case|the case) to (?:the |an? )?(?:court_of_appeal|appeals? court|\S*court_of_appeals?|supreme_court|court of appeal)`) },
  { id: 'appeal.asked', event: 'appeal_filed', who: 'subject', pattern: words(String.raw`(?:asked|asks|petitioned) (?:the |an? )?(?:\S+ ){0,3}?(?:\S*court\S*|justices|judges) (?:of appeals? |of_appeals? )?to (?:overturn|review|hear|throw out|reverse|quash|reconsider|set aside)`), confidence: 0.8 },
  { id: 'appeal.heard', event: 'appeal_filed', who: 'trial', pattern: words(String.raw`(?:heard|hears|considered|agreed to hear|agreed to consider) (?:an? |the |${POSSESSOR} )?(?:[^@.;,]{0,30}? )?appeals?`), confidence: 0.75 },
  { id: 'appeal.own', event: 'appeal_filed', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:\S+ ){0,2}?appeals? (?=(?:against|was|is|to the|argued|hearing|of (?:his|her|the)))`), confidence: 0.7 },
];
