import { set } from './words.js';

export const MEN = set(`man boy father husband son brother grandfather uncle nephew dad stepfather boyfriend gentleman king prince policeman businessman
  congressman fisherman salesman serviceman stepson grandson bridegroom fiance actor priest monk pastor vicar landlord gunman half-brother schoolboy grandad postman`);
export const WOMEN = set(`woman girl mother wife daughter sister grandmother aunt niece mum mom stepmother girlfriend lady queen princess actress policewoman
  businesswoman congresswoman servicewoman stepdaughter granddaughter bride fiancee nun landlady widow waitress schoolgirl housewife`);

/** Heads of descriptions that may stand for an accused. */
export const PERSONS = set(`man woman boy girl teen teenager youth youngster adult person suspect accused defendant convict offender inmate prisoner detainee killer murderer rapist
  attacker gunman shooter arsonist thief robber burglar fraudster dealer trafficker gangster kidnapper terrorist militant bomber hacker stalker paedophile pedophile predator abuser
  father mother son daughter brother sister husband wife grandfather grandmother uncle nephew niece stepfather stepmother dad mum mom boyfriend girlfriend couple parent
  officer policeman policewoman cop deputy sheriff detective constable sergeant guard soldier veteran captain commander marine airman lieutenant colonel general
  driver motorist teacher headteacher principal professor lecturer student pupil coach trainer doctor nurse surgeon physician dentist pharmacist paramedic carer caregiver
  actor actress singer rapper musician comedian footballer player star filmmaker director producer journalist reporter presenter broadcaster blogger writer author artist
  politician minister senator governor mayor councillor councilor lawmaker legislator congressman mp ex-governor ex-minister ex-mayor ex-president president chairman chairwoman official activist protester
  businessman businesswoman banker executive ceo manager accountant lawyer solicitor engineer contractor builder developer trader broker farmer worker labourer laborer employee
  clerk cashier bartender waiter waitress chef cook cleaner mechanic electrician plumber priest pastor vicar bishop cardinal monk imam preacher evangelist
  resident native immigrant migrant refugee national citizen tourist widow widower neighbour neighbor babysitter nanny fugitive ringleader leader boss chief founder member associate
  accomplice co-defendant co-accused conspirator tycoon billionaire millionaire heir treasurer assistant administrator owner operator landlord tenant pilot sailor doctor-turned bodyguard
  commissioner chancellor vice-chancellor registrar dean bursar provost ambassador diplomat envoy trustee auditor comptroller councilman councilwoman alderman assemblyman representative cardiologist psychiatrist therapist trooper electrician scientist researcher engineer linebacker quarterback boxer athlete swimmer jockey cyclist wrestler golfer pensioner grandparent dropout graduate applicant customer victim
  pair trio duo brothers sisters parents couple siblings twins men women boys girls teens teenagers youths others individual individuals people persons
  consultant technician inspector instructor programmer analyst agent adviser advisor spokesman aide volunteer vendor herdsman fisherman clergyman hunter collector
  child toddler baby juvenile minor barber hairdresser model influencer streamer youtuber podcaster publisher editor photographer cinematographer armorer armourer magistrate judge custodian janitor
  ex-husband ex-wife ex-boyfriend ex-girlfriend ex-officer ex-cop ex-soldier ex-teacher ex-banker ex-mp ex-lover lover stepson stepdad cousin stepbrother half-brother roommate flatmate
  supporter rioter demonstrator organiser organizer speaker lobbyist strategist crony thug vandal drunk addict supremacist extremist jihadi recruiter smuggler poacher pirate scammer swindler imposter impostor
  co-worker colleague hero icon legend guru prophet healer dissident critic fan foreigner stranger expatriate commuter passenger cyclist pedestrian rider shopper squatter trafficker mastermind kingpin baron lord
  commando cadet recruit general warlord rebel insurgent separatist nationalist monarchist loyalist fraternity-member socialite philanthropist entrepreneur investor financier lobbyist restaurateur hotelier caterer
  company firm corporation
  bookkeeper secretary receptionist superintendent warden firefighter postman courier trucker cabbie conductor butcher baker grocer tailor carpenter welder miner logger rancher gardener`);

/** Singular heads of a description that stand for several. */
export const GROUP_HEADS = set(`pair trio duo couple men women boys girls teens teenagers youths others people brothers sisters parents siblings twins individuals persons children`);

/** One who suffers, sees, speaks or decides: never the accused by this word alone. */
export const OTHER_PARTS = set(`victim victims witness witnesses complainant juror jurors spokesman spokeswoman spokesperson neighbour neighbours neighbor neighbors`);

export const RELATIVES = set(`wife husband mother father son daughter brother sister girlfriend boyfriend partner fiancee fiance uncle aunt cousin nephew niece grandmother grandfather
  mum mom dad stepmother stepfather stepson stepdaughter widow friend colleague co-worker ex-wife ex-husband ex-girlfriend ex-boyfriend grandson granddaughter baby child children parents family roommate`);

/** Nouns that are never persons, though they are charged, dropped, released and heard of in court. */
export const THINGS = set(`charge charges count counts case cases court jury trial verdict sentence sentences appeal appeals police prosecution government state video footage statement report
  reports evidence body bodies vehicle car truck dog money bail bond conviction convictions motion lawsuit suit investigation department office indictment complaint hearing order ruling decision request
  petition application bid claim claims allegation allegations document documents records figures details photo photos image images tape film movie book song album law bill act rule policy plan deal agreement
  party team club group organisation organization agency bank school university hospital church army military website account fund property house home building weapon gun knife licence license warrant search
  fine penalty term terms years months days time date one ones number percent half most all many stop crash attack incident murder killing death shooting plea pleas offence offence crime crimes`);

export const COUNSEL = set(`lawyer lawyers attorney attorneys counsel barrister barristers solicitor solicitors defence defense advocate advocates`);
export const AUTHORITIES = set(`prosecutor prosecutors prosecution crown da police authorities officials state commission cps efcc jury court judge judges jurors magistrate magistrates
  justice panel government investigators detectives officers sheriff deputies department office attorney attorneys military tribunal regulator agency bureau troopers marshals fbi`);
export const DECIDERS = set(`prosecutor prosecutors prosecution crown da state commission cps efcc attorney district special government dpp solicitor office justice judge court police authorities department officials sheriff service`);
export const SPEECH = set(`said says told announced claimed argued insisted maintained stated added confirmed revealed reported explained wrote tweeted believes believed thinks hopes expects predicted warned suggested alleged alleges
  say tell announce claim argue insist maintain state add confirm reveal report explain believe think hope expect warn suggest allege heard hear hears ruled rule learned learnt learn
  noted notes note understood understand emerged emerges shows showed show recalled denied denies admits admitted acknowledged agreed decided reported reports knew know knows felt`);
