/*
 * Offences by their code, each with the ways in which news words it: alternatives of a pattern on lower-case text.
 * The first of the list that matches at a place wins, so the longer wording stands before the shorter.
 */
const LIST = `
first_degree_murder: (?:first|1st)[- ]degree (?:premeditated )?murders?|murder in the first degree
second_degree_murder: (?:second|2nd)[- ]degree murders?|murder in the second degree
third_degree_murder: (?:third|3rd)[- ]degree murders?
attempted_murder: attempted (?:\\w+[- ]degree )?murders?|attempt(?:ing)? to (?:commit )?murder|attempt to kill
capital_murder: capital murders?|aggravated murders?
felony_murder: felony murders?
conspiracy_to_murder: conspir(?:acy|ing) to (?:commit )?(?:murder|kill)|murder conspiracy
soliciting_murder: solicit(?:ing|ation) (?:to|of|for)? ?(?:commit )?murder
involuntary_manslaughter: involuntary manslaughter
voluntary_manslaughter: voluntary manslaughter
vehicular_manslaughter: vehicular manslaughter|vehicular homicide
gross_negligence_manslaughter: gross negligence manslaughter|manslaughter by gross negligence
manslaughter: manslaughter
criminally_negligent_homicide: criminally negligent homicide|negligent homicide
reckless_homicide: reckless homicide
culpable_homicide: culpable homicide
infanticide: infanticide
murder: murder(?:s|ed|ing)?|homicides?|double homicide|triple homicide
death_by_dangerous_driving: (?:causing )?death by dangerous driving|dangerous driving causing death
death_by_careless_driving: (?:causing )?death by careless driving|careless driving causing death
dangerous_driving: dangerous (?:driving|operation of a (?:motor )?vehicle)|reckless driving
aggravated_sexual_assault: aggravated sexual assaults?
sexual_assault: sexual(?:ly)? (?:assault|battery)(?:s|ed|ing)?|sex(?:ual)? assaults?|sexual penetration
rape: (?:attempted )?rap(?:e|es|ed|ing)\\b|statutory rape
child_sexual_abuse: (?:child )?sex(?:ual)? abuse|child molestation|molest(?:ing|ed)|indecency with a child|lewd (?:acts?|conduct)|abus(?:ing|ed) (?:a |the )?(?:child|children|boys|girls|boy|girl)
child_pornography: child (?:porn(?:ography)?|exploitation material)|indecent images|indecent photographs
indecent_assault: indecent(?:ly)? (?:assault|treatment)(?:s|ed|ing)?|acts? of indecency|assault with an act of indecency
indecent_exposure: indecent exposure
sexual_misconduct: sexual misconduct
unlawful_sexual_intercourse: unlawful(?:ly)? (?:sexual intercourse|carnal knowledge)|defil(?:ement|ing)
solicitation_of_prostitution: solicit(?:ing|ation)(?: of)?(?: a)? prostitut(?:ion|e)|solicitation
sex_trafficking: sex[- ]trafficking
human_trafficking: human[- ]trafficking|trafficking (?:in |of )?(?:persons|people|humans)|people smuggling|modern slavery
aggravated_assault: aggravated assaults?|aggravated battery
assault_with_a_deadly_weapon: assault with a (?:deadly|dangerous) weapon
assault_with_intent_to_murder: assault with intent to (?:commit )?murder
assault_occasioning_actual_bodily_harm: (?:assault occasioning )?actual bodily harm|assault causing bodily harm
grievous_bodily_harm: (?:causing |inflicting )?grievous bodily harm|gbh|wounding(?: with intent)?
domestic_violence: domestic (?:violence|assault|abuse|battery)
common_assault: common assaults?
assault: (?:first|second|third|fourth)[- ]degree assaults?|assault(?:s|ed|ing)?(?: in the \\w+ degree)?|battery|affray
torture: torture
kidnapping: kidnap(?:s|ping|ped)?|abduct(?:ion|ing|ed)|false imprisonment|unlawful (?:imprisonment|confinement)|forcible confinement
stalking: (?:cyber)?stalking|criminal harassment
harassment: harass(?:ment|ing|ed)
threatening: (?:making )?(?:terroristic |criminal |death |bomb )?threats?(?: to kill)?|uttering threats|criminal intimidation|intimidation
extortion: extort(?:ion|ing|ed)|blackmail(?:ing|ed)?
armed_robbery: armed robber(?:y|ies)|aggravated robber(?:y|ies)
robbery: robber(?:y|ies)|robbing
burglary: (?:aggravated )?burglar(?:y|ies)|breaking and entering|break[- ]and[- ]enter|housebreaking|home invasion
grand_theft: grand theft(?: auto)?|grand larceny
theft: thefts?|larceny|steal(?:ing|s)?|stole(?:n)?|shoplifting|pickpocketing
impersonation: (?:criminal )?impersonation|impersonating an? \\w+
identity_theft: (?:aggravated )?identity (?:theft|fraud)
handling_stolen_goods: (?:handling|receiving|possession of|possessing) stolen (?:goods|property)
arson: arson(?: attacks?)?|setting (?:a )?fires?
criminal_damage: criminal (?:damage|mischief)|vandalism|destruction of property|malicious (?:damage|mischief)
wire_fraud: wire fraud
mail_fraud: mail fraud
bank_fraud: bank fraud
securities_fraud: securities fraud|insider (?:trading|dealing)|stock fraud
tax_evasion: tax (?:evasion|fraud)|evading tax(?:es)?|filing false tax returns?
insurance_fraud: insurance fraud
health_care_fraud: health ?care fraud|medicare fraud
fraud_by_false_representation: fraud by (?:false representation|abuse of position)
obtaining_by_false_pretences: obtaining (?:\\w+ ){0,3}(?:by|under) false pretences|advance[- ]fee fraud|internet fraud
conspiracy_to_defraud: conspir(?:acy|ing) to (?:commit )?(?:de)?fraud
fraud: (?:wire |mail )?frauds?|fraudulent(?:ly)? \\w+|defraud(?:ing|ed)?|swindling|ponzi scheme
embezzlement: embezzl(?:ement|ing|ed)|misappropriat(?:ion|ing|ed)|criminal breach of trust|diver(?:sion|ting) of (?:\\w+ )?funds
money_laundering: (?:money )?launder(?:ing|ed)(?: money)?
bribery: brib(?:ery|es?|ing)|accepting bribes|kickbacks?
corruption: corrupt(?:ion|ly|\\b)|graft
breach_of_trust: breach of trust
misconduct_in_public_office: misconduct in (?:a )?(?:public )?office|official misconduct|abuse of (?:office|power)
campaign_finance_violations: (?:violating )?(?:federal )?campaign(?: |-)finance (?:laws?|violations?|fraud)|illegal campaign contributions?
racketeering: racketeering(?: conspiracy)?
forgery: forg(?:ery|ing|ed)|uttering(?: a)? (?:forged|false) \\w+|counterfeit(?:ing)?
criminal_conspiracy: criminal conspiracy
seditious_conspiracy: seditious conspiracy
sedition: sedition
treason: treason(?:able felony)?
espionage: espionage|spying
acting_as_a_foreign_agent: acting as (?:an? )?(?:unregistered )?(?:foreign )?agent|agent of (?:a |the )\\w+ government
terrorism: (?:act of )?terroris[mt](?: offences?| charges?)?|terror(?: offences?| charges?)|material support (?:to|for) (?:a )?(?:terrorist|terror)\\w*
unlawful_assembly: unlawful assembly
incitement: incit(?:ement|ing)(?: \\w+)?(?: public)?(?: violence| disturbance| hatred)?
violent_disorder: violent disorder|riot(?:ing|s)?
disorderly_conduct: disorderly conduct|public (?:nuisance|disorder|intoxication)|breach of the peace|disturbing the peace|drunk and disorderly
trespassing: (?:criminal )?trespass(?:ing)?
blasphemy: blasphem(?:y|ous \\w+)
defamation: criminal defamation|defam(?:ation|ing)|libel
drug_trafficking: (?:drug|cocaine|heroin|cannabis|fentanyl) (?:trafficking|smuggling|dealing|offences?)|traffick(?:ing|ed) (?:in )?(?:\\w+ )?(?:drugs?|cocaine|heroin|cannabis|marijuana|methamphetamine|fentanyl|narcotics)|supply(?:ing)? (?:of )?(?:\\w+ )?(?:class [abc] )?drugs?|supplying (?:dangerous )?drugs?|distribut(?:ion|ing) (?:of )?(?:\\w+ )?(?:drugs?|cocaine|heroin|narcotics|methamphetamine|fentanyl)
drug_importation: import(?:ing|ation)(?: of)? (?:\\w+ )?(?:drugs?|cocaine|heroin|methamphetamine|cannabis)
drug_possession: possess(?:ion|ing) (?:of |with intent to \\w+ )?(?:\\w+ ){0,3}(?:drugs?|cocaine|heroin|cannabis|marijuana|methamphetamine|fentanyl|narcotics|(?:controlled|illegal) substances?)|drug possession|drug (?:charges?|offences?)
negligent_use_of_a_deadly_weapon: negligent use of a deadly weapon
unlawful_possession_of_a_firearm: (?:unlawful(?:ly)?|illegal(?:ly)?|unlicensed)? ?possess(?:ion|ing) (?:of )?(?:an? |the )?(?:\\w+ ){0,2}(?:firearms?|guns?|handguns?|pistols?|weapons?|ammunition)(?: by a (?:convicted )?felon)?|felon in possession|(?:weapons?|firearms?|gun) (?:charges?|offences?|possession)
use_of_a_firearm: us(?:e|ing) (?:of )?(?:a |an )?(?:firearm|gun|handgun)(?: in \\w+)?|discharging a firearm|aggravated discharge
driving_under_the_influence: driving (?:while|under)(?: the influence| intoxicated| impaired| ability impaired)(?: of \\w+)?|drunk(?:en)?[- ]driving|drink[- ]driving|impaired driving|dui|dwi|oui
leaving_the_scene: leaving the scene(?: of an? (?:\\w+ )?(?:accident|crash|collision))?|hit[- ]and[- ]run|fail(?:ure|ing) to (?:stop|remain)(?: at (?:the scene of )?an accident)?
tampering_with_evidence: (?:evidence tampering|tamper(?:ing|ed) with (?:physical )?evidence)
witness_tampering: (?:witness tampering|tampering with (?:a )?witness(?:es)?)
obstruction_of_justice: obstruct(?:ion|ing)(?: of)? (?:justice|congress|an official proceeding|police)|pervert(?:ing)? the course of justice|perverting the course
resisting_arrest: resist(?:ing|ed) arrest|fleeing police|evading police|escap(?:e|ing) (?:from )?(?:lawful )?custody
perjury: perjury|lying (?:to|under) (?:oath|investigators|a grand jury|the fbi|congress)
false_statements: (?:making |causing )?false (?:statements?|reports?)|lying to (?:federal )?\\w+
contempt_of_court: contempt of (?:court|congress|parliament)|criminal contempt
animal_cruelty: animal cruelty|cruelty to (?:an )?animals?|unnecessary suffering(?: to an animal)?
child_cruelty: child (?:cruelty|neglect|endangerment|abuse)|cruelty to (?:a )?child(?:ren)?|endangering (?:the welfare of )?(?:a )?child(?:ren)?
reckless_endangerment: reckless(?:ly)? (?:endangerment|endangering(?: safety)?)
criminal_negligence: criminal negligence(?: causing (?:death|bodily harm))?
computer_misuse: (?:computer )?hacking|computer (?:misuse|fraud|crimes?|intrusion)|unauthori[sz]ed access|cybercrimes?
violating_civil_rights: violat(?:ing|ion of) (?:\\S+ ){0,2}civil rights|civil rights violations?|deprivation of rights
desertion: desertion
war_crimes: war crimes?|crimes against humanity|genocide
polygamy: polygamy|bigamy
voyeurism: voyeurism|upskirting
preventing_lawful_burial: prevent(?:ing|ion of) (?:the )?lawful (?:and decent )?burial|indignity to a (?:human )?body|abuse of a corpse
conspiracy: conspir(?:acy|ing)(?: to (?:commit )?(?!murder|kill|defraud)\\w+(?: \\w+)?)?
hijacking: hijack(?:ing|ed)|carjack(?:ing|ed)|piracy
illegal_dealing_in_petroleum: (?:illegal(?:ly)? dealing in )?petroleum products?|oil theft|oil bunkering
killing: kill(?:ing|ed)
`;

export type Offence = Readonly<{ code: string; start: number; end: number }>;

const ENTRIES = LIST.trim().split('\n').map((line) => {
  const at = line.indexOf(': ');
  return { code: line.slice(0, at), pattern: line.slice(at + 2) };
});
const ANY = new RegExp(`(?<![\\w-])(?:${ENTRIES.map(({ pattern }) => pattern).join('|')})(?![\\w-])`, 'g');
const EXACT = ENTRIES.map(({ code, pattern }) => ({ code, pattern: new RegExp(`^(?:${pattern})$`) }));
const codes = new Map<string, string>();
const MOST_WORDINGS = 5_000;

/** The offences named in lower-case text, with where they stand. */
export function offencesIn(text: string): Offence[] {
  return [...text.matchAll(ANY)].map((match) => ({ code: codeOf(match[0]), start: match.index, end: match.index + match[0].length }));
}

function codeOf(words: string): string {
  const known = codes.get(words);
  if (known) return known;
  const code = EXACT.find(({ pattern }) => pattern.test(words))?.code ?? words.replace(/\W+/g, '_');
  if (codes.size < MOST_WORDINGS) codes.set(words, code);
  return code;
}
