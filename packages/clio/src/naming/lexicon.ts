/** Hand-written word lists of general English that the naming rules need. None of them speaks about a subject. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Verbs that requests begin with, in base form: believed even where the tagger takes them for nouns. */
export const imperativeVerbs = words(`
request accept activate add adjust advise analyze analyse answer apply approve arrange ask assign attach bake balance begin block
book brainstorm break build buy calculate call cancel change charge chat check choose clarify classify clean clear close
code comment compare compile complete compose compute condense configure confirm connect construct contact continue
convert cook copy correct cover craft create critique cut deactivate debug decline decode decorate decrease define
delete deliver deposit derive describe design detect determine develop diagnose disable discover discuss display
dispute divide do download draft draw edit elaborate email emulate enable encode encrypt end enter enumerate erase
estimate evaluate exchange execute expand explain explore export express extend extract fetch fill filter find finish
fix flip follow forecast format forward freeze generate get give go grade guess help hide identify illustrate imagine
implement import improve include increase inform insert install integrate interpret introduce invest invite join jumpstart
judge keep learn lend list listen locate lock log look lower make manage mark match measure memorize mention merge
message modify monitor mute name navigate notify obtain open optimize order organize outline pack paint paraphrase
parse pause pay perform pick place plan play post practice predict prepare present pretend print prioritize process
produce program prove provide publish purchase put quote raise rank rate read rearrange rebook recite recommend record
redeem reduce refactor refill refinance refund register reject remind remove rename renew rent reorder repair repeat
rephrase replace reply report reroute reschedule research reserve reset resolve respond restart resume retrieve return
reverse review revise rewrite ring roll rollover route run save say schedule score search see select sell send set share ship
shop shorten show shuffle sign simplify simulate skip solve sort speak specify spell split start state stop store stream
submit subscribe suggest summarize summarise switch sync synchronize take talk teach tell test text think toss track
train transcribe transfer transform translate travel troubleshoot try tune turn type unblock undo unlock unmute unpause
update upgrade upload use validate verify view visit wake warn watch withdraw work write slow speed commit spend
`);

/** Phrasal verbs, so that their particle is kept. */
export const phrasalVerbs = words(`
set_up sign_up turn_on turn_off turn_up turn_down pick_up look_up look_for find_out carry_on roll_over check_out
wake_up fill_out fill_up fill_in shut_down clean_up log_in log_out back_up break_down take_off take_out bring_up bring_back
put_on put_in put_off switch_on switch_off open_up close_out hang_up call_back go_over go_back go_out come_up speak_up
slow_down calm_down make_up get_off get_out get_back get_up give_up add_up top_up cut_off cut_out cut_down throw_away throw_out
run_out write_down read_out opt_in opt_out cash_out pay_off pay_back top_off rule_out work_out figure_out sign_in
talk_to talk_about listen_to look_at think_about think_of wait_for search_for ask_for apply_for pay_for deal_with
get_rid_of come_with go_to speak_with work_for work_on work_with live_in switch_to care_for fall_asleep break_up
break_into set_off blow_up get_away hook_up clean_out send_out drop_off carry_out come_from look_like sound_like
`);

/** Verbs that only ask to be told something. */
export const infoVerbs = words(
  `know tell ask inform understand learn hear wonder explain clarify advise remember realize see check`,
);

/** Verbs that hand the real request on to the next verb ("want to", "try to"). */
export const handOnVerbs = words(
  `want need like love wish try begin start plan intend hope prefer go attempt help have get forget`,
);

/** Verbs for which a better word is written in a name. */
export const plainVerb: Readonly<Record<string, string>> = {
  need: "get",
  want: "get",
  give: "get",
  wan: "get",
  wanna: "get",
  pull: "pull",
  obtain: "get",
  gimme: "get",
  search_for: "find",
  look_for: "find",
  search: "find",
  locate: "find",
  hunt: "find",
  provide: "get",
  require: "get",
  purchase: "buy",
  modify: "change",
  summarise: "summarize",
  analyse: "analyze",
};

/** Verbs too empty to name anything. */
export const emptyVerbs = words(`
be do have know want need let like please go say think mean think thank seem happen wonder guess suppose become keep may
shall come happen try hope feel sound look believe
`);

