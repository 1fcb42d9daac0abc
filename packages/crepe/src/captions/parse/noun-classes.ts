/** Word lists by meaning that decide how a phrase becomes objects, attributes and relations. */
const toSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter((word) => word !== ""));

export const colours =
  toSet(`white black blue green red brown yellow gray grey orange silver pink tan purple beige gold
  maroon turquoise teal navy golden burgundy violet magenta khaki cream lavender blonde blond brunette ivory colored`);

/** Words that join a following colour into one attribute: "dark blue". */
export const shades = toSet("light dark bright pale deep navy hot neon lime royal baby sky multi");

/** Nouns that, before another noun, say what it is made of or what kind it is, and so become its attribute. */
export const modifierNouns =
  toSet(`metal brick glass stone plastic wooden concrete leather cement dirt gold silver orange steel iron chrome
      tile marble ceramic denim wicker granite stainless porcelain clay rubber vinyl wool cotton velvet mesh lace silk
      hardwood copper brass bronze straw canvas styrofoam linoleum asphalt adobe stucco gravel sand cardboard paper
      baby adult toy male female mother father wii wine laptop computer pine evergreen passenger chain-link
      chocolate statue electric plaid rock tomato ocean fighter utility`);

/** Modifier nouns that the convention spells as an adjective. */
export const modifierSpellings: ReadonlyMap<string, string> = new Map([
  ["wood", "wooden"],
  ["stripe", "striped"],
  ["stripped", "striped"],
  ["multicolored", "multi-colored"],
  ["multi colored", "multi-colored"],
]);

export const people =
  toSet(`man woman boy girl person people lady guy kid child player skier snowboarder surfer
  skateboarder rider driver batter catcher umpire pitcher male female baby toddler couple player officer policeman
  worker chef tourist pedestrian cyclist biker motorcyclist passenger student bride groom mother father son daughter
  family crowd spectator adult human individual teenager men women children athlete cowboy soldier clown vendor
  customer businessman skater bicyclist fan gentleman model waiter waitress human teen boarder fireman fisherman
  policewoman infant friend group player jockey`);

export const animals =
  toSet(`dog cat horse elephant giraffe zebra cow sheep bear bird teddy duck goat lion tiger monkey
  puppy kitten seagull pigeon goose lamb calf bull pony foal ostrich deer fish swan parrot penguin animal rhino
  hippo ram ox camel owl squirrel rabbit chicken rooster hen eagle gazelle antelope polar`);

export const clothes =
  toSet(`shirt jacket coat hat cap helmet pants jeans shorts dress skirt tie suit vest sweater shoe
  boot sock glove scarf glasses sunglasses goggles uniform t-shirt tshirt sweatshirt hoodie blouse wetsuit bikini
  swimsuit trunks robe apron belt jersey outfit clothing clothes sandal sneaker top gown hoody kimono bandana
  bracelet necklace watch mask costume overcoat raincoat blazer sweatpants leggings tux tuxedo attire backpack
  earring ring beanie visor headband cleats flip-flops mitten snowsuit tank cardigan turtleneck headphones`);

export const bodyParts =
  toSet(`head hand arm leg foot face hair ear eye mouth nose neck tail trunk back tooth tongue
  finger shoulder knee wing beak mane fur paw hoof horn tusk belly chest wrist body lip forehead thigh ankle beard
  mustache moustache elbow chin cheek toe whisker snout lap waist feather skin stomach hip thumb skull breast`);

/** What holds its content: "glass of beer" is beer in a glass. */
export const containers =
  toSet(`glass cup bottle box jar basket can vase pot pitcher bucket bag mug bowl tray carton
  container pan crate tub case pack jug pile line`);

/** Amount nouns that stay as an attribute with "of". */
export const groupNouns: ReadonlyMap<string, string> = new Map([["group", "group of"]]);

/** Amount nouns that become an attribute of what follows. */
export const pieceNouns = toSet("piece pieces slice slices patch patches part statue pile");

/** Amount nouns that say nothing about the picture beyond a plural. */
export const emptyAmounts =
  toSet(`bunch pair lot lots row rows couple set crowd herd stack cluster variety bouquet
  collection flock kind kinds type types dozens body bodies string strand strip bit bits handful series number plenty
  tons ton load loads layer layers assortment sort bundle half sets stacks piles bunches clump clumps array portion
  sections section team pack close-up closeup view image ends end side sides top close rest tip game amount chunk heap pairs
  groups crowds couple herds clusters spot edge corner`);

/** Things that have a fixed place: a first noun that tells where the second is. */
export const places = toSet("kitchen bathroom bedroom");

/** Heads that are parts of the noun before them: "tree branch" is a tree that has a branch. */
export const partHeads =
  toSet(`branch door head wing screen face engine handle seat leg wheel mouth frame keyboard nose
  blade tail feather ear paw windshield lid foot fur hand tire eye neck horn window`);
