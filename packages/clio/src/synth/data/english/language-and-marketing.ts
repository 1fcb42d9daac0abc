import type { DomainSource } from "../../topic-source.ts";

export const languages: DomainSource = {
  id: "languages",
  replies: [
    "The natural way to say it is slightly different; here are a literal and a free version.",
    "{A native speaker would drop the pronoun.|The verb goes to the end.|Both are right, the second is more polite.}",
  ],
  topics: {
    "translate-text": String.raw`
      !weight 3
      @ a translation|translating a text|a translation into $language|translating from $language
      {Translate|Please translate|Can you translate} {this|the following}{ text|} {to|into} $language{, formal| (informal)|}:\n\n{$pasteEmail|$pasteParagraph|$pasteReview}
      How do you say "{$phrase}" in $language?
      {Translate|Give me} "{$phrase}" {into $language and $language2|in $language with pronunciation}.
      {What does|What's} "{por si acaso|gemütlich|komorebi|tant pis|saudade|mañana}" {mean|in English}? {It was in an email|My grandmother says it|I saw it on a sign}.
      Is {DeepL's|this} translation {right|natural}? It's {a birth certificate|a menu|a song|a leaflet} {from|for} $country.\n\n$pasteParagraph
      I {got a letter from|have to write to} {a landlord|an office|my in-laws|a supplier} in $country and {don't speak $language|my $language is too weak}. {Can you translate for me?}\n\n$pasteEmail
      ~ translate to $language: {$phrase|$pasteReview}
      ~ {$language} for "{$phrase}"
      > {more informal|with the polite form}, please
      =phrase where is the station|I'm allergic to nuts|happy birthday|the bill, please|I miss you|see you tomorrow|no worries|good luck with the exam|do you have a room for two nights|it's not my fault|get well soon|love you to the moon`,
    "grammar-question": String.raw`
      @ grammar|a grammar rule|$language grammar|a grammar question|English grammar
      {When do I use|What's the difference between} {ser and estar|der, die and das|wa and ga|who and whom|passé composé and imparfait|since and for|lie and lay}?
      {Explain|I don't understand} the {subjunctive|dative case|present perfect|passive voice|conditional} in $language. {Examples please.|Simple rule?}
      Why is it "{I have been|he suggested that she go|fewer people|on Monday}" and not "{I am since|that she goes|less people|in Monday}"?
      {Is there a rule|How do I know} {for the gender of $language nouns|where the adverb goes|which preposition follows a verb}?
      {Conjugate|Give me all forms of} {tener|sein|aller|to lie|avere|fazer} {in the past|and use each in a sentence}.
      {How do plurals|How do word order and questions|How do articles} work in $language {compared with English|for beginners}?
      ~ $language grammar {cases|past tense|articles|word order}
      > give me ten exercises on that`,
    "vocabulary-practice": String.raw`
      @ vocabulary|$language vocabulary|learning words|new words in $language|flashcards
      {Make|Give me} {flashcards|a list of $few dozen words|a vocabulary list} {about|for} {the kitchen|travel|feelings|the office|at the doctor's} in $language{ with example sentences|}.
      {Quiz me|Test me} on $language {words|vocabulary} {for level A2|from the hospital|about food}, {one at a time|multiple choice}.
      How can I {remember|memorise} {50 new words a week|kanji|genders of nouns}? {I forget everything after a day.|Anki bores me.}
      What are the {most common|most useful} {verbs|adjectives|slang words|idioms} in $language?
      {Write|Make up} a {short story|dialogue} with these $language words: {umbrella, late, fish|bridge, borrow, blue|train, cry, ticket}.
      What's the difference in meaning between "{house|look|big|say}" and "{home|watch|large|tell}" {for my students|in $language}?
      ~ $language {words for feelings|food vocabulary|false friends|100 verbs}
      > next word`,
    "conversation-practice": String.raw`
      @ practising conversation|speaking $language|a conversation in $language|speaking practice
      {Let's have|I want} a conversation in $language{, correct my mistakes|, easy words only|}. {You're a waiter.|Talk about hobbies.|Start with a question.}
      {Play|Be} {a shop assistant|a doctor|my Spanish cousin|a job interviewer} and {speak|only answer in} $language {at B1 level|slowly}.
      How do I {keep a conversation going|sound less like a textbook|stop translating in my head} in $language?
      {I understand but can't speak|I freeze when I speak} $language. {How do I practise alone?|I have $minutes minutes a day.}
      {Phrases|Small talk} for {a first date|the hairdresser|a phone call|meeting my partner's parents} in $language.
      {Correct|Tell me if} what I {say|said} {sounds natural|is wrong}: "{Yo soy caliente|Ich bin kalt|Je suis excité}", {people laughed|she looked at me strangely}.
      ~ speak $language with me
      > {slower|easier} please, I'm A1`,
    pronunciation: String.raw`
      @ pronunciation|my accent|how to pronounce it|pronouncing $language|English pronunciation
      How do you pronounce "{Worcestershire|colonel|Nguyen|croissant|quinoa|Siobhan|gnocchi|entrepreneur}"?
      {What's the trick|How do I learn} to {roll my r|say the German ch|hear tones|say th} {in $language|at 40}?
      {Can you write|Give me} the {IPA|phonetic spelling} of {"though, through, tough"|my name in $language|these words}?
      I want to {lose|soften|learn} {my accent|a British accent|a Texan accent} for {work|a play|call centre calls}. {Exercises?|Is that realistic?}
      Why {is the k silent in knife|do "ship" and "sheep" sound the same when I say them|does "read" rhyme with "red"}?
      {Tongue twisters|Minimal pairs|A daily routine} for {$language sounds|clear speech|r and l}.
      ~ pronounce {hyperbole|Llanelli|Goethe|açaí}
      > where does the stress go`,
    "language-learning-plan": String.raw`
      @ learning $language|a plan to learn $language|studying a language|language learning
      {Make|Write} me a {plan|schedule} to learn $language {in $few months|from zero|before we move to $country} {with $minutes minutes a day|}.
      {How long|How many hours} does it take to {speak|reach B2 in|read books in} $language {if I know $language2|as an adult}?
      {Is Duolingo enough|App or teacher|Which textbook} for {learning $language|Japanese|a busy $job}?
      {I've been learning|I stopped learning} $language for {two years|ages} and {I'm stuck at A2|forgot most of it|my motivation is gone}. {What now?}
      {Which language|Should I learn $language or $language2} {is easiest|for my career|if my partner is from $country}?
      {Films, podcasts|Series|Songs|Easy books} in $language {for beginners|with clear speech}?
      ~ learn $language {fast|alone|free} [plan]
      > what about weekends`,
    "exam-ielts": String.raw`
      @ IELTS|the TOEFL|a language exam|IELTS writing|my language certificate
      {IELTS|TOEFL|DELE|Goethe B1|JLPT N3} is in {weeks|$weeks}. {How do I prepare|What should I focus on}?
      {Grade|Score|Give a band score for} my {IELTS|TOEFL} {task 2 essay|writing}:\n\n$pasteEssay
      {Give me|Ask me} {a speaking part 2 card|sample questions|a mock listening test} {for IELTS|for the TOEFL} {and rate my answer|}.
      I {got|keep getting} {6.0|5.5|72} in {writing|speaking} and need {7.0|100} for {university|my visa|nursing registration}. {What lifts the score|Tips}?
      {IELTS or TOEFL|Academic or General} for {a master's in $country|immigration to $country}? {Which is easier?}
      {Useful phrases|Linking words|A template} for {describing graphs|opinion essays} in {IELTS|the exam}.
      ~ ielts {task 1 band 7|speaking topics|reading tips}
      > how do they score grammar`,
  },
};

