/** Conversations that have hardly begun. */
export const emptyish = [
  "{hi|hello|hey|yo|hi there|hello?|hey!|good morning|sup|hola|test|testing|test 123|.|?|??|ok|hmm|asdf|asdfgh|qwerty|aaa|lol|:)|help|start|are you there|u there?|anyone|nvm|nothing|oops|wrong window|hello hello|Hi!|Hello.|Hey there}",
  "{oops|sorry}, {wrong chat|that was for someone else|my cat walked on the keyboard|pocket typing}",
  "{can you|do you} {hear me|see this|read this}?",
] as const;

export const oddSlots = {
  thing:
    "umbrella|teapot|harmonica|doorknob|mailbox|lighthouse|walrus|trombone|parking meter|snow globe|typewriter|escalator|marble|weather vane|bagpipe|stapler|thimble|hot air balloon|compass|gargoyle",
  thing2:
    "moss|glaciers|semicolons|turnips|elevators|pigeons|static electricity|left-handed scissors|fog|barcodes|vinegar|zippers|manhole covers|quicksand|tinsel|roundabouts",
  person:
    "a pirate|a medieval monk|a tired robot|an astronaut|a lighthouse keeper|my goldfish|a Victorian ghost|a vending machine",
  n: "3|7|11|17|23|40|99|144|365|1001",
} as const;

/** Requests that hardly anyone else makes. */
export const oddities = [
  "How many {golf balls|jelly beans|penguins|copies of the phone book} fit in {a school bus|a $thing|the Moon|my fridge}?",
  'Write the word "$thing" $n times {backwards|with a typo in each|in alternating case}.',
  "If {$thing2|a $thing} could {vote|talk|fly|file taxes}, what would {happen|change|they say first}?",
  "Rank these by {weight|loudness|moral worth}: {$thing2, a $thing, Tuesday|a $thing, $thing2, the colour blue}",
  "{Name|List} $n {things|places|reasons} that have nothing to do with {$thing2|a $thing}.",
  "Who would win, $n {geese|$thing2|librarians} or one {$thing|very angry swan}?",
  '{Count|Sort|Reverse} the letters in "{$thing|$thing2|supercalifragilistic}"',
  "What {sound|smell|shape} is {the opposite of|closest to} {a $thing|$thing2}?",
  "Pretend {you are|I am} {$person|a $thing} and {apologise|give the weather forecast|order soup}.",
  "Why {do|don't} we {paint|insure|count|name} {$thing2|our $thing}s?",
  "{Invent|Make up} a {holiday|sport|superstition} {about|involving} {$thing2|a $thing}.",
  "What was {the first|the most expensive|the smallest} {$thing} ever {made|lost|stolen}?",
  "{Draw|Make} an ASCII {$thing|duck|staircase} {wearing a hat|with $n legs|in the rain}",
  "What time is it {on Mars|at the South Pole|in the year $n}?",
  '{Encode|Say} "meet me by the $thing" in {Morse|Pig Latin|ROT13|binary}.',
  "Is {$thing2|a $thing} {a sandwich|legal tender|alive|waterproof}? {Settle a bet.|Yes or no.|Defend your answer.}",
  "{42|$n} divided by {a $thing|$thing2}. {Show your working.|Explain.|Round down.}",
  'My {horoscope|grandmother|fortune cookie|crossword} says "{beware of $thing2|the $thing returns}". {Thoughts?|Eight letters?|What does it mean?}',
  "{Flip a coin|Roll $n dice|Pick a number between 1 and $n} {for me|and don't tell me|, best of three}",
  "How would {$person|$person2} describe {$thing2|a $thing} to {$person2|$person}?",
  "{Lorem ipsum|Blah blah|One two three} {$thing} {$thing2} {$n}",
  "Tell me {something|one fact|a secret} about {$thing2|the $thing} that {nobody knows|is false|rhymes}",
] as const;
