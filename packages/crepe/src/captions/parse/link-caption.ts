import { addAttribute, connect, isPerson, own, toAnchor, toSubjects, type LinkState } from "./attach.ts";
import type { DraftGraph, DraftNode } from "./draft-graph.ts";
import { colours } from "./noun-classes.ts";
import { readNounPhrase } from "./read-noun-phrase.ts";
import type { CaptionToken } from "./tag-caption.ts";

/** Reads tagged words from left to right into objects, attributes and relations. */
export function linkCaption(tokens: readonly CaptionToken[]): DraftGraph {
  const draft: DraftGraph = { nodes: [], relations: [] };
  const state: LinkState = {
    draft,
    top: [],
    subject: [],
    last: [],
    pending: null,
    attached: null,
    gap: null,
    afterBe: false,
    hasVerb: false,
    conjunction: false,
    relative: false,
    afterPhrase: false,
  };
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index];
    if (token === undefined) break;
    index = Math.max(index + 1, step(state, tokens, index, token));
  }
  closePending(state);
  return draft;
}

function step(state: LinkState, tokens: readonly CaptionToken[], index: number, token: CaptionToken): number {
  switch (token.tag) {
    case "determiner":
    case "possessive":
    case "number":
    case "adjective":
    case "noun":
      return readPhrase(state, tokens, index, token);
    case "pronoun":
      readPronoun(state, token, tokens, index);
      break;
    case "be":
      readBe(state);
      break;
    case "verb":
      readVerb(state, token, tokens[index + 1]);
      break;
    case "preposition":
      readPreposition(state, token, tokens, index);
      break;
    case "particle":
      readParticle(state, token, tokens[index + 1]);
      break;
    case "conjunction":
    case "comma":
      if (token.text === "as") break;
      closePending(state);
      state.conjunction = true;
      state.afterBe = false;
      break;
    case "relative":
      closePending(state);
      state.relative = true;
      state.gap = state.last.at(-1) ?? null;
      break;
    case "stop":
      closePending(state);
      startClause(state);
      break;
    case "auxiliary":
    case "adverb":
    case "negation":
    case "there":
      break;
    default:
      token.tag satisfies never;
  }
  return index + 1;
}

/** "lying down" keeps its particle as an attribute only; "the lid is up" is one itself. */
function readParticle(state: LinkState, { text }: CaptionToken, next: CaptionToken | undefined): void {
  if (!/^(?:up|down|back|away|together|apart)$/u.test(text)) return;
  const follows = next?.tag === "preposition" || next?.tag === "noun" || next?.tag === "determiner";
  if (state.pending !== null && state.pending.verb !== null) {
    if (!/^(?:together|apart|away)$/u.test(text))
      state.pending = { ...state.pending, verb: `${state.pending.verb} ${text}` };
  } else if (
    /^(?:up|down)$/u.test(text) &&
    !follows &&
    state.pending === null &&
    (state.afterBe || state.afterPhrase)
  ) {
    addAttribute(state.afterBe ? state.subject : state.last, text);
    state.hasVerb = true;
  }
}

function startClause(state: LinkState): void {
  state.afterBe = false;
  state.conjunction = false;
  state.relative = false;
  state.afterPhrase = false;
  state.hasVerb = false;
  state.gap = null;
  state.attached = null;
}

function readPhrase(
  state: LinkState,
  tokens: readonly CaptionToken[],
  index: number,
  token: CaptionToken,
): number {
  if (state.afterBe && token.tag === "adjective") {
    const end = readPredicate(state, tokens, index);
    if (end > index) return end;
  }
  const phrase = readNounPhrase(tokens, index, state.draft);
  if (phrase === null) {
    const { pending } = state;
    if (
      pending !== null &&
      colours.has(token.text) &&
      (pending.predicate === "wear" || (pending.predicate === "in" && pending.subjects.some(isPerson)))
    ) {
      const node: DraftNode = { name: "clothes", attributes: [token.text], position: index, plural: true };
      state.draft.nodes.push(node);
      acceptNode(state, node, tokens, index + 1);
      return index + 1;
    }
    if (token.tag === "adjective" && state.last.length > 0 && state.pending === null)
      addAttribute(state.last, token.text);
    return index + 1;
  }
  const { head, next, possessive } = phrase;
  if (state.afterBe && state.pending === null && /^colou?r$/u.test(head.name)) {
    for (const node of state.subject) node.attributes.push(...head.attributes);
    state.draft.nodes.splice(state.draft.nodes.indexOf(head), 1);
    return next;
  }
  if (possessive !== null) own(state, head, possessive);
  acceptNode(state, head, tokens, next);
  return next;
}