/** Nouns too empty to be a topic. */
export const emptyNouns = words(`
way thing kind type sort lot bit one ones anything everything something nothing stuff please thanks thank example question
questions answer help info information detail issue matter case part piece reason idea clue favor favour bunch couple
number amount level point side end use sure ok okay hey hi hello yes no yeah more unsync desync wanna gonna gotta etc someone somebody anyone everyone
possibility opportunity chance able lots pm am a.m. p.m. o'clock quot amp let assistant user trouble look today tomorrow
tonight yesterday moment second minute wonder ahead don doesn maybe mind matter everybody nobody rest sake ai guy guys other others right rights lost next like set sets look looks plenty none half whole dude sir fun
`);

/** Adjectives and the like that add nothing to a noun in a name. */
export const emptyModifiers = words(`
much many more most other same own able sure certain such few several available possible right good great best better
nice next last current recent latest upcoming particular specific total entire whole actual exact proper main real
little big only first second third new-found various different own quick easy simple short possible full correct lovely
please just really very exactly currently least top more okay ok cool fun favorite favourite usual general overall sided
interesting popular common important okay wonderful amazing awesome single extra able due nearest closest nearby near far local sufficient given following previous using including involving incorporating above below additional further people
`);

/** Nouns of times and amounts: they describe requests of every subject. */
export const timeNouns = words(`
minute hour day week month year morning evening afternoon night noon midnight january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday weekend today
tomorrow tonight yesterday moment second pm am while times dollar buck euro percent ago
`);

/** Nouns without a plural. */
export const massNouns = words(`
weather traffic news information advice music money cash luggage baggage software hardware furniture equipment homework research
knowledge help work feedback code data gas fuel oil water milk coffee rice bread food meat cheese sugar salt pasta chicken
beef pork spinach health insurance travel transportation transport pto mileage electricity internet wifi humor humour
fun love happiness history math maths mathematics physics chemistry biology science english spanish french german
italian chinese japanese russian python javascript java sql html css poetry literature grammar punctuation spelling
time_off air fraud credit debt rent interest life income spending balance_due cancer pain sleep exercise nutrition
stock-market alcohol marijuana cocaine meth weed porn pornography violence abuse racism hate sex suicide death crime
evidence proof privacy security safety progress marketing advertising employment unemployment education training learning
direct_deposit maintenance staff police jewelry clothing laundry garbage trash mail spam advice permission attention
availability inventory accounting engineering programming biology housing shopping cooking baking parking booking_info
soup_stock mayo mayonnaise ketchup flour butter yogurt garlic lettuce broccoli dairy protein fiber soy wine beer tea juice
yen artwork weight height pollution economy climate democracy capitalism communism religion philosophy psychology economics politics
geography culture nature space energy gravity electricity lightning snow rain wind sunshine heat vacation_time gender
leave luck info trivia assistance healthcare processing mpg mileage shit dirt dust makeup hair skin blood nonsense paperwork plumbing wood metal plastic pressure speech mail birth humidity smoking laughter vocabulary pronunciation typing privacy git seo ram volume brightness gold silver oxygen carbon
`);

/** Nouns that take `the` in a name. */
export const definiteNouns = words(
  `weather time date news traffic internet alphabet future past environment economy government president`,
);

/** Nouns that are written in the plural only. */
export const pluralNouns =
  words(`pants jeans scissors glasses shoes clothes taxes groceries directions thanks lyrics 
odds savings nutrients earnings news series species headphones sports games statistics politics economics media
mathematics physics dice trivia apps contents belongings people winnings goods miles`);

/** Verb forms that the tagger takes for nouns in short texts: no topic. */
export const neverNouns =
  words(`expire expires arrive arrives hurt hurts mean means know knows happen happens owe owes carry carries become
becomes include includes need needs want wants say says go goes get gets come comes make makes take takes give gives tell
tells ask asks think thinks seem seems keep keeps spell spells speak speaks remember remind own owns laugh laughs`);

