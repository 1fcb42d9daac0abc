export interface ConcernPattern {
  readonly topic:
    | "minors"
    | "self-harm"
    | "violence"
    | "weapons"
    | "hacking"
    | "theft-and-fraud"
    | "drugs"
    | "hate"
    | "harassment"
    | "privacy"
    | "sexual"
    | "rude";
  /** Points on the scale of the concern where the words stand alone. */
  readonly points: 2 | 3 | 4 | 5;
  readonly pattern: RegExp;
}

const near = "[^.!?\\n]{0,60}?";
const child =
  "(?:child(?:ren)?|kids?|minors?|underage|toddlers?|pre-?teens?|(?:little|young) (?:girl|boy)s?|schoolgirls?|(?:[1-9]|1[0-7])[ -]?(?:year|yr)s?[ -]?olds?)";
const sexual =
  "(?:sex(?:ual(?:ly)?|ually explicit)?|nudes?|naked|porn\\w*|erotic\\w*|molest\\w*|rap(?:e|ing)|groom(?:ing)?|seduc\\w+)";
const kin =
  "(?:wife|husband|spouse|girlfriend|boyfriend|partner|ex|mother|mom|mum|father|dad|parents|sister|brother|son|daughter|kids?|children|child|baby|boss|co-?workers?|colleague|neighbou?rs?|roommate|teacher|friends?|family|classmates?|enemy|enemies|uncle|aunt|grandmother|grandfather|cat|dog|pets?|puppy|kitten)";
const person = `(?:(?:my|your|his|her|their|someone['’]?s?|somebody['’]?s?|the|a|an|another|innocent|other)(?: \\w{1,12})? ${kin}|someone|somebody|some(?: \\w{1,12})? (?:guy|man|woman|person|people|girl|boy|kid)|any(?:one|body)|people|person|humans?|him|her|them|everyone|(?:a|the|this|that|another|my|old|young) (?:\\w{1,12} )?(?:man|woman|guy|girl|boy|person|president|politician|cop|police officers?|officer|judge|teacher|celebrity|stranger|human)|(?:wo)?men|girls|boys|strangers|animals?|cats?|dogs?|cops?|police|students|pedestrians)`;
const victim = `(?:${person}(?:['’]s (?:\\w{1,12} )?(?:life|face|skull|head|neck|spine|body|legs?|arms?|bones?|throat|car|house|tires|motorbike|home|property|hostage|wife|child|sternum))?|humanity|mankind|a (?:whole |entire )?(?:village|city|country|hospital|school|church|mosque|synagogue))`;
const groups =
  "(?:jews?|jewish|muslims?|islam|christians?|catholics?|black (?:people|men|women|man|woman|guys?|person)|blacks|whites|white people|asians?|mexicans?|hispanics?|latinos?|immigrants?|illegals|refugees|foreigners|gays?|lesbians?|gay people|trans(?:gender)?(?: people)?|homosexuals?|women|disabled(?: people)?|indians?|arabs?|africans?|hindus?|buddhists?|sikhs?|roma(?: people)?|indigenous people|native americans|(?:asexual|bisexual|non-?binary|queer|divorced|pregnant) (?:people|women|men)|people on (?:benefits|welfare)|asian people|the poor|homeless(?: people)?|fat people|old people|elderly|liberals|conservatives)";

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, "iu");
}

/**
 * Words that people use when they ask for, or speak of, harm: in English, no slurs listed and nothing graphic beyond need.
 * The points are judgements, set on the public sets of safe and unsafe prompts named in the tests.
 */
