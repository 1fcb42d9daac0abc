import type { DraftGraph, DraftNode } from "./draft-graph.ts";
import type { CaptionToken } from "./tag-caption.ts";
import { animals, bodyParts, clothes, containers, people } from "./noun-classes.ts";

/** A predicate and those it is said of. */
export interface Link {
  readonly subjects: readonly DraftNode[];
  predicate: string;
  /** The predicate's verb as written, or null for a preposition: a verb without an object becomes an attribute. */
  readonly verb: string | null;
  /** A past participle, whose "by" names the one who acts. */
  readonly passive: boolean;
}

/** What a caption's words so far have left open. */
export interface LinkState {
  readonly draft: DraftGraph;
  /** Subject of the clause. */
  top: DraftNode[];
  /** Subject of the latest verb. */
  subject: DraftNode[];
  /** The latest noun phrase, or several joined by "and". */
  last: DraftNode[];
  /** A predicate that waits for its object. */
  pending: Link | null;
  /** How the latest noun phrase was attached. */
  attached: Link | null;
  /** A noun phrase that a relative clause left without a role: "the sofa the man sits on". */
  gap: DraftNode | null;
  afterBe: boolean;
  hasVerb: boolean;
  conjunction: boolean;
  relative: boolean;
  /** The token before was a noun phrase. */
  afterPhrase: boolean;
}

/** Adds the relation of a predicate to the object that it waited for. */
export function connect(state: LinkState, link: Link, object: DraftNode): void {
  const { nodes, relations } = state.draft;
  if (
    link.predicate === "take" &&
    link.verb !== null &&
    /^(?:picture|photo|photograph|selfie)$/u.test(object.name)
  ) {
    addAttribute(link.subjects, "taking photo");
    nodes.splice(nodes.indexOf(object), 1);
    return;
  }
  for (const subject of link.subjects) {
    if (link.predicate === "of") addGenitive(state, subject, object);
    else if (link.passive && reverses(link.predicate)) {
      relations.push({
        subject: object,
        predicate: link.predicate.replace(/ (?:by|in|with)$/u, ""),
        object: subject,
      });
    } else relations.push({ subject, predicate: toPredicate(link, subject, object), object });
  }
}

/** "his head": a body part belongs to the clause's subject; other things are too rarely meant as belongings. */
export function own(state: LinkState, head: DraftNode, possessive: string): void {
  const owner = state.pending?.subjects.at(-1) ?? state.top.at(-1);
  if (owner === undefined || owner === head || !bodyParts.has(head.name)) return;
  const animate = isAnimate(owner);
  const fits = possessive === "its" || animate ? owner : state.top.find(isAnimate);
  if (fits !== undefined) state.draft.relations.push({ subject: fits, predicate: "have", object: head });
}

/** Whose verb it is: "man on a beach holding a board" holds, the beach does not. */
export function toSubjects(state: LinkState, participle: boolean, passive: boolean): readonly DraftNode[] {
  if (state.relative && state.last.length > 0) return state.last.slice(-1);
  if (state.afterBe) return state.subject;
  if (state.conjunction && state.subject.length > 0) return state.subject;
  if (state.last.length === 0) return [];
  if (state.attached === null) return state.last;
  if (passive) return state.last;
  if (participle) {
    const near = state.last.some(isAnimate);
    return !near && state.subject.some(isAnimate)
      ? state.subject
      : !near && state.top.some(isAnimate)
        ? state.top
        : state.last;
  }
  return state.hasVerb && (state.last.some(isAnimate) || !state.top.some(isAnimate)) ? state.last : state.top;
}

/** What a preposition after a noun phrase attaches to. */
export function toAnchor(
  state: LinkState,
  predicate: string,
  following: readonly CaptionToken[],
): readonly DraftNode[] {
  const { attached, last } = state;
  // "Holding a cup in his hand": the cup is in the hand.
  const isHeld = attached !== null && /^(?:hold|wear|carry|have|with)$/u.test(attached.predicate);
  if (isHeld && /^(?:in|on)$/u.test(predicate) && following.some(({ lemma }) => bodyParts.has(lemma)))
    return last;
  if (attached === null || predicate === "of") return predicate === "of" ? last.slice(-1) : last;
  const subjects = attached.subjects;
  const animate = subjects.some(isAnimate) && !last.some(isAnimate);
  if (predicate === "with") return attached.verb === null || animate ? subjects : last;
  if (
    /^(?:next to|near|beside|at|behind|between|above|in front of)$/u.test(predicate) &&
    attached.predicate !== "wear"
  )
    return subjects;
  if (
    attached.verb !== null &&
    animate &&
    /^(?:on|in|at)$/u.test(predicate) &&
    !/ /u.test(attached.predicate) &&
    attached.predicate !== "have"
  )
    return subjects;
  return last;
}

/** Adds one attribute to each object. */
export function addAttribute(nodes: readonly DraftNode[], attribute: string): void {
  for (const node of nodes) node.attributes.push(attribute);
}

/** Whether an object is named as a human being. */
export function isPerson(node: DraftNode): boolean {
  return people.has(lastWord(node.name));
}

function reverses(predicate: string): boolean {
  return (
    (predicate.endsWith(" by") && !/^(?:park|sit|stand|place|position|lay|stop|locate) /u.test(predicate)) ||
    /^(?:cover|surround|enclose) (?:in|with|by)$/u.test(predicate)
  );
}

function toPredicate(link: Link, subject: DraftNode, object: DraftNode): string {
  if (
    link.verb === null &&
    isPerson(subject) &&
    clothes.has(lastWord(object.name)) &&
    link.predicate === "in"
  )
    return "wear";
  if (link.verb !== null && link.predicate === "dress in") return "wear";
  return link.predicate;
}

/** "A of B": B has A, unless A is a container or a surface that holds B. */
function addGenitive(state: LinkState, subject: DraftNode, object: DraftNode): void {
  const head = lastWord(subject.name);
  const { relations } = state.draft;
  if (containers.has(head)) relations.push({ subject: object, predicate: "in", object: subject });
  else if (head === "plate" || head === "platter")
    relations.push({ subject: object, predicate: "on", object: subject });
  else if (/^(?:field|hill|head|forest|area)$/u.test(head) && !isAnimate(object))
    relations.push({ subject, predicate: "have", object });
  else if (/^(?:picture|photo|photograph|image|painting|drawing|reflection)$/u.test(head))
    relations.push({ subject: object, predicate: "in", object: subject });
  else relations.push({ subject: object, predicate: "have", object: subject });
}

function isAnimate(node: DraftNode): boolean {
  return isPerson(node) || animals.has(lastWord(node.name));
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}