function acceptNode(state: LinkState, node: DraftNode, tokens: readonly CaptionToken[], next: number): void {
  const { pending } = state;
  if (pending !== null) {
    connect(state, pending, node);
    state.attached = pending;
    state.pending = null;
    state.last = [node];
  } else if (state.conjunction && state.last.length > 0) {
    joinNode(state, node, tokens, next);
  } else {
    if (state.last.length > 0 && state.afterPhrase) state.gap = state.last.at(-1) ?? null;
    if (!state.afterBe) {
      state.top = [node];
      state.subject = [node];
      state.attached = null;
      if (!state.relative) state.hasVerb = false;
    }
    state.last = [node];
  }
  state.conjunction = false;
  state.afterBe = false;
  state.afterPhrase = true;
}

/** "and" before a noun phrase: one more of the same role, or the subject of a new clause when a verb follows it. */
function joinNode(state: LinkState, node: DraftNode, tokens: readonly CaptionToken[], next: number): void {
  const follows = tokens[next]?.tag;
  if (state.hasVerb && state.attached !== null && (follows === "verb" || follows === "be")) {
    state.top = [node];
    state.subject = [node];
    state.last = [node];
    state.attached = null;
    state.hasVerb = false;
    return;
  }
  if (state.attached === null) {
    state.top = state.top.includes(node) ? state.top : [...state.top, node];
    state.subject = state.top;
    state.last = state.top;
  } else {
    connect(state, state.attached, node);
    state.last = [...state.last, node];
  }
}

function readBe(state: LinkState): void {
  closePending(state);
  if (state.relative && state.last.length > 0) state.subject = state.last.slice(-1);
  else if (state.hasVerb && state.conjunction) state.subject = state.top;
  else state.subject = state.top.length > 0 ? state.top : state.last;
  state.relative = false;
  state.conjunction = false;
  state.afterBe = true;
  state.afterPhrase = false;
}

function readVerb(state: LinkState, token: CaptionToken, next: CaptionToken | undefined): void {
  const { text, lemma } = token;
  const participle = text.endsWith("ing");
  const passive = !participle && lemma !== text && !text.endsWith("s") && lemma !== "have";
  closeVerb(state);
  const subjects = toSubjects(state, participle, passive);
  state.relative = false;
  state.subject = [...subjects];
  state.hasVerb = true;
  state.conjunction = false;
  state.afterPhrase = false;
  state.afterBe = false;
  const light =
    /^(?:try|begin|start|go|get|be|use|appear|seem|prepare|look)$/u.test(lemma) &&
    (next?.text === "to" || next?.tag === "verb");
  state.pending = light ? null : { subjects, predicate: lemma, verb: text, passive };
  if (light) state.afterBe = true;
}

function readPreposition(
  state: LinkState,
  token: CaptionToken,
  tokens: readonly CaptionToken[],
  index: number,
): void {
  const { pending } = state;
  state.conjunction = false;
  const previous = tokens[index - 1];
  if ((token.text === "to" || token.text === "for") && tokens[index + 1]?.tag === "verb") {
    if (pending?.verb !== null && pending !== null) state.pending = null;
    if (token.text === "for" && state.afterPhrase) state.subject = state.last;
    state.afterBe = true;
    return;
  }
  if (pending !== null && pending.verb !== null && !/ (?!out|on|up|off)\S+$/u.test(pending.predicate)) {
    pending.predicate += ` ${token.lemma}`;
    return;
  }
  if (pending !== null && previous?.tag === "preposition") {
    pending.predicate = pending.verb === null ? token.lemma : pending.predicate;
    return;
  }
  if (state.afterBe) {
    state.pending = { subjects: state.subject, predicate: token.lemma, verb: null, passive: false };
    state.hasVerb = true;
    state.afterBe = false;
    state.afterPhrase = false;
    return;
  }
  closePending(state);
  if (state.last.length === 0) return;
  state.pending = {
    subjects: toAnchor(state, token.lemma, tokens.slice(index + 1, index + 4)),
    predicate: token.lemma,
    verb: null,
    passive: false,
  };
  state.afterPhrase = false;
}

