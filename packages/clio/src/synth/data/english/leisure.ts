import type { DomainSource } from "../../topic-source.ts";

export const entertainment: DomainSource = {
  id: "hobbies-and-entertainment",
  replies: [
    "If you liked that, try {an older one|something smaller|the second in the series} first.",
    "Practise it slowly, {five|ten} minutes a day, before you add speed.",
  ],
  topics: {
    "movie-recommendations": String.raw`
      @ a film|movies|what to watch|a series|a movie recommendation
      {Recommend|Suggest} {a film|movies|a series} {like $movie|for a rainy Sunday|to watch with my parents|that isn't violent}.
      {What should|What can} {we|I} watch tonight? {Something funny|A thriller|Nothing too long|Not $movie again}.
      {What's the name of|I'm trying to remember} {a movie|the film} where {a man lives in an airport|the house is alive|kids find a map|everyone forgets one day}?
      {Explain|I didn't understand} the ending of $movie. {Was it a dream?|Spoilers are fine.}
      {In what order|Is it worth it} {do I watch|to watch} {Star Wars|the Marvel films|$movie and the sequels}?
      {Is $movie|Is this series} {okay for a nine-year-old|too scary|based on a true story}?
      ~ {movies|shows} like $movie
      ~ best {horror|romcom|sci-fi|crime} {film|series} {2025|90s|underrated}
      > I've seen that one
      =movie Inception|Parasite|Amélie|The Office|Dark|Interstellar|Spirited Away|Knives Out|Breaking Bad|Paddington|Arrival|Fargo`,
    "book-recommendations": String.raw`
      @ a book to read|books|what to read next|a novel recommendation|my book club
      {Recommend|Suggest} {a book|novels|an audiobook} {like $novel|for the beach|about $subject|for someone who never reads}.
      I {loved|couldn't finish|just read} $novel. {What should I read next|Is the second one better}?
      {Which book|What novel} is good for {a book club|a 12-year-old|my dad who likes history|a long flight}?
      {Discussion questions|Book club questions} for $novel.
      {Is $novel|Are the books of Ursula Le Guin} {worth reading|hard to read|better than the film}?
      {A reading list|Short classics|Non-fiction books} {about|on} $subject {for beginners|}?
      ~ books like $novel
      ~ best {fantasy|crime|memoir|science} books {2025|short|for teens}
      > something shorter
      =novel The Night Circus|Dune|Project Hail Mary|Circe|The Midnight Library|Harry Potter|Klara and the Sun|The Name of the Rose|Educated|Normal People`,
    "game-help": String.raw`
      @ a video game|$game|gaming|stuck in $game|my build in $game
      {How do I beat|I'm stuck at} {the boss|level 12|the water temple|the final mission} in $game? {I died 30 times.|}
      {Best build|Which class|What weapon|Starter tips} {for|in} $game {as a beginner|for solo players|after the patch}?
      {Where do I find|How do I get} {iron|the secret ending|the key|more gold} in $game?
      {Games like|Something similar to} $game {for the Switch|for two players|on a weak laptop|for kids}?
      {Does $game|Will $game} {run on my PC|have crossplay|work offline}? {$game keeps crashing.|I have 8 GB of RAM.}
      {Is $game|Is the DLC of $game} {still worth it|too hard for casual players}? {I have $minutes minutes a day to play.}
      ~ $game {tips|best build|walkthrough|fps drop}
      > on {PS5|Switch|PC}
      =game Elden Ring|Minecraft|Zelda|Stardew Valley|Baldur's Gate 3|Pokémon|Factorio|Hollow Knight|Civilization|Valorant|The Sims`,
    "board-games-dnd": String.raw`
      @ a D&D campaign|Dungeons & Dragons|my tabletop group|a board game|our game night
      {Write|Create|Invent} {a D&D one-shot|a quest|an NPC|a tavern|a puzzle for a dungeon} {for level $days|with a twist|set in a swamp|for beginners}.
      {Backstory|Character sheet|A name} for my {half-elf bard|dwarf cleric|tiefling rogue|goblin wizard}{ who fears water|}.
      {Does|How does} {sneak attack|counterspell|grappling|advantage} {work|stack} {in 5e|if I'm invisible}? {My DM says no.}
      {Which board game|A game} for {$few players|two people|a family with a six-year-old|people who hate rules}?
      {Explain the rules of|How do you play|What's the best strategy in} {Catan|chess openings|Carcassonne|poker|Go|backgammon}?
      My players {ignore the plot|killed the main villain|argue all night}. {What do I do as the dungeon master?}
      ~ dnd {random encounter|plot hook|npc names|homebrew item}
      > make it darker`,
    "music-practice": String.raw`
      @ guitar|playing the piano|learning an instrument|music theory|my instrument
      {How do I|Tips to} {learn guitar at $age|play barre chords|read sheet music|practise scales|sing higher} {without a teacher|}?
      {What chords|Which scale} {fit|go} with {C minor|a sad melody|G, D and Em|a blues in A}?
      {Practice plan|A $minutes-minute routine} for {piano|violin|drums|ukulele|singing}?
      {Explain|What is} {a mode|the circle of fifths|syncopation|a seventh chord|time signature 7/8} {to a guitarist|simply}.
      {Which|What} {guitar|keyboard|microphone|violin size} {should I buy|for a beginner|for an eight-year-old} {under $money|}?
      {Easy songs|First pieces} {for piano|on guitar|for ukulele} {that sound good|for $occasion}?
      ~ {guitar|piano} {chords|fingering|beginner songs|practice schedule}
      > my fingers hurt`,
    photography: String.raw`
      @ photography|my camera|taking photos|camera settings|editing photos
      {What settings|Which shutter speed|What lens} {for|do I need for} {the night sky|a wedding in a dark church|moving kids|portraits|the aurora}?
      My photos are {blurry|too dark|noisy|flat} {indoors|at sunset|with the zoom}. {What am I doing wrong?}
      {Explain|What is} {aperture|ISO|depth of field|the rule of thirds|RAW} {to a beginner|with an example}.
      {Which camera|Phone or camera|What used lens} {for travel|under $money|for birds}?
      How do I {edit a portrait|remove a person|get film colours|sort 20,000 photos} in {Lightroom|Photoshop|a free app}?
      {Photo ideas|Poses|Locations} for {a couple shoot|a family picture|a foggy morning|$occasion}?
      ~ {night|portrait|macro|street} photography {settings|lens|tips}
      > I only have a phone`,
    crafts: String.raw`
      @ knitting|a craft project|sewing|crochet|handmade things
      {How do I|Explain how to} {cast on|read a crochet chart|sew a zip|solder a ring|fold a crane|throw a bowl}?
      {Pattern|Instructions|Beginner project} for {a scarf|a tote bag|a baby blanket|amigurumi cat|macramé plant hanger}?
      My {knitting curls|thread keeps breaking|clay cracked|resin is sticky}. {Why|Can I fix it}?
      {How much|What} {yarn|fabric|wood|wax} do I need for {a jumper size M|curtains|ten candles|a quilt}?
      {Craft ideas|Things to make} {with kids|from old jeans|with paper|to sell at a market|for $occasion}?
      {Which sewing machine|Which needles|What glue|What paint} for {beginners|silk|wood|model trains}?
      ~ {crochet|knit|sew|origami} {pattern|beginner|tension|size chart}
      > I'm left-handed`,
  },
};

