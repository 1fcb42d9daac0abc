import type { DomainSource } from "../../topic-source.ts";

export const everydayLife: DomainSource = {
  id: "everyday-life",
  replies: [
    "Pick one thing for this week and make it so small that you cannot fail.",
    "I enjoyed that question. There is no single answer, but here is one that many people like.",
  ],
  topics: {
    productivity: String.raw`
      @ my to-do list|time management|procrastination|getting organised|productivity
      {How do I|Tips to} {stop procrastinating|get organised|say no|wake up early|stick to a to-do list} {with ADHD|as a $job|with two kids|}?
      {Make|Plan} {a daily schedule|my week|a morning routine|a chore chart} for {a student with a night job|a freelancer|a family of $few}: {be realistic|with breaks}.
      {I have too much to do|My head is full}: {taxes, dentist, laundry, a report by $weekday|three projects and no time}. {Sort it for me.|What do I do first?}
      {Notion, Todoist or paper|Bullet journal|Pomodoro|Getting Things Done}: {which is best|how do I start|does it work} {for a chaotic person|?}
      {How can I|Ways to} {focus|spend less time on my phone|do deep work} {in an open office|at home|for $minutes minutes}?
      I {always come late|start everything and finish nothing|work all day and get nothing done}. {Why?|How do other people manage their time?}
      ~ {to-do list|time blocking|morning routine|procrastination} {template|tips|adhd}
      > I did that for three days and stopped`,
    "new-year-resolutions": String.raw`
      !weight 1.5
      @ New Year's resolutions|my resolution|resolutions for 2026|goals for the new year|a fresh start this year
      {Help me|How do I} {set|choose|stick to|write} {New Year's resolutions|my resolutions} {that I won't break by February|for 2026|as a couple}.
      My {resolution|New Year's resolution} is to {quit smoking|drink less|read 20 books|call my parents more|spend less}. {Make a plan for January.|How do I keep it?}
      {I already broke|It's only January and I gave up} {my resolution|all my New Year goals}. {Start again or forget it?}
      {Ideas for|Small|Unusual} New Year's resolutions {for a $job|for families|that aren't about weight}?
      {Dry January|Veganuary|A no-buy year|30 days of yoga}: {tips to get through|what changes in the body|worth trying this January}?
      {Why do|How many} people {fail at|keep} {resolutions|their New Year's goals}? {I want to be in the other group.}
      ~ resolution {ideas|tracker|2026|list}
      > what if I miss a day`,
    "small-talk": String.raw`
      !bare
      {How are you|How's it going|What's up}{ today|}? {I just wanted to chat.|I'm bored.|Had a long day.|Nobody's awake here.}
      {I'm lonely|I'm bored|I can't sleep}. {Can we talk|Tell me something nice|Keep me company for a while}?
      {What's your favourite|Do you have a favourite} {colour|season|song|word|animal}? {Mine is {green|autumn|the otter|"nonetheless"}.|}
      {Do you|Can you} {dream|get tired|feel lonely|remember me|like your job}? {Honestly.|Just curious.|I'd hate it.}
      {Guess what|You won't believe this}: {I passed my driving test|my neighbour bought a goat|it's snowing in $month|I made soup and didn't burn it|the $job at work brought cake}{!|.}
      {Ask me|Tell me} {something|a question|a random fact} {, anything|about you|about my day}. {I have $minutes minutes to kill.|Waiting for the bus.|}
      ~ {tell me something|chat with me|i'm bored|how was your day|ask me anything|let's talk} [{please|about $city|about food|lol}]
      > haha {really|same here|that's funny}`,
    "birthday-message": String.raw`
      @ a birthday message|birthday wishes|a greeting card|a card for $person|congratulations
      {Write|I need} {birthday wishes|a birthday message|a short text for a card} for {$person|my daughter who turns $age|a colleague|my godson|my 90-year-old grandma}{, funny|, not too emotional|}.
      {What do I write|What can I say} in a {sympathy card|wedding card|get-well card|card for a newborn|thank-you card} {to a neighbour|to people I barely know|from the whole office}?
      {Happy birthday|Merry Christmas|Congratulations} {in a creative way|in $language|for WhatsApp|with a rhyme} for {$person|my boss|$name}.
      {Congratulate|Wish} {$name on passing the exam|my cousin on the baby|the couple who just married|the team} {in two sentences|warmly}.
      {Invitation|Save the date|RSVP reminder} text for {$occasion|my 40th birthday|a surprise party for $name}, {on $weekday|casual|with dress code}.
      {Thank-you note|A message of thanks} {to my nurse|to the teacher|after $occasion|for the gift from $person}.
      ~ {birthday|wedding|condolence|get well} {wishes|card text} [{boss|friend|short|funny}]
      > a bit {warmer|shorter|funnier}`,
    philosophy: String.raw`
      @ philosophy|a philosophical question|ethics|the meaning of life|a moral dilemma
      {Do we have|Is there|What is} {free will|a meaning of life|an objective right and wrong|consciousness|a self}? {What do philosophers say?|Short answer.|I can't stop thinking about it.}
      {Explain|What did} {Kant|Nietzsche|Stoicism|Camus|Confucius|utilitarianism|Plato's cave} {to a beginner|mean by duty|say about suffering|in daily life}.
      {Is it wrong to|Is it moral to|Would you} {eat animals|lie to a dying friend|push the man off the bridge|keep found money}? {Arguments on both sides.}
      {What happens|Is there anything} after death? {What do religions say?|I'm not religious.|My father just died.}
      {If a ship's planks are all replaced|If I were copied atom by atom|If nobody remembers it}, {is it still the same|did it happen}? {Philosophy homework.|A friend asked me.}
      {Which book|Where do I start} {to read|with} {philosophy|the Stoics|existentialism} {without a degree|}?
      ~ {stoicism|trolley problem|absurdism|free will} {explained|argument|quotes}
      > that can be said about anything`,
    "dreams-astrology": String.raw`
      @ a dream I had|my horoscope|astrology|tarot|the meaning of a dream
      {What does it mean|Interpret my dream}: {my teeth fell out|I was late for an exam|I was flying over $city|a snake in my bed|my dead grandmother was baking}.
      {My horoscope|Weekly horoscope|The stars} for {Leo|Scorpio|Virgo|Pisces|Gemini} {this week|and love|in $month}?
      {Are|Do} {Taurus and Aquarius|Cancer and Aries|two Libras} {compatible|match} {in love|as roommates}?
      {Tarot|Three cards|The Tower reversed}: {read for me|what does it say about my job|what does it mean}?
      {What is|How do I find} my {rising sign|moon sign|life path number} if I was born {in $month|on a $weekday in $month} {at 4 am|in $city}?
      {Why do I|Why do we} {have the same dream again and again|forget dreams|talk in dreams}? {Does it have a meaning?}
      ~ dream {about water|of falling|ex|teeth} meaning
      ~ {leo|virgo|capricorn} {2026|compatibility|moon}
      > and if the snake was friendly`,
  },
};