/** Common given names: private even where many people share them. */
export const givenNames =
  words(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven paul andrew
joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
justin scott brandon benjamin samuel gregory alexander raymond patrick dennis jerry tyler aaron jose adam nathan henry douglas
zachary peter kyle walter ethan jeremy harold keith roger noah gerald carl terry sean arthur lawrence jesse dylan
bryan joe billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis
philip bobby johnny bradley mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret
sandra ashley kimberly emily donna michelle dorothy carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
shirley angela helen anna brenda pamela nicole emma samantha katherine christine debra rachel catherine carolyn janet ruth maria
heather diane julie joyce victoria olivia christina lauren joan evelyn judith megan cheryl andrea hannah martha jacqueline frances
gloria ann teresa kathryn sara janice alice doreen abigail julia judy denise marilyn beverly danielle theresa sophia marie
brittany natalie isabella alexis kayla sam tom bob jim mike chris steve dave dan ben matt tony nick
jake luke alex ted ed ron don ken tim greg jeff josh craig carlos pedro miguel mohammed ahmed
ali robbie christie lebron carrie brad kevin
`);

/** Determiners and possessives: they end the phrase before them and are never written. */
export const determiners =
  words(`a an the this that these those some any each every all both another no my your his her its our their whose what which
's ' me us you it them i we he she they him something vs versus`);

export const possessives = words(`my our your their his her its`);

export const prepositions =
  words(`to from for in on at with about into between of by as like during without against under over through regarding after before
near around inside within per via`);

export const whWords = words(`what which who whom whose when where why how`);

/** Words that open a sentence and say nothing. */
export const openers = words(`
please kindly hey hi hello ok okay so well and now just also then alexa siri google sorry um uh er oh but or if yo
good dear actually basically currently really quickly first next lastly finally additionally , - ' " ( ) … -- — – * # /
`);

/** Capitals that a name must have whatever people typed. */
export const acronyms =
  words(`pin pto apr ira atm vin mpg gps tv ai sql html css api pdf usd eur irs dna rna usa uk us id url cpu gpu ram faq gpa sat cv
php json xml csv ui ux seo nlp ceo dvd cd lgbt lgbtq hiv std iq kkk nfl nba fda cia fbi w2 401k ssn apy hr dj rsvp adhd vpn`);

const names =
  "Python JavaScript TypeScript Java Excel Linux Windows Android iPhone iPad Bluetooth Spotify Netflix Uber YouTube Facebook Instagram Twitter WhatsApp Google Microsoft Mastercard Christmas Easter Thanksgiving Halloween Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December European American Asian African British Mexican Christian Muslim Jewish Islamic Nazi Bible Amex Walmart Amazon PayPal Venmo Shopify GitHub Reddit TikTok LinkedIn Gmail Photoshop WordPress MacBook Docker Kubernetes";

const languageCodes =
  "en fr de es it pt ru zh ja ko ar hi tr nl sv no da fi el he vi th cs hu ro uk id ms bn ta te ur fa la sw tl";
const regionCodes =
  "FR DE ES IT PT RU CN JP KR IN NL SE NO DK FI GR IL VN TH CZ HU RO UA ID MY CA MX BR AR AU EG ZA NG KE IE PL CH AT BE IR IQ CU PE NZ PH PK US GB";

/** Languages, countries, days and other words with a capital: lower case -> as written. */
export const properNames: ReadonlyMap<string, string> = createProperNames();

function createProperNames(): ReadonlyMap<string, string> {
  const languages = new Intl.DisplayNames("en", { type: "language" });
  const regions = new Intl.DisplayNames("en", { type: "region" });
  const all = [
    ...names.split(" "),
    ...languageCodes.split(" ").map((code) => languages.of(code) ?? ""),
    ...regionCodes.split(" ").map((code) => regions.of(code) ?? ""),
    "Polish",
  ].filter((name) => /^\w+$/u.test(name) && name !== "Polish");
  return new Map(all.map((name) => [name.toLowerCase(), name]));
}

const languageNames: ReadonlySet<string> = namesOf("language", languageCodes);
const regionNames: ReadonlySet<string> = namesOf("region", regionCodes);

function namesOf(type: "language" | "region", codes: string): ReadonlySet<string> {
  const displayed = new Intl.DisplayNames("en", { type });
  return new Set(codes.split(" ").map((code) => (displayed.of(code) ?? "").toLowerCase()));
}

/** The general word for a proper name: "language" for "french", "country" for "spain"; else null. */
export function classOf(word: string): "language" | "country" | null {
  return languageNames.has(word) ? "language" : regionNames.has(word) ? "country" : null;
}