export const creative: DomainSource = {
  id: "creative-writing",
  replies: [
    "The harbour light went out at nine, and nobody spoke of it until morning.",
    "Here is a first {scene|verse|draft}; I kept the ending open so that you can choose.",
  ],
  topics: {
    "short-story": String.raw`
      !weight 1.5
      @ a story|a short story|my story|fiction|a story idea
      {Write|Tell me} a {short|funny|scary|sad|bedtime} story about {a lighthouse keeper|a lost robot|two rival bakers|a girl who hears colours|an old dog and a train}{, $words words|, with a twist|}.
      {Continue|Finish|What happens next in} {my story|this}:\n\n$pasteStory
      {Give me|I need} {a plot|a first sentence|an ending|a story idea} {about|for} {a heist in a library|time travel gone wrong|siblings who don't speak|a ghost who is afraid}.
      {Critique|What do you think of|Rewrite} this {scene|opening|chapter}:\n\n$pasteStory
      How do I {write dialogue|show not tell|build suspense|start a novel|beat writer's block} {in fiction|}?
      {Rewrite a fairy tale|Little Red Riding Hood|The three little pigs} {as a crime story|in space|from the wolf's view}.
      ~ {short story|horror story|fairy tale} {prompt|about a fox|100 words|twist ending}
      > {darker|with a happy ending|in first person}`,
    poem: String.raw`
      @ a poem|poetry|a rhyme|a haiku|verses
      {Write|Compose} a {poem|haiku|limerick|sonnet|rhyme} {about|on} {autumn|my grandmother's hands|missing the bus|the sea at night|a cat who hates Mondays}{ for $occasion|}.
      {A short poem|Four lines|Some verses} for {a birthday card|a funeral|my wife|a retirement|a baby}, {not kitschy|that rhymes|in the style of Dickinson}.
      {Improve|Does it rhyme|What do you think of} my poem: {"The rain came late / and so did you"|"I counted steps, I counted doors"|"My heart is a bus without a stop"}?
      {What rhymes with|Words that rhyme with} {orange|silver|heart|$name|autumn}?
      {What is|Explain the form of} a {villanelle|haiku|ghazal|iambic pentameter} {with an example|}.
      {Turn this into|Make} a poem {of|from} {this|these thoughts}:\n\n$pasteStory
      ~ {poem|haiku|limerick} {about spring|for mum|friendship|$occasion}
      > without rhymes`,
    "character-names": String.raw`
      @ a character|character names|names for my novel|my protagonist|a fictional name
      {Suggest|Give me} names for {an elf queen|a 1920s detective|a space pirate|a small fishing village|a villain|a dragon}.
      {Create|Describe|Flesh out} a character: {a tired $job with a secret|a thief with a code|an immortal librarian|the hero's jealous brother}.
      {What flaw|What motive|Which secret} could my {protagonist|villain|heroine} have? {She's a $job in $city.|He seems too perfect.}
      My {main character|hero|antagonist} is {boring|a cliché|too nice}. {How do I give them depth?}
      {Last names|Nicknames|Titles} that sound {noble|sinister|Victorian|futuristic} for {fiction|my novel|a game}?
      {Interview my character|Write a character profile|A day in the life} of {$name, a $job who sees ghosts|my villain}.
      ~ {fantasy|sci-fi|villain|medieval} {names|name generator|character traits}
      > something that starts with K`,
    worldbuilding: String.raw`
      @ worldbuilding|my fantasy world|a fictional world|my invented world|a magic system
      {Create|Invent|Help me build} a {fantasy world|magic system|religion|calendar|currency} {where memories are traded|for desert nomads|with costs|for my novel}.
      {How would|What would} {a city under the sea|a world without metal|people with two moons|a society of bees} {trade|fight|build houses|look like}?
      {Does my world|Is it plausible that} {two suns|a river that flows uphill|a kingdom without farmers} {make sense|work}? {Holes in my worldbuilding?}
      {Write|Draft} {a legend|a creation myth|a law|a travel guide} {from|of} {my world|the island of glass|a floating empire}.
      {Names of|A map description of} {continents|three kingdoms|a haunted forest} for {a fantasy setting|my world}?
      {How do languages|How do I make politics|How do I make monsters} {work|believable} in {a fictional world|fantasy}?
      ~ {magic system|fantasy map|alien species|kingdom} {ideas|rules|names}
      > what do ordinary people eat there`,
    "song-lyrics": String.raw`
      @ song lyrics|a song|writing lyrics|a chorus|a rap
      {Write|Make} {a song|lyrics|a rap|a chorus|a birthday song} {about|for} {leaving $city|$name's 50th|Monday mornings|my old car|being in love with a baker} {in the style of country|that is funny|}.
      {Second verse|Bridge|A better chorus|A rhyme} for my song: {"I packed the rain in a paper bag"|"You left the radio on"|"We were kings of the parking lot"}?
      {Change the lyrics of|Rewrite} {"Happy Birthday"|a Christmas carol|a football song} for {$occasion|our boss|a colleague who retires}.
      How do I {write a hook|find a melody|count syllables|write lyrics that don't sound silly}?
      {What is|Do you understand} the meaning of {the lyrics of "Hotel California"|this verse|"Wonderwall"}?
      {A lullaby|A team anthem|A jingle} for {$business|our daughter|the handball club}.
      ~ lyrics {sad love song|rap about school|country chorus|birthday parody}
      > keep the rhyme scheme`,
    roleplay: String.raw`
      @ a roleplay|an interactive story|role-playing|a text adventure
      !bare
      {Let's play|Start} a {text adventure|role-play|choose your own adventure}: {I wake up on a ship|a zombie city|a wizard school|a detective office in the rain}. {Give me three options each time.|You're the narrator.|}
      {You are|Pretend to be|Act as} {a grumpy innkeeper|Sherlock Holmes|a dragon who sells insurance|the captain of a starship|my medieval advisor}. {Stay in character.|I enter the room.|}
      *{I open the door slowly|draws the sword|sits down next to you by the fire|hands over the letter}* "{Who are you?|We have to go.|I know what you did.}"
      {Let's continue|Can we go on with} {our roleplay|the adventure} {where the princess escaped|from the cave|with the two thieves}?
      {Be|Play} {a murder suspect|a lost alien|a ghost} {and I'll|while I} {ask questions|interrogate you|try to help}.
      {Set up|Invent} {a mystery|a survival scenario|a heist} {for me to play|role-play}: {one sentence at a time|with an inventory|hard mode}.
      ~ {roleplay|rp} {vampire|pirate|detective|space} [scenario]
      > I {look around|run|take the key|ask her name}`,
    jokes: String.raw`
      @ a joke|something funny|puns|jokes|humour
      {Tell me|Give me|Know} a {joke|dad joke|pun|riddle} about {programmers|cats|$job people|cheese|skeletons|the weather}.
      {A funny|An office-safe|A clever} {joke|one-liner|toast joke} for {my presentation|a speech at $occasion|kids|a meeting about $subject}?
      {Explain|I don't get} {this joke|the joke}: {"I used to be a banker but I lost interest"|"Two fish are in a tank..."|"A horse walks into a bar"}.
      {Write|Make up} {a stand-up bit|a funny sketch|a roast} about {$job people|my brother who is always late|airports|smart fridges}.
      {Riddles|Knock-knock jokes|Tongue-in-cheek facts} for {eight-year-olds|a road trip|the office chat}.
      {Make me laugh|I had a bad day, cheer me up|Say something funny}{.| please.| about Mondays.}
      ~ {dad jokes|puns|riddle} {cheese|hard|for kids|about $job}
      > another one`,
  },
};
