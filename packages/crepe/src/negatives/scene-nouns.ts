import { toSingular } from "../captions/render/noun-number.ts";

/**
 * Things that one sees in pictures, by what they are used for. A member can stand where another of its kind stands, and
 * nobody would call the one by the name of the other, but for {@link areLookAlikes}.
 */
const nounsByKind = {
  mammal: "dog|cat|horse|cow|sheep|goat|elephant|giraffe|zebra|bear|pig|lion|tiger|deer|monkey|rabbit|donkey|camel|panda|squirrel|kangaroo|puppy|kitten|pony|lamb|calf|bull|ram|polar bear",
  bird: "duck|goose|seagull|pigeon|parrot|owl|swan|penguin|eagle|peacock|flamingo|rooster|hen|pelican|ostrich|bird",
  "water animal": "fish|dolphin|whale|shark|turtle|seal|crab|lobster",
  insect: "butterfly|bee|spider|fly|ant|beetle|ladybug|dragonfly",
  clothing: "shirt|t-shirt|jacket|coat|sweater|vest|dress|skirt|pants|jeans|shorts|blouse|hoodie|robe|apron|suit|uniform|scarf|tie|bow tie|belt|glove|sock|shoe|boot|sandal|sneaker|hat|cap|helmet|beanie|headband|crown|mask|bikini|swimsuit|wetsuit|jersey",
  accessory: "glasses|sunglasses|goggles|watch|bracelet|necklace|ring|earring|wristband|headphones",
  "road vehicle": "car|truck|bus|van|taxi|motorcycle|bicycle|scooter|tractor|tram|trolley|jeep|limousine|carriage|wagon|cart|bike|suv|train|police car|fire truck",
  boat: "boat|ship|sailboat|canoe|kayak|raft|yacht|ferry|speedboat",
  aircraft: "airplane|plane|helicopter|jet|parachute|kite|balloon",
  board: "skateboard|surfboard|snowboard|ski|sled|skate|paddle|kickboard",
  "sports gear": "ball|bat|racket|frisbee|glove|tennis ball|baseball|baseball bat|tennis racket|soccer ball|basketball|football|golf ball",
  furniture: "table|chair|couch|sofa|bed|desk|bench|stool|dresser|cabinet|bookshelf|bookcase|nightstand|armchair|ottoman|coffee table|crib|wardrobe|shelf|cupboard",
  bedding: "pillow|blanket|sheet|comforter|towel|mattress|quilt|cushion|rug|carpet|mat|curtain|tablecloth",
  device: "laptop|computer|keyboard|monitor|television|tv|phone|cell phone|camera|remote|tablet|printer|speaker|radio|clock|lamp|fan|telephone|microphone",
  "kitchen device": "oven|stove|microwave|refrigerator|fridge|toaster|dishwasher|blender|kettle|mixer|coffee maker|freezer",
  "bathroom thing": "toilet|sink|bathtub|shower|mirror|faucet|tub|toilet paper",
  container: "bowl|cup|mug|bottle|vase|jar|box|basket|bucket|pot|pan|can|crate|pitcher|wine glass|trash can|teapot|tray|plate|jug|barrel",
  bag: "bag|suitcase|backpack|purse|handbag|briefcase|luggage",
  cutlery: "fork|spoon|knife|chopstick|spatula|ladle|napkin|straw|toothpick",
  dish: "pizza|sandwich|hamburger|burger|hot dog|salad|soup|cake|donut|doughnut|pie|cookie|muffin|taco|burrito|pasta|rice|pancake|waffle|omelet|cupcake|bagel|croissant|spaghetti|brownie",
  produce: "apple|orange|banana|carrot|broccoli|tomato|lemon|pepper|onion|lettuce|cucumber|grape|strawberry|potato|pear|peach|pineapple|watermelon|mushroom|celery|corn|cabbage|lime|mango|kiwi|avocado|cherry|spinach|bean|pea|olive|pickle|blueberry|raspberry|pumpkin",
  topping: "cheese|bread|bacon|egg|meat|sausage|ham|chicken|sauce|ketchup|mustard|butter|icing|frosting|chocolate|pepperoni|shrimp|steak|beef",
  drink: "coffee|tea|beer|wine|milk|juice|soda|lemonade",
  building: "house|church|tower|store|shop|hotel|barn|restaurant|castle|skyscraper|bridge|stadium|tent|garage|shed|hut|cabin|windmill|lighthouse|temple|station|school|factory|museum|hospital|library",
  "street thing": "fire hydrant|hydrant|parking meter|street light|streetlight|lamp post|traffic light|mailbox|stop sign|sign|traffic cone|cone|statue|fountain|billboard|flag|trash can|street sign|phone booth|bus stop",
  barrier: "fence|gate|railing|wall|hedge|curb",
  opening: "window|door|doorway|arch|chimney|balcony|staircase|stairs|roof|awning",
  plant: "tree|flower|bush|palm tree|cactus|vine|fern|rose|sunflower|tulip|daisy|pine tree|weed",
  surface: "street|road|sidewalk|beach|sand|grass|field|snow|dirt|mud|ice|tarmac|runway|path|parking lot|floor|lawn|pavement|gravel|track|tennis court|court|highway|driveway",
  water: "ocean|sea|lake|river|pond|pool|stream|waterfall",
  land: "mountain|hill|forest|desert|island|cliff|valley|meadow|park|garden|farm|rock|boulder|shore",
  room: "kitchen|bathroom|bedroom|living room|office|hallway|classroom|dining room|basement|attic|lobby",
  "sky thing": "cloud|sun|moon|rainbow|star",
  instrument: "guitar|piano|drum|violin|trumpet|flute|saxophone|cello",
  toy: "teddy bear|doll|balloon|kite|puzzle|stuffed animal|lego",
  tool: "scissors|hammer|ladder|rope|pen|pencil|brush|broom|shovel|hose|umbrella|candle|lantern|hammer|screwdriver|toothbrush|comb|stapler|pole|stick|cane|whistle",
  paper: "book|newspaper|magazine|envelope|notebook|map|calendar|menu|card|poster|picture|painting|photo",
  mark: "letter|number|word|stripe|spot|dot|arrow|star|logo|line|circle|triangle|square|cross|heart|symbol",
  "part of a tree": "leaf|branch|trunk|root|log|stump|twig",
} as const; // prettier-ignore

