/** Slots that the topics of every domain share, so that neighbouring topics share words. */
export const sharedSlots = {
  name: "Maya|Tom|Priya|Daniel|Aisha|Lucas|Hannah|Omar|Chloe|Ben|Ines|Viktor|Ruth|Kenji|Leila|Sam|Grace|Mateo|Nora|Felix|Amara|Jonas|Tess|Ravi|Elena|Callum|Zoe|Marcus|Yuki|Paula",
  person:
    "my sister|my brother|a friend of mine|my boss|my coworker|my neighbour|my roommate|my cousin|my partner|my mum|my dad|my best friend|my manager|my aunt|my teacher",
  relative: "my mother|my father|my grandmother|my grandfather|my mother-in-law|my father-in-law|my uncle",
  city: "Lisbon|Chicago|Leeds|Toronto|Kyoto|Nairobi|Austin|Bristol|Melbourne|Denver|Porto|Hamburg|Seattle|Montreal|Valencia|Krakow|Mumbai|Glasgow|Oslo|San Diego|Antwerp|Auckland|Philadelphia|Bologna",
  country:
    "Portugal|Canada|Germany|Japan|Brazil|Australia|the UK|Spain|India|the Netherlands|Poland|Mexico|Ireland|South Africa|New Zealand|France|Italy|Sweden",
  company:
    "Brightwell|Northgate Foods|Halden Systems|Pine & Rowe|Kestrel Logistics|Tallow Studio|Orchid Health|Marlin Bank|Quayside Hotels|Fernhill|Solace Software|Brambleworks",
  job: "nurse|software engineer|teacher|accountant|warehouse manager|graphic designer|electrician|project manager|data analyst|barista|paralegal|sales rep|civil engineer|dental hygienist|social worker|chef|receptionist|product manager",
  weekday: "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
  month: "January|February|March|April|May|June|July|August|September|October|November",
  few: "two|three|four|five|six",
  days: "3|4|5|7|10|12|14",
  weeks: "two weeks|three weeks|a month|six weeks|ten days|two months",
  minutes: "10|15|20|30|45|60|90",
  age: "19|23|27|31|34|38|42|45|49|53|58|61|67",
  money: "\\$50|\\$120|\\$200|\\$350|\\$500|\\$800|\\$1,200|\\$2,000|\\$3,500|\\$5,000",
  bigmoney: "\\$8,000|\\$12k|\\$15,000|\\$20k|\\$30,000|\\$45k|\\$60,000|\\$90,000|\\$120k|\\$250,000",
  percent: "5%|8%|12%|15%|20%|25%|30%|40%",
  language:
    "Spanish|French|German|Italian|Japanese|Korean|Portuguese|Dutch|Mandarin|Arabic|Turkish|Polish|Swedish|Greek",
  words: "50|80|100|120|150|200|300|400|500|600|800",
  business:
    "a bakery|a dog grooming salon|a small accounting firm|a yoga studio|an online plant shop|a food truck|a bike repair shop|a cleaning company|a tutoring service|a candle shop|a coffee roastery|a photography studio|a landscaping business|a vintage clothing store|a mobile app startup|a pottery studio",
  subject:
    "remote work|bees and farming|electric cars|social media and sleep|public libraries|plastic waste|school uniforms|the gig economy|space tourism|urban gardens|plant-based diets|four-day weeks|video games|the history of coffee|public transport|artificial intelligence at work|tipping culture|renewable energy|second-hand fashion|noise in cities",
  occasion:
    "a birthday|an anniversary|a retirement party|a baby shower|a graduation|a housewarming|Mother's Day|a farewell party|a wedding|a christening|Thanksgiving|New Year's Eve",
} as const satisfies Readonly<Record<string, string>>;

/** What people say before they ask, whatever they ask. Each is whole sentences. */
export const openers = [
  "{Hi|Hello|Hey|Hi there|Hey there|Good morning|Good evening|Hiya}{!|.|,}",
  "{Hi|Hello}, hope you can help{.| me with this.}",
  "{Quick question.|Quick one.|Random question.|Possibly a dumb question.|One more thing.|Another question.}",
  "{I need {some help|a hand|your help}{.| with something.}|I need some advice.}",
  "{OK|Okay|Right|So},",
  "{Sorry if this is basic.|Sorry, English isn't my first language.|Not sure where to ask this.|Not sure this is the right place.}",
  "{I've asked around and nobody knows.|Google wasn't much help.|I tried searching and got nowhere.|I keep getting different answers.}",
  "Hello! {I have a question for you.|Can I ask you something?|I hope you're doing well.}",
] as const;

/** Ways to say what the request is about before it. */
export const announcements = [
  "{Question about|Quick question about|A question on|I have a question about|Got a question about} $about.",
  "{I need help with|Help me with|Can you help me with|Could you help with|I could use some help with|Looking for help with} $about{.|, please.}",
  "{I'm stuck on|I'm struggling with|I'm having trouble with|Trouble with|I'm fighting with} $about{.| again.| and it's driving me mad.}",
  "{This is about|It's about|It concerns|Regarding} $about.",
  "$About{:| -}",
  "{My question is about|It's for|I'm dealing with|I know nothing about|I need a bit of advice on|Can we go over} $about.",
  "{I'd like to talk about|Let's talk about|I've been reading about|I've been thinking about|Another thing about|Back to} $about.",
] as const;