export const marketing: DomainSource = {
  id: "marketing",
  replies: [
    "Lead with what the {customer|reader} gains, then one proof, then one thing to do.",
    "Here are {five|six} versions, from safe to bold; test two of them.",
  ],
  topics: {
    "social-media-calendar": String.raw`
      @ social media|Instagram posts|our social media calendar|social media content|a content calendar
      {Make|Plan} a {content calendar|month of posts} for {$business|our Instagram|a dentist's TikTok} {in $month|with $few posts a week}.
      {Caption|Write an Instagram caption} for {a photo of|a reel about} {our new menu|a sleepy dog|the workshop|a before and after}. {With emojis.|No hashtags.|}
      {Our|My} {Instagram|Facebook page|TikTok} has {212|900|4k} followers and {no one comments|growth stopped}. {What should we post|How do we get out of the rut}?
      What's {the best time|the right length|a good hook} for {reels|TikToks|Facebook posts} {about $subject|for $business}?
      {Someone left a nasty comment|We got a shitstorm} {under our post|on Instagram}. {Delete or answer?|How do we react?}
      {Hashtags|Post ideas|Story polls} for {$business|a charity|$occasion}?
      ~ {instagram|tiktok|facebook} {caption|post ideas|bio} $business
      > with a {question|discount} at the end`,
    "ad-copy": String.raw`
      @ an ad|ad copy|a Google ad|an advert for my business|advertising text
      {Write|I need} {$few headlines|ad copy|a Google ad|a Facebook ad} for {$business|a folding bike|an accounting app|winter boots}.
      {Slogan|Tagline|Radio spot} for $business{ in $city|}: {funny|classy|under seven words}.
      {Our ads|My Google Ads} {cost $money a month and bring nothing|get clicks but no sales|were rejected}. {What's wrong|Fix the copy}?
      {Improve|Make it sell}: "{Best quality at low prices|We are a team of experts|Your satisfaction is our goal}" - for $business.
      How much should {$business|a new shop} spend on {Google Ads|Meta ads|a billboard} {to test it|per month}?
      {A flyer|A poster|A brochure} text for {the opening of $business|a $percent sale|our open day}.
      ~ {slogan|google ad|flyer text} $business
      > stronger call to action`,
    "seo-keywords": String.raw`
      @ SEO|keywords for my site|search rankings|Google ranking|an SEO problem
      {What keywords|Which search terms} should {$business|a page about $subject} {target|rank for}{ in $city|}?
      {Write|Optimise} {a meta description|title tags|an FAQ section} {for|of} {a page about $subject|$business} {with the keyword "{cheap flights|dog walker|best lamps}"|}.
      We {dropped|fell} from {page one|third place} {after the Google update|when we changed our URLs}. {How do we recover|What happened to our rankings}?
      {Are backlinks|Is keyword density|Do AI texts} {still important|bad} {for SEO|in 2026}?
      {How do I|Should I} {get backlinks|use Search Console|do local SEO|write for snippets} {as $business|for a small site}?
      {Competitors|A rival} {rank higher|outrank us} for "{wedding photos|vegan cake|bike repair} $city". {How come?|Can I catch up?}
      ~ seo {checklist|keywords|audit} $business
      > how long until I see results`,
    "brand-name": String.raw`
      @ a name for my business|a brand name|naming a company|a business name|a brand
      {Name ideas|Suggest names|I need a name} for $business{, short and easy to spell| with a free .com| that works in $language|}.
      {Is|Would} "{Lumo|Oak & Thread|Nestly|Kindle Kitchen|Bluefern}" {a good name|taken|too vague} for $business?
      {Describe|Help me define} {the brand voice|our values|a persona} of $business.
      {Logo ideas|A colour palette|Fonts} for {a brand like|$business that wants to feel} {calm|loud|premium|friendly}?
      We're {rebranding|renaming the company} {after a merger|since customers mispronounce it}. {How do we pick a name|What are the steps}?
      How do I {check a trademark|protect a brand name|register a name} {before printing|in $country}?
      ~ {brand|company|shop} name ideas $business
      > ten more, less cute`,
    "email-campaign": String.raw`
      @ an email campaign|email marketing|a marketing email|our mailing list|a welcome email sequence
      {Write|Create} a {welcome sequence|cart reminder|win-back email|launch campaign} for {$business|subscribers|an online course}.
      {Subject lines|Preview text|A CTA} for {a $percent off|Black Friday|our launch} {email|mailing} {that isn't spammy|}.
      {Our marketing emails|Campaigns} {land in spam|have a 0.4% click rate|lose 30 subscribers each time}. {Why|How do we fix deliverability}?
      {How often|When} should {a shop|$business} {email its list|send promotions}?
      {Segment|How do I split} a list of {800|12,000} {customers|leads} for {a mailing|A/B tests}?
      {Cold email|Outreach message} to {cafés|HR managers|gyms} {selling|offering} {plants|payroll software|office fruit}: {three sentences|with follow-ups}.
      ~ {abandoned cart|welcome|launch} email {sequence|examples}
      > add {urgency|a PS}`,
    "market-research": String.raw`
      @ market research|our customers|a customer survey|competitors|a market analysis
      {Who are|Describe} the {target customers|buyers} of $business{ in $city|}?
      {Write|Design} a {survey|questionnaire|interview guide} {for customers of|about} $business {with $few questions|}.
      {SWOT analysis|Competitor analysis|A persona} for $business {please|, as a table}.
      {How big is|Is there} {the market|demand} for {vegan pet food|repair cafés|silent discos|$business} in $country?
      {We interviewed|I asked} {40 customers|12 people} and {everyone said something different|they want it cheaper}. {How do I analyse the answers?|What does it tell us?}\n\n$pasteReview
      How do I {find out what competitors charge|test an idea before building it|get honest survey answers}?
      ~ {swot|persona|survey questions} $business
      > which assumption is riskiest`,
    "review-replies": String.raw`
      @ a bad review|customer reviews|answering a review|a Google review|replying to a review
      {Reply to|How do I answer|Write a response to} this {one-star|Google|Yelp|bad} review:\n\n$pasteReview
      A customer {left a fake review|threatens a bad review|praised us} {on Tripadvisor|on Google}. {What do we say|How do I respond}?
      {How do we|Is it okay to} {ask customers for reviews|offer a discount for reviews|remove a review}?
      {Thank-you replies|Short answers} for {five-star reviews|nice reviews} {of $business|that don't sound copied}.
      Our {rating fell to 3.6|reviews mention the toilets|reviews complain about $name}. {How do we turn that around?|Should I answer every one?}
      {Summarise|What do people complain about in} these reviews:\n\n$pasteReview\n\n$pasteReview2
      ~ {respond to|reply} {negative|5 star} review {restaurant|hotel|salon}
      > shorter and without excuses`,
  },
};