/** The kind of a thing that one sees in pictures; a compound goes by its head where it is not known whole. */
export function sceneKindOf(name: string): string | null {
  const singular = toSingular(name);
  return kinds.get(singular) ?? kinds.get(singular.slice(singular.lastIndexOf(" ") + 1)) ?? null;
}

/** Whether a name is one for persons in general: "woman", "kid", "crowd". */
export function isPersonName(name: string): boolean {
  return personNames.has(name) || personNames.has(toSingular(name));
}

/** All kinds that {@link sceneKindOf} may give, sorted. */
export const sceneKinds: readonly string[] = Object.keys(nounsByKind).toSorted();

/** The things of a kind, sorted. */
export function sceneNounsOf(kind: string): readonly string[] {
  return nouns.get(kind) ?? [];
}

/** Whether two names may well be said of one and the same thing in a picture: "street" and "road". */
export function areLookAlikes(a: string, b: string): boolean {
  const [ours, theirs] = [groupsOf(a), groupsOf(b)];
  return ours.some((group) => theirs.includes(group));
}

function groupsOf(name: string): readonly number[] {
  const singular = toSingular(name);
  return groups.get(singular) ?? groups.get(singular.slice(singular.lastIndexOf(" ") + 1)) ?? [];
}

const personNames = new Set(
  "man woman boy girl person people child kid lady guy player baby adult couple crowd skier surfer skateboarder snowboarder rider toddler teenager gentleman".split(
    " ",
  ),
);

