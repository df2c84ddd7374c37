/*
 * Closed classes: the words that carry the structure of an English sentence, and those that look like names and are
 * none. Nothing here names a person.
 */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const ABBREVIATIONS = set(`mr mrs ms miss dr prof gen col lt sgt capt cpl pvt maj det const insp supt cmdr rev fr hon sen rep gov pres
  st jr sr vs v no nos inc ltd co corp jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  u.s u.k u.n b.c s.c n.y n.j l.a d.c ont que alta man sask ariz calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev
  okla ore pa tenn tex va vt wash wis wyo ave rd blvd approx dept est fig ex atty dist asst univ messrs adm mt ft a.m p.m a.k.a i.e e.g etc`);

export const PREPOSITIONS = set(`of in on at by for from with to into against about over under between among during through throughout after before
  since until near inside outside within without towards toward upon across around amid via per including involving regarding concerning following behind
  beyond despite alongside like unlike versus onto off out along as besides`);

/** What opens a clause with its own subject. */
export const SUBORDINATORS = set(`after before when while because since until if unless although though whereas once as where whether that than so lest why how`);

export const RELATIVES = set(`who whom which that whose`);

export const CONJUNCTIONS = set(`and or but then nor yet &`);

export const BE = set(`am is are was were be been being 's 're`);
export const HAVE = set(`has have had having 've`);
export const AUXILIARIES = set(`am is are was were be been being has have had having do does did will would shall should can could may might must cannot won't wouldn't can't
  couldn't wasn't weren't isn't aren't hasn't haven't hadn't didn't doesn't don't got gets get getting`);
export const MODALS = set(`will would shall should can could may might must won't wouldn't can't couldn't cannot`);
export const NEGATIONS = set(`not never no neither nor n't won't wouldn't can't couldn't cannot wasn't weren't isn't aren't hasn't haven't hadn't didn't doesn't don't without nobody none`);

export const SUBJECT_PRONOUNS = set(`he she they`);
export const OBJECT_PRONOUNS = set(`him her them himself herself themselves`);
export const POSSESSIVES = set(`his her their its my our your whose`);
export const DETERMINERS = set(`the a an this that these those his her their its both all each every another some any no several many our my your other`);

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, both: 2, single: 1, pair: 2, dozen: 12,
};

export const ADVERBS = set(`also later then subsequently initially originally previously now since finally already again first formally jointly
  still just soon eventually recently once twice only even ultimately immediately separately allegedly reportedly today yesterday officially
  successfully wrongly wrongfully falsely unanimously automatically twice both each all too further instead earlier indeed however meanwhile not never ever
  late early quickly promptly duly respectively together afterwards thereafter thus therefore nonetheless nevertheless federally criminally`);

/** Finite verbs that end a stretch of nouns; regular pasts are told by their ending. */
export const VERBS = set(`said says say told tells tell had has have was were is are did does do made makes took takes went goes came comes got gets get gave gives
  found finds saw sees knew knows thought thinks felt feels left leaves kept keeps held holds brought brings began begins ran runs drove drives shot shoots
  fled flees hit hits stole steals led leads met meets paid pays sat sits sent sends spent spends stood stands spoke speaks struck strikes told took wrote writes
  became becomes broke breaks built bought caught chose cut cuts died dies drew fell fought forgot grew heard hid hurt lay let lost loses meant put
  rose sold set shook showed shows sought wore won wins wanted wants asked asks called calls faces faced face remains remained appears appeared pleads pleaded pled
  accuses accused denies denied admits admitted claims claimed argues argued believes believed orders ordered ruled rules seeks says warned tried tries served serves
  works worked lived lives used uses killed kills withdrew withdraws threw throws stabbed attacked raped robbed punched pulled walked walks gone done seen known given taken became stems stem`);

/** Regular past forms end so; these do not belong. */
export const NOT_PAST = set(`hundred red bed indeed need speed seed feed breed weed wed shed sacred naked wicked aged unnamed unarmed armed bearded estranged alleged disgraced retired`);

export const MONTHS = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec`);
export const WEEKDAYS = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`);

/** Capitalised at the start of a sentence or in a headline, and no name. */
export const STARTERS = set(`the a an this that these those it its he she they we you i his her their our my your in on at by for from with to into
  of against about over under between among during through after before since until near inside outside within without despite following
  amid and or but then nor yet so if when while because although though where whether who what why how which as not no all both each
  every some any many most few several other another one two three four five six seven eight nine ten police prosecutors officers detectives
  investigators authorities officials judge judges jurors jury court courts justice lawyers lawyer attorneys attorney defence defense
  meanwhile however earlier later last now also still once there here today yesterday according more than just only even new former
  convicted charged accused arrested sentenced jailed guilty not man woman men women teen teenager teenagers boy girl father mother son daughter
  charges charge crown state federal county city district supreme high grand lord king queen prince president minister
  mr mrs ms dr sir dame miss per like unlike was were is are has have had did do does will would could may might can should must been being be
  such during instead around least first second third final ex pictured photo image video read see related share dear yes her up out off down
  life death murder trial verdict sentence appeal bail family families victims victim friends neighbours neighbors relatives residents people children having being given following speaking
  having being given following speaking fellow i've i'm i'd i'll it's that's there's he's she's they're we're we've don't didn't can't never neither either every although whose whom because only other others anyone someone nobody everyone`);
