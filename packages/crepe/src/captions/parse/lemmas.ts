import { loadLexicon } from "./lexicon.ts";

const irregularNouns = new Map(
  words(`men man women woman children child feet foot teeth tooth mice mouse geese goose oxen ox knives knife wives
    wife lives life leaves leaf loaves loaf shelves shelf halves half calves calf wolves wolf hooves hoof scarves scarf
    thieves thief potatoes potato tomatoes tomato buses bus gases gas skies sky cookies cookie movies movie
    ties tie pies pie policemen policeman policewomen policewoman firemen fireman snowmen snowman businessmen businessman
    fishermen fisherman grandchildren grandchild cacti cactus skiis ski taxis taxi shoes shoe toes toe canoes canoe
    axes axe dice die aircrafts aircraft selves self elves elf hoves hoof veggies veggie brownies brownie
    hoodies hoodie selfies selfie smoothies smoothie zombies zombie bookies bookie collies collie clothes clothes glasses glasses`).reduce<
    [string, string][]
  >((pairs, word, index, all) => (index % 2 === 0 ? [...pairs, [word, all[index + 1] ?? word]] : pairs), []),
);

/** Nouns that have no singular of the same sense, or end in s in the singular. */
const fixedNouns = new Set(
  words(`glasses sunglasses eyeglasses goggles pants jeans shorts trousers slacks tights leggings pajamas overalls
    scissors tongs pliers binoculars headphones earphones clothes series species grass glass dress bus gas lens
    tennis mattress moss cross chess swiss canvas iris asparagus cactus hippopotamus octopus chassis atlas bass boss
    compass mess pass press class brass lettuce news wilderness harness fitness darkness brightness business
    christmas swimsuit cutlass hummus citrus circus campus virus walrus platypus lotus hibiscus eucalyptus crocus
    stairs suds bangs arms us this its is was has as yes plus thus always paris texas los vegas angeles
    address fortress princess actress waitress mistress seamstress hostess goddess wellness happiness wii sus molasses pus`),
);

const irregularVerbs = new Map<string, string>(
  lines(`be am is are was were been being
    have has had having
    do does did done
    sit sat sitted
    stand stood
    lay laid lain lies lying lie laying
    hold held
    wear wore worn
    ride rode ridden
    eat ate eaten
    drink drank drunk
    fly flew flown flies
    drive drove driven
    run ran
    swim swam swum
    swing swung
    throw threw thrown
    catch caught
    hang hung
    take took taken
    make made
    see saw seen
    show shown
    write wrote written
    draw drew drawn
    build built
    break broke broken
    tear torn tore
    grow grew grown
    blow blew blown
    know knew known
    go went gone goes
    come came
    get got gotten
    give gave given
    leave left
    feed fed
    lead led
    sleep slept
    keep kept
    feel felt
    bend bent
    send sent
    spend spent
    lend lent
    stick stuck
    dig dug
    spin spun
    win won
    shine shone
    shake shook shaken
    speak spoke spoken
    freeze froze frozen
    steal stole stolen
    choose chose chosen
    weave wove woven
    wind wound
    bind bound
    find found
    fall fell fallen
    rise rose risen
    bite bit bitten
    hide hid hidden
    slide slid
    light lit
    meet met
    sell sold
    tell told
    buy bought
    bring brought
    teach taught
    fight fought
    sweep swept
    kneel knelt
    lean leant
    lose lost
    shoot shot
    sew sewn
    sing sang sung
    ring rang rung
    sink sank sunk
    spread spread
    cut cut
    put put
    set set
    hit hit
    shut shut
    split split
    read read
    say said
    pay paid
    begin began begun
    tie tied tying
    die died dying
    dye dyed
    ski skied skiing skiis`).flatMap((line) => {
    const [base = "", ...forms] = line.split(" ");
    return forms.map((form): [string, string] => [form, base]);
  }),
);

const cache = new Map<string, string>();
const cacheSize = 50_000;

/** Singular dictionary form of a lower-case noun; a noun without a singular stays: "men" gives "man", "jeans" "jeans". */
export function toSingular(noun: string): string {
  return remember(`n:${noun}`, () => findSingular(noun));
}

function findSingular(noun: string): string {
  if (fixedNouns.has(noun)) return noun;
  const irregular = irregularNouns.get(noun);
  if (irregular !== undefined) return irregular;
  if (!/[^su]s$/u.test(noun) || noun.length < 4) return noun;
  const isNoun = (word: string): boolean => loadLexicon().words.get(word)?.noun !== undefined;
  if (noun.endsWith("is") && !isNoun(noun.slice(0, -1))) return noun;
  if (noun.endsWith("ies") && noun.length > 4)
    return isNoun(`${noun.slice(0, -3)}y`) || !isNoun(noun.slice(0, -1))
      ? `${noun.slice(0, -3)}y`
      : noun.slice(0, -1);
  if (noun.endsWith("ves") && isNoun(`${noun.slice(0, -3)}f`) && !isNoun(noun.slice(0, -1)))
    return `${noun.slice(0, -3)}f`;
  if (/(?:ss|sh|ch|x|zz|o|s)es$/u.test(noun)) {
    const short = noun.slice(0, -2);
    const long = noun.slice(0, -1);
    return isNoun(short) || !isNoun(long) ? short : long;
  }
  return noun.slice(0, -1);
}

/** Dictionary form of a lower-case verb, or null where WordNet knows no such verb: "riding" gives "ride". */
export function toVerbBase(verb: string): string | null {
  const found = remember(`v:${verb}`, () => findVerbBase(verb) ?? "");
  return found === "" ? null : found;
}

function findVerbBase(verb: string): string | undefined {
  const irregular = irregularVerbs.get(verb);
  if (irregular !== undefined) return irregular;
  const isVerb = (word: string): boolean =>
    word.length > 1 && loadLexicon().words.get(word)?.verb !== undefined;
  return candidates(verb).find(isVerb);
}

function candidates(verb: string): readonly string[] {
  const stem = /^(.+?)(?:ing|ed)$/u.exec(verb)?.[1];
  if (stem !== undefined) {
    const undoubled = /([bdgklmnprtvz])\1$/u.test(stem) ? [stem.slice(0, -1)] : [];
    const fromY = stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [];
    // "rid" and "hop" are verbs too: after one vowel and one consonant a silent e was there, or the consonant would be doubled.
    const silent =
      /[^aeiou]?[aeiou][bcdgklmnprstuvz]$/u.test(stem) &&
      !/[aeiou]{2}.$/u.test(stem) &&
      !/(?:en|er|on|it|et|el)$/u.test(stem);
    return [...fromY, ...undoubled, ...(silent ? [`${stem}e`, stem] : [stem, `${stem}e`])];
  }
  if (verb.endsWith("ies")) return [`${verb.slice(0, -3)}y`, verb.slice(0, -1)];
  if (/(?:ss|sh|ch|x|zz|o)es$/u.test(verb)) return [verb.slice(0, -2), verb.slice(0, -1)];
  if (verb.endsWith("s") && !verb.endsWith("ss")) return [verb.slice(0, -1), verb];
  return [verb];
}

function remember(key: string, compute: () => string): string {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (cache.size >= cacheSize) cache.clear();
  cache.set(key, value);
  return value;
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim());
}
