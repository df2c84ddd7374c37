import { POSSESSOR, words } from './rule.js';
import type { Rule } from './rule.js';

const PLACE = String.raw`(?:custody|prison|jail|hospital_order|detention|\S*prison|\S*jail|\S*centre|\S*center)`;

export const CUSTODY: readonly Rule[] = [
  { id: 'arrested.verb', event: 'arrested', who: 'patient', pattern: words(String.raw`(?:re-?)?arrested|arrests(?= @)|arresting(?= @)|apprehended|nabbed|nabs|busted|rearrested`) },
  { id: 'arrested.custody', event: 'arrested', who: 'patient', pattern: words(String.raw`(?:taken|took|takes) (?:@ )?into (?:\w+ )?custody|placed (?:@ )?under arrest|caught(?= (?:#|on #|by (?:the )?(?:police|authorities|officers|\S+_police)))|detained on suspicion`), confidence: 0.9 },
  { id: 'arrested.own', event: 'arrested', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:\w+ )?arrests?(?! warrants?)`), confidence: 0.85 },
  { id: 'arrested.noun', event: 'arrested', who: 'last', pattern: words('arrests? of @'), confidence: 0.85 },
  { id: 'arrested.surrendered', event: 'arrested', who: 'subject', pattern: words(String.raw`(?:turned|turning|turns|handed) (?:himself|herself|themselves|@) (?:in|over)(?: to)?|(?:surrendered|surrenders) (?:himself |herself |# |on # )?to (?:the )?(?:police|authorities|\S+_police|fbi|officers)`), confidence: 0.75 },
  { id: 'extradited.verb', event: 'extradited', who: 'patient', pattern: words('extradited|extradites') },
  { id: 'released.parole', event: 'custody_changed', value: 'on_parole', who: 'patient', pattern: words(String.raw`(?:released|freed|paroled) (?:# |on # )?on (?:\w+ )?(?:parole|licence|license)|(?:granted|given) (?:@ )?(?:\w+ )?parole|paroled`) },
  { id: 'released.bail', event: 'custody_changed', value: 'on_bail', who: 'patient', pattern: words(String.raw`(?:released|freed|freeing|releases) (?:@ )?(?:[^@.;]{0,30}? )?(?:on|after posting|after paying|under) (?:[^@.;]{0,30}? )?(?:bail|bond|recognizance|recognisance|summons|undertaking)|(?:granted|grants|given|gave) (?:@ )?(?:\w+ )?bail|bailed|admitted (?:@ )?to bail`) },
  { id: 'released.posted', event: 'custody_changed', value: 'on_bail', who: 'subject', pattern: words(String.raw`(?:posted|posts|made|paid) (?:[^@.;,]{0,20}? )?(?:bail|bond)|(?:free|out) on (?:[^@.;]{0,20}? )?(?:bail|bond)`) },
  { id: 'released.free', event: 'custody_changed', value: 'released', who: 'subject', pattern: words(String.raw`(?:walked|walks|walk|walking|went|goes|go|set) free|(?:is|are|was|were) (?:now )?(?:free(?= again|$| \.| after| and| from| #| on)|a free (?:man|woman|person))`), confidence: 0.85 },
  { id: 'released.verb', event: 'custody_changed', value: 'released', who: 'patient', pattern: words(String.raw`(?:released|freed)(?= (?:# )?(?:from (?:[^@.;,]{0,30}? )?${PLACE}|pending|without|after|later|early|earlier|by (?:@|an? |the |\S+_court|court|police)|#|on #|in #|and|\.|,)|$)|released(?= @ (?:from|pending|on|without|after))|frees(?= @)`), confidence: 0.75 },
  { id: 'custody.denied', event: 'custody_changed', value: 'in_custody', who: 'patient', pattern: words(String.raw`(?:denied|refused) (?:@ )?(?:bail|bond|parole)|held (?:@ )?(?:without (?:bail|bond)|in custody|on (?:[$£€]\S+ )(?:bail|bond))|remain(?:s|ed)? in custody`) },
  { id: 'custody.remanded', event: 'custody_changed', value: 'in_custody', who: 'patient', pattern: words(String.raw`remanded(?! on bail)|remands(?= @)`) },
];
