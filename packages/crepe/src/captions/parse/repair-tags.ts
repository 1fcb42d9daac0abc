import { toSingular, toVerbBase } from "./lemmas.ts";
import { loadLexicon } from "./lexicon.ts";
import type { CaptionToken } from "./tag-caption.ts";
import { closedClass, type Tag } from "./closed-class.ts";
import { colours, people } from "./noun-classes.ts";

/** Nouns that look like participles, and participles that name a kind of thing before a noun. */
const nounsInIng = new Set(
  `building ceiling clothing painting railing wing ring string king awning icing topping crossing siding earring
  evening thing sling spring frosting bedding seasoning roofing molding moulding paneling flooring sibling wedding
  morning duckling stuffing wiring fencing scaffolding dressing drawing marking writing landing housing lightning
  pudding filling covering opening covering lettering shopping parking dining living cutting serving baking frying
  steering washing rolling-pin sewing blanketing meeting swing wing netting tubing dwelling clearing hamstring
  outing engraving carving sterling herring darling starling padding trimming rigging grating plating piping`.split(
    /\s+/u,
  ),
);

const ambiguousColours = new Set([
  "orange",
  "silver",
  "gold",
  "cream",
  "rose",
  "blonde",
  "blond",
  "brunette",
]);
const endings = /^(?:shaped|haired|sleeved|sized|colored|coloured|leafed|leaved|decker)$/u;

const nounBefore: ReadonlySet<Tag> = new Set([
  "determiner",
  "possessive",
  "adjective",
  "number",
  "preposition",
]);
const phraseStart: ReadonlySet<Tag> = new Set([
  "determiner",
  "possessive",
  "number",
  "preposition",
  "adjective",
  "pronoun",
  "particle",
]);

/**
 * Corrects the tags of a caption's words by their neighbours.
 *
 * A tagger trained on sentences reads captions ("man riding horse", "dog rests on rug") badly: participles become
 * nouns or adjectives, nouns become verbs. Closed classes are left as they are.
 */
export function repairTags(tokens: readonly CaptionToken[]): readonly CaptionToken[] {
  const repaired: CaptionToken[] = [];
  for (const [index, token] of tokens.entries()) {
    const tag = toTag(token, repaired, tokens.slice(index + 1, index + 3));
    repaired.push(
      tag === token.tag
        ? token
        : { ...token, tag, lemma: tag === "verb" ? (toVerbBase(token.text) ?? token.text) : token.text },
    );
  }
  return repaired;
}

