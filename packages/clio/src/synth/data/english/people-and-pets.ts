import type { DomainSource } from "../../topic-source.ts";

export const relationships: DomainSource = {
  id: "relationships-and-family",
  replies: [
    "It makes sense that you feel {hurt|torn|tired}. What would you want to have said, a year from now?",
    'You could say: "When this happens, I feel {alone|worried}; could we {talk on Sunday|try something else}?"',
  ],
  topics: {
    breakup: String.raw`
      @ a breakup|my ex|heartbreak|breaking up|the end of my relationship
      {My girlfriend|My boyfriend|My wife|He|She} {left me|broke up with me} {after $few years|by text|for someone else}. {How do I get over it|I can't eat or sleep|Will it ever stop hurting}?
      How do I {break up with someone kindly|end a long relationship|tell him it's over} {when we live together|without hurting her|before the holidays}?
      {Should I|Is it a bad idea to} {text my ex|stay friends with my ex|give her a second chance|unfollow him}?
      {I still dream of|I keep checking the profile of} my ex {after $few months|every night}. {How do I move on?}
      {We broke up|We split up} but {share a flat|work together|have a dog}. {How do we handle it?}
      {Write|Help me write} {a last message|a goodbye letter I'll never send} to my ex{: no anger, just closure|}.
      ~ {breakup|no contact|get over ex} {rule|text|advice|stages}
      > I think he wants me back`,
    "dating-profile": String.raw`
      @ dating|my dating profile|a first date|Tinder|online dating
      {Write|Improve} my {Tinder|Hinge|Bumble|dating} {bio|profile}: {$job, $age, likes climbing and bad puns|divorced, two kids, loves cooking|shy, cat person}.
      What {do I write|is a good first message} to {a match|someone} who {likes jazz|only has selfies|says "ask me anything"}?
      {First date|Second date} ideas {in $city|that aren't dinner|under $money|for shy people}?
      {She|He} {hasn't answered in two days|said "let's see"|cancelled twice|only texts at night}. {Is that a no|What does it mean in dating}?
      {When|How} do I tell {a date|someone I'm dating} that {I have kids|I'm ill|I want something serious}?
      {I've been single|I haven't dated} {for $few years|since my divorce}. {How do I start dating again at $age?}
      ~ {tinder|hinge} {bio|opening line|prompts} {funny|guy|over 40}
      > less cheesy`,
    "friend-conflict": String.raw`
      @ a friend|my best friend|a fight with a friend|a friendship|friends
      My {best friend|friend $name} {stopped talking to me|borrowed $money and never paid|flirts with my partner|always cancels}. {What should I do|Do I say something}?
      {How do I make|Where do adults find} friends {in a new city|at $age|as an introvert|after moving to $city}?
      {I wasn't invited|They forgot me}: {my friends went away without me|a friend's wedding}. {Am I overreacting?|How do I bring it up?}
      {Should I|How do I} {end a friendship|apologise to a friend|tell a friend the truth} {after a fight|about her husband|when we grew apart}?
      My friend {is depressed|has cancer|just lost her dad}. {What do I say|How can I help}?
      {Our friend group|My roommate and friend} {gossips|split into two|only talks about kids}. {How do I deal with these friends?}
      ~ {toxic friend|losing friends|friend} {signs|text to send|what to do}
      > she says I'm too sensitive`,
    "marriage-communication": String.raw`
      @ my marriage|my husband|my wife|our relationship|couple problems
      My {husband|wife|partner} and I {argue about housework|hardly talk any more|fight about money|sleep in separate rooms}. {How do we fix this|Is our marriage over}?
      {How do I tell|How do I talk to} my {husband|wife} {that I'm unhappy|about his drinking|that I want another child} {without a fight|}?
      {He cheated|She lied to me|I found messages on his phone}. {Can a marriage survive that|Stay or leave}?
      {Date night ideas|Questions for couples|A weekly check-in} {for married people with kids|after ten years}?
      {Does couples therapy|Does a break|Does counselling} {help|make sense} {if only one wants it|for us}? {How do I suggest it to my wife?}
      {My in-laws|His mother} {interfere|criticises my cooking|visits every weekend}. {My husband says nothing.|How do we set boundaries as a couple?}
      ~ {marriage|husband|wife} {communication|silent treatment|chores argument} [tips]
      > he says I'm nagging`,
    toddler: String.raw`
      @ my toddler|my two-year-old|parenting a toddler|my baby|my little one
      My {toddler|two-year-old|three-year-old} {hits other kids|won't eat anything green|has tantrums in the shop|wakes up at 5}. {What can I do|Is that a phase}?
      {How do I|When do I} {potty train|wean|stop the pacifier|move the baby to her own room} {without drama|at 18 months|}?
      {Games|Activities|Crafts} for a {one-year-old|toddler|three-year-old} {on a rainy day|without screens|in the car}?
      {How much sleep|How many words|How much milk} {should|does} a {two-year-old|baby of 14 months} {need|say|drink}?
      {Starting daycare|A new sibling|Our move} {upsets my toddler|made my son regress}. {How do we help the little one?}
      {A bedtime story|A song|A tooth-brushing rhyme} for my {toddler|two-year-old} {with a digger|about a rabbit called $name|}.
      ~ toddler {tantrum|sleep regression|picky eater|biting} [{tips|2 years|18 months}]
      > we tried stickers`,
    teenager: String.raw`
      @ my teenager|my teenage son|my teenage daughter|parenting teens|my 14-year-old
      My {teenage son|15-year-old|daughter (13)} {is on the phone all night|doesn't talk to us|skips school|vapes}. {How do I react|What rules make sense}?
      {How much|What} {pocket money|screen time|curfew} {is normal for|should I give} a {14-year-old|teenager}?
      {How do I talk|When should we talk} to {my teen|my daughter} about {sex|drugs|porn|her weight|social media}?
      I {found cigarettes|read my son's messages|caught my daughter drunk}. {What would a good parent do?}
      My {teen|son} {is bullied at school|has no friends|fails maths|only plays video games}. {How can we help?}
      {Chores|House rules|A phone contract} for {teenagers|a 13-year-old}: {fair suggestions|write one}.
      ~ teen {screen time|curfew|attitude|school refusal} [rules]
      > the other parents allow it`,
    "baby-names": String.raw`
      @ baby names|a name for our baby|naming our son|naming our daughter|a baby name
      {Suggest|We need} {baby names|a name for our daughter|boy names} {that work in English and $language|that go with the surname Berg|, short and old-fashioned|like $name but rarer}.
      What does the name {$name|Elodie|Kaito|Ilse|Soren|Amaya} {mean|stand for}? {Where does it come from?}
      {Is $name|Would $name} {too old-fashioned|a good name for a baby|strange for a girl|hard to pronounce in $language}?
      {Middle names|Sibling names} {for|that fit} {$name|a brother of $name and $name2}?
      {We can't agree|My partner vetoes everything|My mother hates our choice}: {how do couples choose a baby name|$name or $name2}?
      {Gender-neutral|Nature-inspired|Mythological|Two-syllable} {baby names|names for girls|names for boys}?
      ~ {boy|girl|unisex} names {starting with M|rare|$language|meaning light}
      > not so popular ones`,
  },
};

