import { ADV, GAP, POSSESSOR, WAS, words } from './rule.js';
import type { Rule } from './rule.js';

const LAID = '(?:filed|files|filing|laid|lays|added|adds|brought|brings|preferred|pressed|lodged|levelled|leveled|slapped|announced|approved|authorized|authorised|issued)';

/** From suspicion to the court of trial. */
export const CHARGING: readonly Rule[] = [
  { id: 'charged.verb', event: 'charged', who: 'patient', pattern: words(String.raw`(?:re-?)?charged(?! (?:by the (?:hour|day)|up|at|into|through|towards?|past|[$£€]\S+|fees?|@ (?!with|over|in|for|after|on|under|#|\.|,|:|;|and|last|this|following|by|\()))|charges(?= @ (?:with|over|in|for))|charge(?= @ with)|charging(?= @ with)`) },
  { id: 'charged.faces', event: 'charged', who: 'subject', pattern: words(String.raw`(?:faces|face|faced|facing) (?:[^@.;]{0,60}? )?(?:charges?|counts?|rap)`), confidence: 0.85 },
  { id: 'charged.answers', event: 'charged', who: 'subject', pattern: words(String.raw`(?:slapped|hit|served) with ${GAP}(?:charges?|counts?)|summon(?:s)?ed to (?:appear|court|face)|named in (?:an?|the) ${GAP}(?:complaint|charge sheet|chargesheet)`), confidence: 0.85 },
  { id: 'charged.laid', event: 'charged', who: 'last', pattern: words(String.raw`${LAID} (?:[^@.;]{0,60}? )?(?:charges?|counts?|complaint|information|chargesheet)(?: [^@.,;]{0,60}?)? (?:against|on) @`), confidence: 0.9 },
  { id: 'charged.against', event: 'charged', who: 'last', pattern: words(String.raw`(?:charges?|counts?|chargesheet|complaint) (?:[^@.,;]{0,40}? )?${WAS} ${ADV}${LAID} (?:[^@.,;]{0,30}? )?against @`), confidence: 0.9 },
  { id: 'charged.announced', event: 'charged', who: 'last', pattern: words(String.raw`announced ${GAP}charges against @`), confidence: 0.85 },
  { id: 'charged.framed', event: 'charged', who: 'last', pattern: words(String.raw`framed charges against @|charges ${WAS} framed against @`), mechanism: 'charges_framed' },
  { id: 'indicted.verb', event: 'indicted', who: 'patient', pattern: words(String.raw`(?:re-?)?indicted|indicts`) },
  { id: 'indicted.returned', event: 'indicted', who: 'last', pattern: words(String.raw`(?:returned|returns|handed up|handed down|filed|issued|unsealed|announced|come back with|came back with) (?:an?|the|\S+) (?:[^@.,;]{0,30}? )?indictments? (?:[^@.,;]{0,20}? )?(?:against|charging|naming|of|for) @`) },
  { id: 'indicted.against', event: 'indicted', who: 'last', pattern: words(String.raw`indictments? (?:[^@.,;]{0,25}? )?(?:against|charging|charges|charged|accusing|accuses|naming) @`), confidence: 0.85 },
  { id: 'indicted.own', event: 'indicted', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:\w+ )?indictment`), confidence: 0.85 },
  { id: 'charged.held', event: 'charged', who: 'subject', pattern: words(String.raw`(?:appeared|appears|appearing|held|booked|jailed|wanted|detained|sued) (?:[^@.;]{0,60}? )?on (?:[^@.,;]{0,40}? )?charges?(?= of| after|,| \.|$)|(?:appeared|appears|appearing) (?:[^@.;]{0,50}? )?(?:facing|to face) (?:[^@.,;]{0,30}? )?(?:charges?|counts?)`), confidence: 0.75 },
  { id: 'charged.include', event: 'charged', who: 'last', pattern: words(String.raw`charges (?:against|facing) @(?= (?:include|includes|are|stem|stems|carry|relate|relates|come|allege))`), confidence: 0.8 },
  { id: 'indicted.under', event: 'indicted', who: 'subject', pattern: words(String.raw`(?:under|faces|facing|faced) (?:an? |the )?(?:[^@.,;]{0,30}? )?indictments?`), confidence: 0.85 },
  { id: 'indicted.accuses', event: 'indicted', who: 'last', pattern: words(String.raw`indictments? (?:\S+ )?(?:accuses|accused|alleges|alleged|says|said|claims|charged|charges) (?:that )?@`), confidence: 0.8 },
  { id: 'indicted.named', event: 'indicted', who: 'subject', pattern: words(String.raw`named in (?:an?|the) ${GAP}indictment`), confidence: 0.85 },
  { id: 'arraigned.verb', event: 'arraigned', who: 'patient', pattern: words(String.raw`(?:re-?)?arraigned|(?:re-?)?arraigns|docked(?= (?:@ )?(?:for|over|before|in|on))`) },
  { id: 'arraigned.own', event: 'arraigned', who: 'first', pattern: words(String.raw`${POSSESSOR} arraignment (?=(?:on )?#|before|in|at)`), confidence: 0.6 },
  { id: 'amended.enhancement', event: 'charge_amended', who: 'charge', pattern: words(String.raw`enhancements? (?:[^@.,;]{0,60}? )?${WAS} ${ADV}(?:dropped|removed|dismissed|withdrawn|struck)|(?:dropped|drop|drops|removed|removes|dismissed|withdrew|struck) (?:[^@.,;]{0,50}? )?enhancements?(?: [^@.,;]{0,60}? against @)?`) },
  { id: 'amended.verb', event: 'charge_amended', who: 'charge', pattern: words(String.raw`(?:charges?|counts?|indictment) (?:[^.;]{0,60}? )?${WAS} ${ADV}(?:upgraded|downgraded|reduced|amended|lowered|upped)|(?:upgraded|downgraded|reduced|amended) (?:the |his |her |their )?(?:\S+ ){0,3}(?:charges?|counts?|indictment)(?: against @)?`) },
  { id: 'superseding', event: 'charge_amended', who: 'last', pattern: words(String.raw`superseding indictment ${GAP}(?:against|charging) @`), confidence: 0.7 },
  { id: 'committed.verb', event: 'committed', who: 'patient', pattern: words(String.raw`committed(?= (?:@ )?(?:for trial|to stand|to the \S+_?court))|bound over|sent forward (?=for trial)|sent for trial|ordered to stand trial`) },
  { id: 'refiled.charge', event: 'refiled', who: 'charge', pattern: words(String.raw`(?:charges?|counts?|case) (?:[^.,;]{0,50}? )?${WAS} ${ADV}(?:re-?filed|re-?instated|brought again|revived)|(?:re-?filed|revived) (?:the |his |her )?(?:\S+ ){0,4}charges?(?: [^@.,;]{0,40}? against @| against @)?`), confidence: 0.85 },
  { id: 'declined.police', event: 'declined', who: 'charge', pattern: words(String.raw`(?:declined|declines|decided not|refused|opted not|chose not) to (?:prosecute|charge|indict|file ${GAP}charges|press ${GAP}charges|bring ${GAP}charges)(?: (?:against )?@)?|no (?:criminal )?charges (?:will|would) be (?:filed|laid|brought|pressed)(?: against @)?|no further action (?:will|would) be taken(?: against @)?|returned (?:a )?no(?: true)? bill`), endedBy: 'prosecution' },
  { id: 'declined.released', event: 'declined', who: 'patient', pattern: words('released(?: # | )without charge'), endedBy: 'prosecution' },
  { id: 'declined.person', event: 'declined', who: 'subject', pattern: words(String.raw`(?:will|would) not (?:be (?:charged|prosecuted)|face (?:any )?(?:criminal )?charges)`), endedBy: 'prosecution' },
  { id: 'investigated', event: 'investigated', who: 'subject', pattern: words(String.raw`(?:is|are|was|were|been|being) (?:\w+ )?(?:under ${GAP}investigation|investigated)`), confidence: 0.7 },
];