function toTag(
  token: CaptionToken,
  before: readonly CaptionToken[],
  [next, second]: readonly CaptionToken[],
): Tag {
  const { text, tag } = token;
  const previous = before.at(-1);
  if (text === "'s" && previous?.tag === "pronoun") return "be";
  if (text === "that" || text === "this") return toThat(previous, next);
  if (text === "like" && (previous === undefined || previous.tag !== "verb")) return "preposition";
  if (text === "one" || text === "ones")
    return next?.tag === "noun" || next?.tag === "adjective" ? "determiner" : "pronoun";
  if (
    text === "her" &&
    (next === undefined || phraseStart.has(next.tag) || next.tag === "stop" || next.tag === "verb")
  )
    return "pronoun";
  if (tag === "auxiliary") return toHave(text, previous, next, tag);
  if (tag === "preposition" && (text === "past" || text === "like" || text === "after")) return tag;
  if (
    (text === "down" || text === "up") &&
    next !== undefined &&
    startsPhrase(next) &&
    next.tag !== "preposition"
  )
    return "preposition";
  if (text === "back") return previous?.tag === "verb" ? "particle" : "noun";
  if (!isOpen(tag) || closedClass.has(text)) return tag;
  if (colours.has(text) && !ambiguousColours.has(text)) return "adjective";
  if (
    tag === "adjective" &&
    people.has(text) &&
    (next === undefined || next.text.endsWith("ing") || next.tag === "preposition" || next.tag === "be")
  )
    return "noun";
  if (endings.test(text) || (next !== undefined && endings.test(next.text) && tag === "noun"))
    return "adjective";
  if (
    ambiguousColours.has(text) &&
    next !== undefined &&
    (next.tag === "conjunction" || next.tag === "comma") &&
    second !== undefined &&
    (second.tag === "adjective" || colours.has(second.text))
  )
    return "adjective";
  if (
    /^lights?$/u.test(text) &&
    previous !== undefined &&
    /^(?:traffic|street|stop|tail|brake)$/u.test(previous.text)
  )
    return "noun";
  if (text === "light" && next !== undefined && /^(?:fixture|post|pole|switch|bulb)s?$/u.test(next.text))
    return "noun";

  const use = loadLexicon().words.get(text);
  const base = toVerbBase(text);
  const startsNoun =
    previous === undefined ||
    nounBefore.has(previous.tag) ||
    previous.tag === "conjunction" ||
    previous.tag === "comma";
  const nounFollows =
    next !== undefined && (isNounLike(next) || (next.tag === "adjective" && second?.tag === "noun"));
  if (text.endsWith("ing") && base !== null && base !== text) {
    if (previous?.text === "for" && nounFollows) return "verb";
    if (
      previous?.tag === "adjective" &&
      colours.has(previous.text) &&
      /^(?:in|wearing)$/u.test(before.at(-2)?.text ?? "")
    )
      return "verb";
    if (
      previous?.tag === "noun" &&
      text !== "wing" &&
      people.has(toSingular(previous.text)) &&
      next !== undefined &&
      startsPhrase(next)
    )
      return "verb";
    if (
      nounsInIng.has(text) &&
      previous?.tag !== "be" &&
      !(previous?.tag === "noun" && (next?.tag === "determiner" || next?.tag === "possessive")) &&
      !(previous?.tag === "noun" && next !== undefined && startsPhrase(next) && text === "swing")
    )
      return "noun";
    if (
      previous?.tag === "noun" ||
      previous?.tag === "be" ||
      previous?.tag === "relative" ||
      previous?.tag === "pronoun" ||
      previous?.tag === "adverb"
    )
      return "verb";
    if (
      startsNoun &&
      nounFollows &&
      next?.tag === "noun" &&
      previous?.tag !== "conjunction" &&
      previous?.tag !== "comma"
    )
      return "adjective";
    return next !== undefined &&
      startsNoun &&
      previous !== undefined &&
      previous.tag !== "conjunction" &&
      previous.tag !== "comma" &&
      !startsPhrase(next)
      ? "noun"
      : "verb";
  }
  if (isParticiple(text, base)) {
    const inObject = previous?.tag === "verb" && next?.tag === "noun";
    if (
      (startsNoun || inObject) &&
      next?.tag !== "preposition" &&
      (nounFollows || next?.tag === "conjunction" || next?.tag === "comma")
    )
      return "adjective";
    if (
      use?.adjective !== undefined &&
      (use.adjective ?? 0) > 5 &&
      previous?.tag === "be" &&
      next?.tag !== "preposition"
    )
      return "adjective";
    if (text === "left" && previous?.tag !== "noun") return tag === "verb" ? "adjective" : tag;
    return "verb";
  }
  if (
    tag === "noun" &&
    next?.tag === "noun" &&
    (use?.adjective ?? 0) > (use?.noun ?? 0) &&
    !loadLexicon().compounds.has(`${text} ${toSingular(next.text)}`)
  )
    return "adjective";
  if (
    tag === "adverb" &&
    previous?.tag === "determiner" &&
    use?.noun !== undefined &&
    next?.tag !== "noun" &&
    next?.tag !== "adjective"
  )
    return "noun";
  if (
    tag === "adjective" &&
    previous === undefined &&
    (use?.noun ?? 0) > 0 &&
    next !== undefined &&
    (next.tag === "verb" || next.tag === "preposition" || next.tag === "be")
  )
    return "noun";
  if (tag !== "adjective" && use?.adjective !== undefined && use.noun === undefined && nounFollows)
    return "adjective";
  if (
    tag === "adjective" &&
    previous?.tag === "noun" &&
    (use?.noun ?? 0) > 0 &&
    (next === undefined || next.tag === "preposition" || next.tag === "verb" || next.tag === "stop")
  )
    return "noun";
  const noAdjective =
    tag === "adjective" && use?.adjective === undefined && base !== null && !text.includes("-");
  if (tag === "verb" || tag === "noun" || noAdjective) return toFinite(token, before, next, base);
  if (
    tag === "adjective" &&
    use?.adjective === undefined &&
    use?.noun !== undefined &&
    !/^(?:.+-.+|.+ed)$/u.test(text)
  )
    return "noun";
  if (
    tag === "adjective" &&
    use?.noun !== undefined &&
    next?.tag !== "noun" &&
    next?.tag !== "adjective" &&
    startsNoun &&
    previous !== undefined &&
    previous.tag !== "be"
  ) {
    return (use.noun ?? 0) > 0 || use.adjective === undefined ? nounUnlessColour(next, tag) : tag;
  }
  if (tag === "adverb" && use?.adjective !== undefined && use.adverb === undefined) return "adjective";
  if (tag === "adverb" && (nounFollows || next?.tag === "conjunction") && (use?.adjective ?? 0) > 0)
    return "adjective";
  return tag;
}