const lookAlikes = [
  "man|guy|gentleman|player|adult|person|rider|skier|surfer|skateboarder|snowboarder|teenager", "woman|lady|player|adult|person|rider|skier|surfer|skateboarder|snowboarder|teenager", "boy|kid|child|baby|toddler|teenager|person|player|skateboarder", "girl|kid|child|baby|toddler|teenager|person|player|lady", "people|crowd|couple|person|audience|group",
  "tree|bush|plant|shrub|palm tree|pine tree|hedge|weed|fern|vine|forest", "flower|rose|sunflower|tulip|daisy|plant|blossom|weed|bouquet",
  "street|road|highway|path|lane|pavement|tarmac|asphalt|runway|driveway|track|parking lot|crosswalk|intersection|ground|alley",
  "sidewalk|pavement|path|street|curb|walkway|ground|floor|road|driveway", "floor|ground|tile|carpet|rug|mat|pavement",
  "grass|field|lawn|meadow|park|yard|pasture|ground|garden|hill|farm|weed|hillside", "dirt|sand|mud|gravel|ground|soil|path|field|track|beach|desert|infield",
  "beach|sand|shore|coast|ground|island", "snow|ice|slope|ground|mountain|hill", "court|tennis court|field|ground|playground|stadium|floor|gym",
  "ocean|sea|lake|river|pond|pool|stream|water|wave|bay|waterfall", "mountain|hill|cliff|slope|rock|hillside|valley|land", "rock|stone|boulder|gravel|brick",
  "house|building|structure|store|shop|hotel|restaurant|tower|skyscraper|station|school|factory|museum|hospital|library|church|castle|temple|cabin|hut|shed|barn|garage|home|office",
  "window|door|doorway|glass|arch|mirror", "wall|fence|barrier|railing|gate|hedge|building|curb|brick", "stairs|staircase|step|ladder|ramp",
  "roof|awning|canopy|top|ceiling", "bag|suitcase|backpack|purse|handbag|briefcase|luggage|sack|tote|case",
  "cup|mug|glass|wine glass|bottle|jar|jug|pitcher|can|bucket|drink|vase|teapot|pot|container", "plate|bowl|dish|tray|pan|pot|saucer|platter|container", "box|crate|container|basket|case|barrel|trash can|bin|bucket|can",
  "shirt|t-shirt|jacket|coat|sweater|vest|blouse|hoodie|top|jersey|uniform|suit|robe|dress|outfit|clothes|clothing|wetsuit|costume", "dress|skirt|robe|gown|apron|outfit|uniform|costume",
  "pants|jeans|shorts|trousers|suit|uniform|outfit|clothes|tights|leggings|slacks|wetsuit", "hat|cap|helmet|beanie|crown|headband|visor|hood", "shoe|boot|sandal|sneaker|sock|slipper|heel",
  "bikini|swimsuit|wetsuit|suit|shorts", "tie|bow tie|scarf|necklace", "glasses|sunglasses|goggles|mask", "ring|bracelet|necklace|earring|wristband|watch|jewelry",
  "car|taxi|van|suv|jeep|vehicle|truck|limousine|automobile|police car|traffic", "truck|van|bus|vehicle|wagon|fire truck|tractor|trailer", "bicycle|bike|motorcycle|scooter|motorbike|moped|vehicle", "train|tram|trolley|subway|bus|engine|locomotive", "cart|wagon|carriage|trailer|stroller",
  "boat|ship|sailboat|canoe|kayak|raft|yacht|ferry|speedboat|vessel", "airplane|plane|jet|aircraft|helicopter|airliner", "kite|parachute|balloon|sail",
  "skateboard|surfboard|snowboard|board|kickboard|ski|sled|skate|paddle", "ball|tennis ball|baseball|soccer ball|basketball|football|golf ball", "bat|baseball bat|racket|racquet|tennis racket|stick|paddle|club", "glove|mitt|hand",
  "table|desk|counter|countertop|coffee table|nightstand|stand|bar|dresser|island", "chair|armchair|seat|bench|stool|couch|sofa|ottoman|recliner|loveseat", "bed|couch|sofa|mattress|crib|futon", "cabinet|cupboard|dresser|shelf|bookshelf|bookcase|wardrobe|drawer|closet|rack",
  "pillow|cushion|bedding", "blanket|sheet|comforter|quilt|towel|bedspread|bedding|cloth|tablecloth|curtain|cover|linen", "rug|carpet|mat|towel|blanket",
  "laptop|computer|monitor|screen|tablet|keyboard|television|tv|display", "phone|cell phone|cellphone|telephone|camera|remote|controller|tablet", "speaker|radio|stereo", "clock|watch", "lamp|light|lantern|candle|bulb|chandelier",
  "oven|stove|microwave|range|burner|toaster|cooktop", "refrigerator|fridge|freezer|cooler", "kettle|teapot|pot|coffee maker|blender|mixer", "sink|faucet|basin|tap", "bathtub|tub|shower|bath",
  "fork|spoon|spatula|ladle|utensil|silverware|knife|chopstick", "napkin|paper|cloth|towel|tissue", "pizza|pie|bread|cheese|pancake|omelet", "sandwich|burger|hamburger|hot dog|bagel|bun|bread|taco|burrito|wrap|croissant", "cake|cupcake|pie|dessert|muffin|brownie|pastry|cookie|bread|pancake|waffle|donut|doughnut|bagel|croissant|icing|frosting", "pasta|spaghetti|rice|noodle|salad|soup",
  "lettuce|spinach|cabbage|salad|broccoli|vegetable|celery|herb|leaf", "carrot|pepper|vegetable|pumpkin|potato", "tomato|apple|pepper|cherry|strawberry|raspberry|fruit", "orange|lemon|lime|peach|fruit|mango|grapefruit", "grape|olive|blueberry|bean|pea|cherry|pickle|cucumber|kiwi|avocado|pear",
  "meat|bacon|ham|sausage|chicken|steak|beef|pepperoni|hot dog|pork|egg|shrimp|fish", "sauce|ketchup|mustard|butter|icing|frosting|chocolate|cheese|cream|syrup", "coffee|tea|beer|wine|milk|juice|soda|lemonade|drink|beverage|water|liquid|booze|liquor",
  "sign|street sign|stop sign|billboard|poster|banner|board|signal|advertisement|label", "street light|streetlight|lamp post|traffic light|light|lamp|pole|post|signal", "fire hydrant|hydrant", "pole|post|stick|cane|rod|bar|broom|shovel|column|pipe", "statue|fountain|sculpture|monument",
  "book|newspaper|magazine|notebook|paper|menu|card|envelope|map|calendar|brochure|document", "picture|painting|photo|poster|photograph|frame|art|artwork|map|drawing|calendar|card", "letter|number|word|logo|symbol|text|writing|line|stripe|sign|cross|print|character", "stripe|line|spot|dot|circle|mark|marking|star|square|triangle|arrow|heart|cross|logo|symbol|design",
  "dog|puppy|wolf|fox", "cat|kitten", "horse|pony|donkey", "cow|bull|calf|cattle|ox", "sheep|lamb|goat|ram", "bear|polar bear|panda|teddy bear", "doll|teddy bear|stuffed animal|toy|lego|puzzle", "duck|goose|swan|bird|seagull|pigeon|pelican|hen|rooster|chicken|parrot|eagle|owl|flamingo|ostrich|peacock|penguin", "fly|bee|ant|beetle|ladybug|dragonfly|bug|insect|butterfly", "dolphin|whale|shark|seal|fish",
  "kitchen|dining room|room|living room", "bedroom|room|living room", "bathroom|restroom|room", "office|classroom|room|library|lobby|hallway|basement|attic", "pen|pencil|marker|stick|brush", "brush|toothbrush|comb|broom", "rope|hose|cord|cable|string|wire|leash", "guitar|violin|cello|instrument", "trumpet|flute|saxophone|instrument",
  "leaf|branch|trunk|twig|stump|log|root|stick|tree|plant", "park|garden|forest|farm|land|yard|field|meadow|tree", "flag|banner|sign", "cloud|sky|smoke|fog", "sun|moon|star|light",
].map((line) => line.split("|")); // prettier-ignore

const kinds = new Map<string, string>();
const nouns = new Map<string, readonly string[]>();
for (const [kind, words] of Object.entries(nounsByKind)) {
  const list = words.split("|");
  nouns.set(kind, [...new Set(list)].toSorted());
  // A word of two kinds ("kite", "glove") goes with the one that stands first.
  for (const word of list) if (!kinds.has(word)) kinds.set(word, kind);
}
const groups = new Map<string, readonly number[]>();
lookAlikes.forEach((group, index) => {
  for (const word of group) groups.set(word, [...(groups.get(word) ?? []), index]);
});