function readPronoun(
  state: LinkState,
  token: CaptionToken,
  tokens: readonly CaptionToken[],
  index: number,
): void {
  const { draft } = state;
  const { text } = token;
  if (/^(?:this|that|you|i|we|us|me|something)$/u.test(text)) return;
  const earlier = draft.nodes.toReversed();
  const isObject = state.pending !== null;
  const excluded = state.pending?.subjects ?? [];
  const [one, other] = excluded;
  if (text === "eachother") {
    if (state.pending !== null && one !== undefined && other !== undefined)
      connect(state, { ...state.pending, subjects: [one] }, other);
    state.pending = null;
    return;
  }
  const found =
    text === "it" || text === "itself" || text === "one"
      ? isObject
        ? (state.top.find((node) => !excluded.includes(node)) ??
          earlier.find((node) => !excluded.includes(node)))
        : undefined
      : /^(?:he|she|him|her)$/u.test(text)
        ? earlier.find(isPerson)
        : text === "they" || text === "them"
          ? earlier.find((node) => !excluded.includes(node) && (node.plural || isPerson(node)))
          : undefined;
  if (found !== undefined && !excluded.includes(found)) {
    if (isObject) {
      const { pending } = state;
      if (pending !== null) connect(state, pending, found);
      state.pending = null;
    } else state.subject = state.top = [found];
    return;
  }
  const name = pronounNames.get(text);
  if (name === undefined) {
    if (isObject && excluded.length > 0) state.pending = null;
    return;
  }
  const node: DraftNode = { name, attributes: [], position: index, plural: false };
  draft.nodes.push(node);
  acceptNode(state, node, tokens, index + 1);
}

const pronounNames = new Map([
  ["he", "man"],
  ["him", "man"],
  ["she", "woman"],
  ["her", "woman"],
  ["they", "people"],
  ["them", "people"],
  ["someone", "person"],
  ["somebody", "person"],
  ["everyone", "people"],
]);

/** "is black and white": adjectives after a form of "be". Returns where reading goes on. */
function readPredicate(state: LinkState, tokens: readonly CaptionToken[], start: number): number {
  let index = start;
  const attributes: string[] = [];
  while (index < tokens.length) {
    const token = tokens[index];
    if (token?.tag === "adjective" || token?.tag === "adverb") {
      if (token.tag === "adjective") attributes.push(token.text);
    } else if (
      !((token?.tag === "conjunction" || token?.tag === "comma") && tokens[index + 1]?.tag === "adjective")
    )
      break;
    index += 1;
  }
  if (tokens[index]?.tag === "noun" && !colours.has(attributes.at(-1) ?? "")) return start;
  if (tokens[index]?.tag === "noun" && !/^(?:colou?r|colou?rs|and)$/u.test(tokens[index]?.text ?? ""))
    return start;
  if (/^colou?rs?$/u.test(tokens[index]?.text ?? "")) index += 1;
  for (const attribute of attributes) addAttribute(state.subject, attribute);
  state.hasVerb = true;
  return index;
}

/** Ends a predicate that found no object: the gap of a relative clause fills it, or the verb becomes an attribute. */
function closePending(state: LinkState): void {
  const { pending, gap } = state;
  state.pending = null;
  if (pending === null) return;
  if (gap !== null && !pending.subjects.includes(gap)) {
    connect(state, pending, gap);
    state.gap = null;
    return;
  }
  if (pending.verb !== null && pending.predicate !== "have") addAttribute(pending.subjects, pending.verb);
  if (pending.predicate === "outside") addAttribute(pending.subjects, "outside");
}

function closeVerb(state: LinkState): void {
  if (state.pending?.verb !== null) closePending(state);
  else state.pending = null;
}