function toThat(previous: CaptionToken | undefined, next: CaptionToken | undefined): Tag {
  if (
    previous?.tag === "noun" &&
    next !== undefined &&
    (next.tag === "be" || next.tag === "auxiliary" || next.tag === "verb")
  )
    return "relative";
  if (next?.tag === "be") return "pronoun";
  return previous?.tag === "noun" ? "relative" : "determiner";
}

function toHave(
  text: string,
  previous: CaptionToken | undefined,
  next: CaptionToken | undefined,
  tag: Tag,
): Tag {
  if (!/^ha(?:s|ve|d|ving)$/u.test(text)) return isCan(text, previous, next) ? "noun" : tag;
  return next?.text === "been" || (next?.tag === "verb" && isParticiple(next.text, next.lemma))
    ? "auxiliary"
    : "verb";
}

function isCan(text: string, previous: CaptionToken | undefined, next: CaptionToken | undefined): boolean {
  if (!/^cans?$/u.test(text) || previous === undefined) return false;
  return (
    nounBefore.has(previous.tag) ||
    /^(?:trash|garbage|soda|beer|tin|spray|recycling|watering|soup|pop)$/u.test(previous.text) ||
    next?.tag !== "verb"
  );
}

/** A verb with an object or a complement, or a noun? Agreement and how often WordNet's texts use the word as each decide. */
function toFinite(
  token: CaptionToken,
  before: readonly CaptionToken[],
  next: CaptionToken | undefined,
  base: string | null,
): Tag {
  const { text, tag } = token;
  const previous = before.at(-1);
  const words = loadLexicon().words;
  if (base === null)
    return tag === "verb" && words.get(text)?.adjective !== undefined && words.get(text)?.noun === undefined
      ? "adjective"
      : "noun";
  if (previous === undefined)
    return next !== undefined && (next.tag === "determiner" || next.tag === "possessive") && tag === "verb"
      ? "verb"
      : "noun";
  const verbUse = words.get(base)?.verb ?? 0;
  const nounUse = words.get(toSingular(text))?.noun ?? -1;
  if (
    (previous.text === "to" && verbUse > nounUse) ||
    (previous.tag === "auxiliary" && previous.text !== "having")
  )
    return "verb";
  if (nounBefore.has(previous.tag) || previous.tag === "be") return "noun";
  const follows =
    next === undefined ||
    startsPhrase(next) ||
    next.tag === "stop" ||
    next.tag === "adverb" ||
    next.tag === "noun";
  if (previous.tag === "relative" || previous.tag === "pronoun") return follows ? "verb" : tag;
  if (previous.tag !== "noun" || !follows) return "noun";
  const plural = toSingular(previous.text) !== previous.text || previous.text === "people";
  const agrees = text.endsWith("s") && !text.endsWith("ss") ? !plural : plural;
  if (!agrees || before.some((other) => other.tag === "be")) return "noun";
  if (nounUse < 0) return "verb";
  if (next?.tag === "determiner" || next?.tag === "possessive") return "verb";
  const object = next?.tag === "preposition";
  return verbUse > nounUse * (tag === "verb" ? 0.5 : object ? 1 : 4) ? "verb" : "noun";
}

function isParticiple(text: string, base: string | null): boolean {
  if (base === null || base === text) return false;
  return (
    (text.endsWith("ed") &&
      text.length > 3 &&
      !/^(?:bed|red|shed|seed|weed|need|feed|speed|sled|breed|bread|head)$/u.test(text)) ||
    irregularParticiple.test(text)
  );
}

const irregularParticiple =
  /^(?:sat|stood|laid|lain|held|worn|wore|ridden|rode|eaten|ate|drunk|flown|flew|driven|drove|swung|thrown|threw|caught|hung|taken|took|made|seen|shown|written|wrote|drawn|drew|built|broken|torn|grown|grew|blown|went|gone|came|given|gave|led|slept|kept|bent|stuck|dug|shaken|frozen|woven|bound|found|fallen|fell|bitten|hidden|slid|lit|met|sold|bought|brought|swept|lost|sewn|sunk|tied|left)$/u;

function isNounLike({ tag, text }: CaptionToken): boolean {
  return (
    tag === "noun" ||
    (tag === "verb" &&
      !/(?:ing|ed)$/u.test(text) &&
      (loadLexicon().words.get(toSingular(text))?.noun ?? 0) > 0)
  );
}

function isOpen(tag: Tag): boolean {
  return tag === "noun" || tag === "verb" || tag === "adjective" || tag === "adverb";
}

function startsPhrase(token: CaptionToken): boolean {
  return phraseStart.has(token.tag) || token.tag === "noun";
}

function nounUnlessColour(next: CaptionToken | undefined, tag: Tag): Tag {
  return next === undefined || next.tag === "verb" || next.tag === "preposition" || next.tag === "be"
    ? "noun"
    : tag;
}
