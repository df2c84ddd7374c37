import { POSSESSOR, words } from './rule.js';
import type { Rule } from './rule.js';

const TERM = String.raw`(?:sentences?|terms?|years?(?: and| ,|[- ]long)? (?:in|behind|imprisonment|jail|prison|of)|(?:years?|months?|days?)(?: ,)? (?:in|behind|imprisonment|jail|prison|probation)|life(?: in prison| without parole| imprisonment| behind bars)?|death (?:sentence|penalty)|imprisonment|probation|community (?:order|service)|suspended)`;

export const SENTENCES: readonly Rule[] = [
  { id: 'sentenced.verb', event: 'sentenced', who: 'patient', pattern: words('(?:re-?)?sentenced|sentences(?= @ (?:to|for|,))|sentencing(?= @ to)|condemned(?= to (?:death|life|die|hang))') },
  { id: 'sentenced.jailed', event: 'sentenced', who: 'patient', pattern: words(String.raw`jailed|imprisoned|jails(?= @)`), confidence: 0.9 },
  { id: 'sentenced.handed', event: 'sentenced', who: 'patient', pattern: words(String.raw`(?:handed|hands|gave|gives|given|slapped)(?: down)? (?:@ (?:with )?)?(?:an? |the |\S+ )?(?:[^@.;,]{0,40}? )?${TERM}|given (?:\d+|\S+) (?:years|months)(?= and| ,| \.| for| after)`), confidence: 0.9 },
  { id: 'sentenced.got', event: 'sentenced', who: 'subject', pattern: words(String.raw`(?:received|receives|gets|got|getting|receiving|avoids jail with|escaped jail with|awarded) (?:an? |the )?(?:(?!up|support|threats?|letters?)[^@.;,]{0,30}? )?${TERM}`), confidence: 0.85 },
  { id: 'sentenced.sent', event: 'sentenced', who: 'patient', pattern: words(String.raw`(?:sent|sends)(?= (?:@ )?(?:back )?to (?:prison|jail) for)|locked up(?= (?:for|after))|spared (?:jail|prison)|put behind bars|caged(?= for)|banged up`), confidence: 0.8 },
  { id: 'sentenced.serving', event: 'sentenced', who: 'subject', pattern: words(String.raw`(?:serving|serves) (?:an? |the |his |her |their |\S+ )?(?:(?!in|as|on)[^@.;,]{0,30}? )?(?:sentences?|terms?|years? (?:in|for|behind)|life)|served (?:\w+ ){0,2}(?:years?|months?|weeks?|days?) of (?:an?|the|his|her) (?:\S+ )?sentence`), confidence: 0.85 },
  { id: 'sentenced.ordered', event: 'sentenced', who: 'patient', pattern: words(String.raw`ordered(?= (?:@ )?to (?:serve|spend|pay (?:an? )?fine|complete \S+ hours|perform \S+ hours))|fined(?! by the club)|fines(?= @)`), confidence: 0.85 },
  { id: 'sentenced.term', event: 'sentenced', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:[^@.;,]{0,30}? )?(?:sentences?|jail terms?|prison terms?) (?:was|were|has been|have been|is) (?:\w+ly )?(?:reduced|cut|increased|doubled|commuted|extended|lengthened|halved|upheld|lowered|quashed and replaced)`), confidence: 0.9 },
  { id: 'sentenced.changed', event: 'sentenced', who: 'trial', pattern: words(String.raw`(?:reduced|reduces|cut|cuts|increased|increases|commuted|commutes|doubled|doubles|lengthened|upped) (?:the |${POSSESSOR} )(?:\S+ ){0,3}?(?:sentences?|jail terms?|prison terms?)|(?:imposed|imposes|imposing|passed|handed down) (?:an? |the )(?:[^@.;,]{0,50}? )?(?:sentences?|terms?)(?: on @)?`), confidence: 0.8 },
  { id: 'sentenced.cut', event: 'sentenced', who: 'subject', pattern: words(String.raw`(?:had|has|have) (?:his|her|their) (?:\S+ ){0,3}?(?:sentences?|terms?) (?:reduced|cut|increased|doubled|commuted|extended)`), confidence: 0.9 },
  { id: 'sentenced.own-term', event: 'sentenced', who: 'first', pattern: words(String.raw`${POSSESSOR} (?:\S+ ){0,2}?(?:\d+|\S+)-(?:year|month|week|day)s? (?:\S+ ){0,2}?(?:sentences?|terms?)`), confidence: 0.85 },
  { id: 'sentenced.own-sentencing', event: 'sentenced', who: 'first', pattern: words(String.raw`${POSSESSOR} sentencing(?= #)`), confidence: 0.7 },
  { id: 'sentenced.for', event: 'sentenced', who: 'last', pattern: words(String.raw`(?:death|life|prison|jail) (?:sentence|term|penalty) (?:\w+ )?for @`), confidence: 0.75 },
];