export const pets: DomainSource = {
  id: "pets",
  replies: [
    "Keep the routine the same for a week and reward what you want to see; call a vet if {it stops eating|there is blood}.",
    "Change {food|the litter|the walk} slowly, over about ten days.",
  ],
  topics: {
    "dog-training": String.raw`
      @ training my dog|my dog|my puppy|dog training|a dog's behaviour
      My {dog|puppy|labrador|rescue dog} {pulls on the lead|barks when I leave|chews my shoes|jumps at guests|won't come back}. {How do I train that|What works}?
      How do I {house-train a puppy|teach a dog to stay|crate train|socialise a scared dog} {in a flat|at night|when I work}?
      {My dog|Our terrier} {growls at my child|is aggressive to other dogs|is afraid of fireworks}. {What should we do?}
      {Clicker or treats|How long|When}: {training a puppy|should a walk be|does a beagle calm down}?
      {How long can|Can I leave} {a dog|a puppy} alone {at home|in the car}? {I work $minutes minutes away.|Eight hours too long?}
      {Games|Tricks|Brain work} for a {bored|old|clever} dog {on rainy days|indoors}?
      ~ {puppy|dog} {biting|recall|leash pulling|potty} [training {tips|schedule}]
      > he only listens when I have treats`,
    "cat-behaviour": String.raw`
      @ my cat|cat behaviour|my kitten|our cats|a cat problem
      {Why does|My} my cat {pee outside the litter box|scratch the sofa|meow at 4 am|bite my feet|stare at the wall}? 
      {How do I|Tips to} {introduce a second cat|get my cat into the carrier|keep a cat off the table|play with an indoor cat}?
      {My cat|The kitten} {hides since we moved|fights with our other cat|stopped purring}. {Is she stressed|What do I do}?
      {Indoor or outdoor cat|One kitten or two|Which litter} {in a flat|near a road|for a $job who is often away}?
      {What does it mean|Is it love} when a cat {blinks slowly|brings dead mice|kneads my belly|wags its tail}?
      {How do I|Can you} {trim a cat's claws|train a cat|stop a cat from eating plants}?
      ~ cat {not using litter box|meowing at night|zoomies|hissing} [why]
      > she was a stray`,
    "pet-health": String.raw`
      @ a sick pet|my pet's health|the vet|a vet question|my sick $animal
      My $animal {won't eat|is limping|vomits|sneezes|scratches all day|has diarrhoea} {since $weekday|after a walk|}. {Vet or wait|What could it be}?
      My {dog|cat} ate {chocolate|a sock|grapes|lily leaves|my pills}. {How dangerous is it|What do I do now}?
      {How much does|Is} {neutering|pet insurance|a vet visit|dental cleaning} {cost|worth it} for a $animal?
      {How do I|Tricks to} {give a $animal a tablet|remove a tick|clean a dog's ears|check for fleas}?
      {When is it time|How do I decide} to {put my $animal to sleep|operate on an old dog}? {She's 15.|It breaks my heart.}
      {Which vaccinations|How often should|At what age} {does my $animal need|see the vet|be spayed}?
      ~ $animal {lethargic|limping|vaccination|tick|not eating} [vet]
      > the vet is closed until $weekday
      =animal dog|cat|rabbit|guinea pig|budgie|hamster|puppy|kitten`,
    "pet-food": String.raw`
      @ pet food|dog food|feeding my cat|what my pet can eat|a diet for my dog
      Can {dogs|cats|rabbits|hamsters} eat {cheese|bananas|raw egg|tuna|carrots|bread|rice}?
      How much {food|wet food|kibble} {does|should} {a 4 kg cat|a labrador puppy|a senior dog} {need|get} {a day|}?
      {Grain-free|Raw|Vegan|Homemade} {dog food|cat food}: {good idea|healthy or hype}?
      My {dog|cat} is {too fat|a picky eater|allergic to chicken|begging all day}. {What should I feed|How do I put her on a diet}?
      {Recipe|Instructions} for {homemade dog treats|bland food for a dog with a bad stomach|a cat birthday cake}?
      {Which brand|Wet or dry|How do I switch} {pet food|to senior food} {for a kitten|with kidney disease|}?
      ~ {dog|cat} food {amount by weight|hypoallergenic|puppy schedule}
      > he just sniffs at it`,
    "adopt-pet": String.raw`
      @ getting a pet|adopting a dog|which pet to get|a rescue animal|getting a dog
      {Which|What} {dog breed|pet} {fits|suits} {a family with small kids|a flat|someone with allergies|a full-time job|an active couple}?
      {Should we|Is it fair to} {get a dog|adopt a cat|buy a rabbit} {if we both work|in a small flat|with a baby on the way}?
      {What does a|How much does a} {dog|cat|horse|parrot} cost {per month|in the first year}?
      {Shelter or breeder|Puppy or adult dog|One or two guinea pigs}? {First pet.|We have a toddler.|}
      {What do I need|Shopping list} {before the puppy comes home|for a kitten|for a hamster}?
      {Names|A name} for {a black cat|our puppy|a grumpy tortoise|two rabbits}?
      ~ best {dog|pet} for {apartment|kids|seniors|allergies}
      > my landlord allows small pets only`,
    aquarium: String.raw`
      @ my aquarium|fish tanks|aquarium fish|a reptile|unusual pets
      My {fish|guppies|goldfish|shrimp} {die one after another|hang at the surface|have white spots}. {Water values|What's wrong with the tank}?
      {How do I|Steps to} {cycle a new tank|clean an aquarium|lower nitrate|get rid of algae} {without killing the fish|}?
      {Which fish|How many fish} {for a 60 litre tank|live together|are good for beginners}?
      {What do I need|How big a terrarium} for a {bearded dragon|corn snake|leopard gecko|tortoise|stick insect}?
      My {gecko|turtle|snake|axolotl} {won't eat|is shedding badly|sleeps all day}. {Is that normal|Too cold}?
      {Filter|Heater|Plants|Lamp} {for a nano tank|for turtles}: {which one|do I really need it}?
      ~ {aquarium|betta|gecko|turtle} {setup|cloudy water|temperature|tank size}
      > the pH is 7.5`,
    "pet-travel": String.raw`
      @ travelling with my dog|travelling with a pet|a pet sitter|a holiday with a dog|pet travel
      {Can I take|How do I take} my {dog|cat} {on a plane|on the train|to $country|across the border}?
      {What papers|Which vaccinations} does a {dog|cat|ferret} need {for $country|for the ferry|to move to $country}?
      My {dog|cat} {gets carsick|howls in the carrier|panics in the car}. {What helps on a long trip?}
      {Kennel or sitter|Who looks after|Is it okay to leave} {my cat|two dogs} {during a holiday of $days days|over Christmas}?
      {Write|Make} instructions for the {dog sitter|cat sitter|neighbour} {who feeds our cats|for a week}.
      {Dog-friendly|Holiday with a dog}: {beaches|hotels|hikes} {in $country|near $city}?
      ~ {fly|train|ferry} with {dog|cat} {$country|rules|carrier size}
      > he weighs 9 kg`,
  },
};