/** What people tell about themselves and what they ask about; with another phrase for it than an announcement has. */
export const backgrounds = [
  "{I've been dealing with|I've been busy with|I've been putting off} $about2 {for weeks|since last month|all week|for far too long}.",
  "{Nobody I know|Nobody around me|No one in my family|Not even $person} {is any help with|knows anything about} $about2.",
  "I {read two articles|watched a video|asked in a forum|found a long thread} about $about2 {and I'm still confused|but it only raised more questions|and everyone says something else}.",
  "{It's my first time with|I have little experience with|I'm usually fine with|I never had to deal with|Until last month I had nothing to do with} $about2.",
  "I {asked $person|keep asking people|asked you last week} about $about2{ already| and got no clear answer|}.",
] as const;

/** An announcement in a few words, with `$request` in its place. */
export const terseAnnouncements = [
  "$About: $request",
  "$about - $request",
  "$request ($about)",
  "$about. $request",
  "$request, $about",
] as const;

/** What people add after they asked. */
export const closers = [
  "{Thanks!|Thank you!|Thanks in advance.|Thx|Cheers|Much appreciated.|Thank you so much!|Ty!}",
  "{Keep it short.|Please be brief.|Short answer please.|No need for a long explanation.|Just the answer, no fluff.|In a few sentences please.}",
  "{Step by step please.|Walk me through it.|Explain it simply.|Explain it like I'm {five|twelve|a beginner}.|Assume I know nothing about this.}",
  "{Use bullet points.|Put it in a table if that helps.|A list is fine.|Plain text only, no formatting.|Give me {two|three} options.}",
  "{It's kind of urgent.|I need this today.|I need it by $weekday.|No rush.|I have about $minutes minutes.|I'm on my phone so keep it readable.}",
  "{Please be honest.|Don't sugarcoat it.|What would you do?|Tell me if I'm overthinking this.|Am I missing something?|Does that make sense?}",
  "{Ask me if you need more details.|Let me know what else you need to know.|Happy to share more details.}",
] as const;

/** Life around the question; sentences that fit anywhere. */
export const circumstances = [
  "I've been {at this|going round in circles|staring at this} {for {hours|two hours|the whole afternoon}|since this morning|all evening}.",
  "It's {late|almost midnight|{6|5} in the morning} and I {can't think straight|should be asleep|just want this done}.",
  "$Person {said you might be able to help|told me to ask you|usually helps me with this but is away|thinks I'm doing it all wrong}.",
  "I'm {$age|in my {twenties|thirties|forties|fifties|sixties}}{| and I live in $city|, based in $city|, from $country} {in case that matters|if that's relevant|for context}.",
  "I work as a $job{| in $city| and don't have much free time|, so weekends only}.",
  "I {only have $minutes minutes|don't have much time|have until $weekday} {so let's be quick|, so please bear with me|for this}.",
  "{Long story short|To cut a long story short}, {things didn't go to plan|I left it too late|I got talked into this|it's my problem now}.",
  "{Yesterday|Last night|On $weekday|This morning|Last week} I {gave up and slept on it|asked $person and we ended up arguing|tried on my own and made it worse|promised $person I'd sort it out}.",
  "{Money is a bit tight|I'm on a tight budget|My budget is around $money}{.| this month.| at the moment.}",
  "I'm {new to all this|not an expert|a complete beginner|fairly experienced but stuck}, so {be gentle|please don't assume too much|bear with me}.",
] as const;

/** What people say next in any conversation. */
export const followUps = [
  "{Can you|Could you} make {it|that} {shorter|a bit shorter|simpler|more detailed|less formal|clearer}{?|, please?}",
  "{Shorter|Simpler|More detail|Less formal} please{.|!|}",
  "{Why|Why is that|How do you know|Are you sure}?",
  "{That didn't work.|Hmm, not quite.|That's not what I meant.|No, the other way round.|Not really what I was after.} {Any other ideas?|Try again?|What else could it be?|Let me explain it differently.}",
  "{ok|okay|alright|got it}{, | - |. }{what next|and then|anything else|what's the first step|go on}?",
  "{What|How} about {the second one|the first option|the last point}? {Tell me more.|Expand on that.|Is that really better?}",
  "{Can you give me an example?|An example would help.|Show me an example please.}",
  "{Could you put that in a table?|As a list please.|Bullet points please.|Can you summarise that?}",
  "{I tried that already.|Already did that.|We talked about that option.} {What else?|Next idea?|Anything I missed?}",
  "{continue|go on|more|next|keep going}",
  "{What would that cost|How long would that take|Is there a free way|What if I only have $minutes minutes}?",
] as const;

export const thanks = [
  "{Thanks|Thank you|Great, thanks|Perfect, thank you|Awesome|Brilliant|Cool thx|ok thanks}{!|.|, {that helps|that's what I needed|really helpful|you saved me}{.|!}}",
  "{That's all for now|I'll try that|I'll give it a go|Good enough for me|Makes sense now}. {Thanks!|Bye!|Have a nice day.|Cheers.}",
] as const;

/** How the assistant begins and ends, in any domain. */
export const replyLeads = [
  "{Sure|Of course|Certainly|Happy to help|Absolutely|Good question}{.|!}",
  "{Here is|Here's} {what I would suggest|a way to look at it|a first version|the short answer}.",
  "{Let's take it step by step|Let's start with the basics|A few things matter here}.",
  "{That is a common situation|This comes up a lot|I see what you mean}.",
] as const;

export const replyEnds = [
  "{Would you like|Do you want} {me to go into more detail|another version|an example|me to adjust anything}?",
  "{Let me know how it goes|Tell me if something is unclear|I can adapt this if you share more details}.",
  "",
  "",
] as const;