export const concernPatterns: readonly ConcernPattern[] = [
  {
    topic: "minors",
    points: 5,
    pattern: pattern(
      `${sexual}${near}${child}|${child}${near}${sexual}|child porn\\w*|pedophil\\w*|paedophil\\w*|csam`,
    ),
  },
  {
    topic: "self-harm",
    points: 4,
    pattern: pattern(
      "kill(?:ing)? (?:my|him|her)self|suicid(?:e|al)|end(?:ing)? (?:(?:my|his|her)(?: own)? life|it all)|self[- ]?harm(?:ing)?|(?:cut|hurt|harm|hang|poison|starve|drown)(?:ting|ing)? (?:my|your)self|i (?:want to|wanna) die|overdose|wish i (?:was|were) dead|noose|(?:sever|slash|slit|cut|pierce|carve)(?:ting|ing)?(?: \\w{1,8}){0,4} (?:my|into my)(?: \\w{1,9})? (?:wrists?|arms?|arter(?:y|ies)|veins?|throat)|bulimi\\w+|anorexi\\w+|purg(?:e|ing)",
    ),
  },
  {
    topic: "violence",
    points: 4,
    pattern: pattern(
      `(?:kill|murder|stab|strangle|suffocate|poison|shoot|torture|assassinate|kidnap|abduct|lynch|behead|dismember|electrocute|rape|run over|burn(?: down)?|get rid of|dispose of|hurt|injure|harm|attack|assault|beat(?: up)?|punch|slap|hit|choke|drug|castrate|trap|blind|maim|cripple|set fire to|blow up|exterminate|eradicate|annihilate|slaughter|massacre|abuse|neglect|enslave|starve|threaten|intimidate|terminat|execut|eliminat|liquidat|decimat|slay|smash|crush|crack|butcher|hunt|overpower|throttl|tackl|shatter|obliterat|destroy|demolish|slash|saw|hammer|gut|snip|euthaniz|wip|take out|taking out|captur|knock out|push|cut off|break|rip off|ripping off|do away with)(?:e|es|ing|ed|s)?(?: (?:out|off|up|open|down|in|into|away with))?(?: \\w{1,12})? ${victim}`,
    ),
  },
  {
    topic: "violence",
    points: 4,
    pattern: pattern(
      "(?:hide|bury|dispose of|get rid of|dissolve|dump)(?: \\w{1,10})? (?:bod(?:y|ies)|corpse|evidence)|get away with (?:murder|killing|it)|hit ?man|commit(?:ting)?(?: \\w{1,10}){0,3} (?:murder|murders|homicide|genocide|treason|arson|crimes?|atrocit\\w+)|mass shooting|school shooting|serial killer tips|human trafficking|terrorist attack|arson|waterboard\\w*|sex slaves?|domestic abuse tips|poison(?:ous|s)?(?: \\w{1,10})? (?:water|food|drink|mouthwash|coffee|reservoir)",
    ),
  },
  {
    topic: "violence",
    points: 3,
    pattern: pattern(
      "murder(?:er|ing|ed|s)?|kill(?:ing|ed|s)?|rape|rapist|torture|genocide|massacre|assassinat\\w+|kidnap\\w*|behead\\w*|stab(?:bing|bed)?|strangle|cannibal\\w*|violen(?:t|ce)|beat(?:ing)?(?: \\w{1,8})? up|shoot(?:ing)?|burn down|blow up|riot",
    ),
  },
  {
    topic: "weapons",
    points: 4,
    pattern: pattern(
      "(?:make|build|create|construct|assemble|buy|get|obtain|acquire|steal|detonate|plant|hide|smuggle|making|building)(?: \\w{1,14}){0,4} (?:(?:pipe ?)?bombs?|explosives?|grenades?|molotov\\w*|nerve gas|sarin|anthrax|ricin|chemical weapons?|bio-?weapons?|nuclear weapons?|nukes?|napalm|ied|dynamite|poison|ghost guns?|guns?|firearms?|weapons?|silencers?|ammunition|landmines?|tear gas)",
    ),
  },
  {
    topic: "weapons",
    points: 3,
    pattern: pattern(
      "(?:pipe |fertilizer |dirty )?bomb(?:s|ing)?|explosives?|grenades?|molotov\\w*|nerve gas|anthrax|ricin|poison|guns?|firearms?|rifles?|ak-?47|weapons?|terroris(?:t|m)s?",
    ),
  },
  {
    topic: "hacking",
    points: 4,
    pattern: pattern(
      `(?:hack|break|phish|breach|sneak|tap)(?:ing)?(?: \\w{1,12})? (?:into|in to)(?: \\w{1,16}['’]?s?){0,4} (?:account|computer|phone|email|e-mail|wi-?fi|network|facebook|instagram|database|system|server|bank|laptop)s?|(?:write|create|make|build|code|spread|install)(?: \\w{1,14}){0,3} (?:virus(?:es)?|malware|ransomware|keyloggers?|spyware|trojans?|botnets?|worms?)|ddos|crack(?:ing)? passwords?|steal(?:ing)?(?: \\w{1,12}){0,3} (?:passwords?|data|identity|identities|credit card\\w*|information)`,
    ),
  },
  {
    topic: "hacking",
    points: 3,
    pattern: pattern(
      "hack(?:ing|ed|ers?)?|malware|ransomware|keyloggers?|spyware|phishing|exploit(?:s|ing)? vulnerabilit\\w+|spam (?:emails|bots?)|jailbreak|pirat(?:e|ed|ing) (?:movies|software|games|music)|torrents?",
    ),
  },
  {
    topic: "theft-and-fraud",
    points: 4,
    pattern: pattern(
      "(?:steal|shoplift|burgle|burglar\\w*|smuggle|embezzle|counterfeit|launder|forge|blackmail|extort|bribe|swindle|defraud|scam|pickpocket|hotwire|vandalize|trespass|loot)(?:ing|ed|s)?|rob(?:bing|bed)? (?:a|an|the|my|his|her|some\\w*|people|banks?)|commit(?:ting)?(?: \\w{1,10}){0,3} (?:fraud|robbery|theft|burglary|forgery|perjury)|armed robbery|break(?:ing)? into (?:a|an|my|the|some\\w*|his|her|their)(?: \\w{1,12})? (?:house|home|car|store|bank|building|apartment|safe|school|jewelry store|office)s?|(?:fake|forged|false) (?:id|ids|passport|documents?|money|bills|check|checks|currency|certificate|diploma|reviews|prescription)|(?:evade|cheat on|avoid paying)(?: \\w{1,10})? tax(?:es)?|insurance fraud|tax fraud|identity theft|insider trading|ponzi|pyramid scheme|money laundering|get away with (?:stealing|theft|fraud)|pick(?:ing)?(?: \\w{1,8})? locks?|cheat(?:ing)? on (?:a|an|my|the)(?: \\w{1,10})? (?:test|exam|drug test|wife|husband|girlfriend|boyfriend)",
    ),
  },
  {
    topic: "drugs",
    points: 4,
    pattern: pattern(
      "(?:make|cook|grow|buy|sell|get|smuggle|deal|synthesi[sz]e|produce|manufacture|obtain|score|find|take|snort|inject|making|selling|buying|mix)(?: \\w{1,14}){0,4} (?:meth(?:amphetamine)?|cocaine|coke|heroin|fentanyl|lsd|acid|ecstasy|mdma|crack|ketamine|steroids|weed|marijuana|drugs|pills|shrooms|opioids|oxycontin|adderall|xanax|date rape drugs?|roofies)",
    ),
  },
  {
    topic: "drugs",
    points: 3,
    pattern: pattern(
      "meth|cocaine|heroin|fentanyl|lsd|mdma|ecstasy|date rape drug|drug dealers?|crack cocaine|get high|underage drinking|drunk driv\\w+",
    ),
  },
  {
    topic: "hate",
    points: 4,
    pattern: pattern(
      `(?:hate|kill(?:ing)?|exterminate|eradicate|deport|ban|inferior|superior to|stupid|lazy|dirty|evil|dumb|ugly|criminals?|should not|shouldn['’]t|not be allowed|bad|dangerous|disgusting|ruin\\w*|get rid of|worse|violent|cheap|greedy|smell|jokes? about|making fun of|make fun of|insult\\w*)(?: \\w{1,14}){0,4} ${groups}|${groups}(?: (?!not )\\w{1,14}){0,3} (?:inferior|stupid|lazy|dirty|evil|dumb|ugly|criminals?|bad|dangerous|disgusting|cheap|greedy|should (?:not|be|die|stay)|shouldn['’]t|not be allowed|terrorists?|ruin\\w*|smell|less (?:intelligent|smart)|violent|jokes?)`,
    ),
  },
  {
    topic: "hate",
    points: 4,
    pattern: pattern(
      "racist|sexist|homophobic|antisemitic|nazis?|hitler|kkk|white (?:power|supremac\\w+|nationalis\\w+|race)|ethnic cleansing|racial slurs?|slurs?|holocaust(?: denial| (?:was|is|did)n['’]t| (?:was|is) (?:a )?(?:fake|hoax|lie))|n[- ]?word|racism|master race",
    ),
  },
  {
    topic: "harassment",
    points: 4,
    pattern: pattern(
      `(?:bully|harass|stalk|dox+|humiliate|mock|ridicule|blackmail|threaten|insult|prank|get revenge on|take revenge on|ruin|embarrass|gaslight|frame|troll|catfish|spy on|make fun of|lie to|trick|sabotage)(?:ing|ed|s)?(?: \\w{1,12})? (?:${person}|${kin})|revenge porn|get(?: my)? revenge|death threats?|defamatory|get (?:\\w{1,12} )?fired|cyber-?bully\\w*`,
    ),
  },
  {
    topic: "privacy",
    points: 3,
    pattern: pattern(
      "(?:where (?:does|do|is)|find out where|what is)(?: \\w{1,14}['’]?s?){1,4} (?:live|lives|home address|address|phone number|social security number|medical history|sexual orientation|password)|(?:home address|phone number|social security number|medical records?|private (?:information|photos|data)|personal (?:information|data)|login|passwords?) (?:of|for|belonging to)(?! my| me)|track(?:ing)? (?:someone|my (?:wife|husband|girlfriend|boyfriend|ex|daughter|son))(?:['’]s)?",
    ),
  },
  {
    topic: "privacy",
    points: 4,
    pattern: pattern(
      `(?:what|who|where|which|how much|find|get|access|see|know|look up|obtain|is|track|read|check)(?: \\w{1,12}){0,3} (?:my(?: \\w{1,12}){1,2}|other people|someone(?: else)?|somebody|celebrities|strangers)['’]s?(?: \\w{1,12})? (?:address|phone number|mobile(?: phone)? number|social security number|passport number|driver['’]?s licen[cs]e number|medical (?:records?|history)|health (?:records?|history)|mental health history|browsing history|criminal (?:record|history)|immigration status|sexual orientation|religious beliefs|political (?:affiliation|views)|tax records?|bank (?:account )?(?:details|statements?)|credit card (?:details|numbers?)|passwords?|login|pin|messages|emails?|email address|birth certificate|date of birth|marital status|salary|private \\w{1,12})`,
    ),
  },
  {
    topic: "hate",
    points: 4,
    pattern: pattern(
      `why (?:should|is it|would it be|are|do)(?: \\w{1,14}['’]?s?){0,5} ${groups}(?: \\w{1,14}){0,4} (?:not|be (?:denied|barred|banned|kicked|excluded|discriminated|paid less|forced)|weaker|inferior|less|lazier|extra)|(?:reasons why|best (?:for|that|if))(?: \\w{1,14}){0,5} ${groups}(?: \\w{1,14}){0,3} (?:not|less|have (?:no|fewer)|lose|barred|denied)`,
    ),
  },
  {
    topic: "hate",
    points: 4,
    pattern: pattern(
      "(?:slave(?:ry| trade)|genocide|holocaust|massacre|ethnic cleansing|apartheid|attacks?|shooting|lynchings?|concentration camps?)(?: \\w{1,12}){0,3} (?:justified|a (?:good|great) thing|a (?:lie|hoax|fabrication)|never happened|deserved)|(?:replicate|recreate|repeat|restore|bring back)(?: \\w{1,14}['’]?s?){0,6} (?:holocaust|genocide|slavery|apartheid|segregation|discrimination|concentration camps?|regime|attacks?|massacre)",
    ),
  },
  {
    topic: "sexual",
    points: 3,
    pattern: pattern(
      "porn\\w*|sex(?:ual|y|ting)?(?: \\w{1,10})?|nudes?|naked|masturbat\\w*|orgasm\\w*|blow ?jobs?|prostitut\\w*|escorts?|hookers?|fetish\\w*|incest|bestiality|genitals?|penis\\w*|vagina\\w*|boobs?|tits|dicks?|horny|strip clubs?",
    ),
  },
  {
    topic: "rude",
    points: 2,
    pattern: pattern(
      "f+u+c+k\\w*|shit\\w*|bitch\\w*|assholes?|bastards?|cunts?|whores?|sluts?|piss(?:ed)?|damn|idiots?|morons?|retard(?:ed|s)?|stupid|dumb ?ass|crap",
    ),
  },
];
