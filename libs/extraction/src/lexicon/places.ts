import { set } from './words.js';

/** One-word places and peoples that news names most, so that they are not taken for persons. */
export const PLACES = set(`america africa asia europe england scotland wales ireland britain uk us usa canada australia india nigeria pakistan bangladesh china russia france germany
  italy spain portugal greece turkey egypt israel palestine gaza iran iraq syria lebanon jordan afghanistan kenya uganda rwanda ghana ethiopia somalia sudan zimbabwe zambia
  mexico brazil argentina chile colombia peru venezuela cuba haiti jamaica japan korea taiwan thailand vietnam cambodia indonesia malaysia singapore philippines nepal ukraine
  poland romania hungary austria switzerland belgium netherlands sweden norway denmark finland iceland cyprus malta qatar kuwait bahrain dubai abu dhabi riyadh doha
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
  massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee
  texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan yukon nunavut newfoundland labrador columbia brunswick nova scotia
  queensland victoria tasmania lagos abuja kano kaduna ibadan oyo osun ogun rivers delta edo enugu anambra imo abia kogi benue plateau kwara ondo ekiti bayelsa borno
  london manchester birmingham liverpool leeds sheffield bristol newcastle nottingham cardiff swansea belfast dublin cork galway glasgow edinburgh aberdeen
  paris berlin munich madrid barcelona rome milan athens moscow kyiv kiev istanbul cairo tehran baghdad kabul karachi lahore islamabad delhi mumbai kolkata chennai
  bangalore hyderabad pune dhaka beijing shanghai tokyo seoul bangkok hanoi manila jakarta sydney melbourne brisbane perth adelaide canberra hobart darwin auckland
  toronto montreal vancouver ottawa calgary edmonton winnipeg halifax regina saskatoon quebec boston chicago houston dallas austin phoenix philadelphia seattle denver
  detroit miami atlanta baltimore cleveland pittsburgh brooklyn manhattan queens bronx harlem hollywood memphis nashville orlando tampa sacramento oakland
  johannesburg pretoria durban nairobi accra kampala kigali harare lusaka brussels amsterdam vienna geneva zurich oslo stockholm copenhagen helsinki warsaw prague budapest`);

export const PEOPLES = set(`american british english scottish welsh irish canadian australian indian nigerian pakistani bangladeshi chinese russian french german italian spanish portuguese
  greek turkish egyptian israeli palestinian iranian iraqi syrian lebanese afghan kenyan ugandan rwandan ghanaian ethiopian somali sudanese mexican brazilian colombian cuban
  haitian jamaican japanese korean taiwanese thai vietnamese cambodian indonesian malaysian filipino nepalese ukrainian polish romanian hungarian austrian swiss belgian dutch
  swedish norwegian danish finnish african asian european arab muslim christian jewish catholic protestant hindu sikh islamic latino hispanic indigenous aboriginal
  nigerians americans russians pakistanis ukrainians indians canadians australians britons republican democrat democratic republicans democrats conservative labour liberal tory tories mp mps senators labor`);

/** A capitalised group with one of these is a body, a building or a region. */
export const BODIES = set(`court courts police department commission university college party corp corporation inc ltd llc plc company bank times news league council ministry office
  service services bureau agency church school hospital county state states street road avenue lane drive river park airport center centre prison jail city town village island
  division unit force army navy marines guard force board committee association federation institute foundation society union club team house senate congress parliament
  assembly cabinet government administration embassy magistrates tribunal act code law constitution section hotel mall store stores market building tower bridge square station
  beach lake mountain valley hills gardens heights district province region north south east west northern southern eastern western central journal post herald gazette tribune
  guardian telegraph mirror daily express press radio television tv network channel reuters associated afp cnn bbc cbc nbc abc cbs fox cup games olympics championship world war
  crown crime crimes agency authority correctional centre custodial office ministry high supreme magistrate federal national international general security intelligence
  investigation investigations economic financial narcotics drugs homeland defence defense justice treasury exchange securities studio studios films entertainment media
  group holdings industries enterprises systems technologies motors airlines airways railway pictures facebook twitter instagram google youtube getty images
  database project program programme operation day christmas easter ramadan new years eve thanksgiving jury commons lords castle abbey cathedral plaza terminal pier
  courthouse sheriff's hall theatre theater museum library golf isle coast gulf ocean sea creek fort camp base attorney district solicitor secretary cathedral mosque
  temple diocese archdiocese academy institute clinic medical health legal aid rights watch forum initiative alliance front movement brigade regiment battalion corps`);

/** What ends the name of a company: companies are charged and plead too. */
export const COMPANY_ENDS = set(`inc ltd llc plc corp corporation limited llp gmbh company co holdings`);

/** Titles, with the part in the case that they give to their bearer. */
export const TITLES: Readonly<Record<string, 'judge' | 'counsel' | 'prosecutor' | 'police' | 'politician' | 'none'>> = titles({
  judge: 'judge justice magistrate recorder sheriff-judge justices judges',
  counsel: 'barrister qc kc counsel lawyer lawyers attorneys attorney',
  prosecutor: 'prosecutor prosecutors',
  police: `det detective const constable sgt sergeant insp inspector supt superintendent commander cmdr sheriff deputy officer officers trooper patrolman chief detectives
    marshal spokesman spokeswoman spokesperson agent investigator coroner`,
  politician: 'president minister senator sen governor gov mayor congressman congresswoman representative assemblyman assemblywoman councilman councilwoman alderman rep premier chancellor ambassador secretary vice prime king queen pope prince commissioner attorney-general',
  none: `mr mrs ms miss dr sir dame lord lady prof professor rev reverend father fr sister brother bishop archbishop cardinal rabbi imam sheikh alhaji alhaja chief-oba
    gen general col colonel lt lieutenant capt captain cpl corporal pvt private maj major admiral adm staff specialist former ex late hon coach dj`,
});

type Bearer = 'judge' | 'counsel' | 'prosecutor' | 'police' | 'politician' | 'none';

function titles(lists: Readonly<Record<Bearer, string>>): Readonly<Record<string, Bearer>> {
  return Object.fromEntries(Object.entries(lists).flatMap(([part, words]) => [...set(words)].map((word) => [word, part as Bearer])));
}