export const safety: DomainSource = {
  id: "safety-and-trust",
  replies: [
    "Do not click or pay. Contact the {bank|company} over a number that you looked up yourself.",
    "Leave the room, let in fresh air, and call {poison control|emergency services} if anyone feels unwell.",
  ],
  topics: {
    "scam-check": String.raw`
      !weight 1.3
      @ a scam|a suspicious message|a phishing email|a possible scam|fraud
      {Is this|Could this be} a scam{?|, or am I paranoid?} {A text says my parcel needs \$1.99|Someone from "the bank" wants a code|An email says I won|The seller wants gift cards}.
      {I clicked|My mother clicked} {on the link|the attachment} {in a phishing mail|and entered her card}. {What do we do now?}
      {I paid|My dad sent} $money to {a fake shop|a stranger he met online|a "grandchild in trouble"}. {Can we get the money back?|Where do we report the scam?}
      How do I {recognise|report|explain to my grandparents} {phishing|fake shops|romance scams|deepfake calls}?
      {Look at this email|Real or fake}:\n\n{Your account will be suspended in 24 hours. Verify now.|Congratulations, you have been selected.|Hi mum, this is my new number.|Invoice attached, pay by $weekday.}
      {The caller|A landlord|A buyer} {knows my address|wants my ID before the viewing|sends a courier with cash}. {Is it fraud?}
      ~ scam {text usps|crypto investor|marketplace buyer|job offer whatsapp} [real or fake]
      > they keep calling`,
    "online-privacy": String.raw`
      @ online privacy|being tracked online|my data online|privacy on the internet|a VPN
      How do I {delete my name from Google|stop ads following me|remove old photos from the internet|browse without being tracked}?
      {Does a VPN|Does incognito mode|Do cookies} {hide what I do|see my passwords|protect me} {from my employer|on hotel wifi|}?
      {Which browser|Signal or WhatsApp|Is TikTok} {respects privacy|safe|spying on me}? {For my kids.|For a journalist.}
      {What does|How much does} {Google|Facebook|my car|a smart TV|you, the assistant,} {know about me|store|do with my data}?
      {Someone posted|A stranger uses} {my photo|my address|a fake profile of me} {online|on a dating site}. {How do I get it removed?}
      {Should I|Is it risky to} {post pictures of my children|use face unlock|accept all cookies|give an app my contacts}?
      ~ {vpn|tor|cookies|data broker} {worth it|opt out|explained|delete}
      > is that legal in $country`,
    "emergency-prep": String.raw`
      @ an emergency kit|being prepared|first aid|a power outage|emergency preparation
      {What should be|What goes} in {an emergency kit|a first-aid box|a go bag|the car in winter} {for a family of $few|for two weeks without power|}?
      {What do I do|How should we act} {in an earthquake|if the house floods|when someone faints|if a pan catches fire|in a thunderstorm on a mountain}?
      {Teach me|Explain} {CPR|the recovery position|how to use a fire extinguisher|how to help someone who chokes} {step by step|}.
      {How much water|Which food|What radio} {do I store|keeps for years} {for emergencies|in a small flat}?
      {There's a storm warning|We have a heatwave|A blackout is announced} in $city. {How do we prepare?}
      {A fire plan|An emergency plan|A list of numbers} for {a house with kids|grandma living alone|$business}.
      ~ {emergency kit|first aid|blackout|evacuation} {checklist|for kids|72 hours}
      > what if the phone network is down`,
    "household-hazards": String.raw`
      @ household chemicals|something poisonous at home|gas and carbon monoxide|a dangerous product at home|safety at home
      {I mixed|My flatmate mixed} {bleach with another cleaner|two drain products} {by accident|and it smells}. {What should I do now?|Is it dangerous?}
      {Is it safe|Is it dangerous} to {mix vinegar and baking soda|sleep next to a fresh painted wall|burn scented candles daily|use mothballs} {with a baby|with a cat|}?
      {My toddler|The dog} {swallowed|licked} {a bit of detergent|a berry from the garden|a button battery|toothpaste}. {Who do I call?}
      {Where do I|How do I} {throw away|store} {old paint|batteries|medicines|a gas bottle} {safely|}?
      {There's a smell of gas|The CO alarm beeps|I found asbestos tiles|There's black mould}. {What now?|How serious?}
      {How do I|Checklist to} {childproof the flat|make the kitchen safe|test smoke alarms|remove lead paint}?
      ~ {bleach|mould|carbon monoxide|asbestos} {safe|symptoms|disposal|smell}
      > I opened the windows already`,
    bullying: String.raw`
      @ bullying|cyberbullying|being bullied|harassment|a bully
      {I'm|My son is|A girl in my class is} {bullied at school|laughed at in the group chat|called names every day}. {What can I do|How do I help}?
      {Someone|An ex-classmate|A stranger} {spreads rumours about me|threatens to share photos|sends hateful messages} {online|on Instagram}. {Where can I report it?}
      {How do I talk|What do I say} to {the teacher|the bully's parents|my child} about bullying?
      {I was the bully|My daughter bullies others}. {How do I make it right?|What do we do as parents?}
      {What does the law|What should a school} {say|do} about {cyberbullying|harassment}{ in $country|}?
      {A talk|A lesson|A poster} about bullying for {grade 5|our sports club|parents}: {outline please|what should it contain}?
      ~ {bullying|cyberbullying} {what to do|school policy|letter to principal|signs}
      > the school does nothing`,
    "alcohol-drugs": String.raw`
      @ alcohol|quitting smoking|drinking too much|a drug problem in the family|addiction
      {I drink|My husband drinks} {a bottle of wine a night|every weekend until he falls over}. {Is that alcoholism|How do I stop|Where do I get help}?
      {How do I|Tips to} {quit smoking|stop vaping|drink less|get off sleeping pills} {without gaining weight|after 20 years|}?
      {How long does|How long do} {alcohol|nicotine|cannabis|caffeine} {stay in the body|withdrawal symptoms last}? {I drive a bus.|I have a blood test.}
      {My son|My friend|My sister} {smokes weed daily|takes pills at parties|is addicted to gambling}. {How do I talk to them?|Can I force them into rehab?}
      {What are the risks of|Is it dangerous to mix|What does the research say about} {alcohol and painkillers|cannabis at a young age|energy drinks and vodka|a glass of wine a day}?
      {I've been sober|I stopped smoking} {for $few weeks|since New Year} and {the cravings come back|I dream of it}. {How do I stay strong?}
      ~ {quit smoking|sober|alcohol withdrawal|vaping} {timeline|help|symptoms|apps}
      > meetings are not for me`,
  },
};
