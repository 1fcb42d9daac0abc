import type { SceneGraph } from "../../scene-graph/scene-graph.ts";
import { toSingular, toVerbBase } from "./lemmas.ts";

/** Agreement of two collections: counts, and the rates that follow; a rate of nothing is null. */
export interface Agreement {
  readonly predicted: number;
  readonly gold: number;
  readonly matched: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** How well predicted graphs agree with gold ones; see {@link scoreGraphs}. */
export interface GraphScores {
  readonly graphs: number;
  readonly objects: Agreement;
  /** Pairs of an object's name and an attribute. */
  readonly attributes: Agreement;
  /** Triples of names and predicate. */
  readonly relations: Agreement;
  /** Share of graphs whose objects, attributes and relations all match, none missing, none too many. */
  readonly exact: number | null;
}

/**
 * Compares graphs pairwise and counts over all of them (micro average).
 *
 * Objects, (name, attribute) pairs and (name, predicate, name) triples are compared as multisets of lower-case
 * lemmas: nouns in the singular, the first word of a predicate as a verb's base form. Ids and order do not count, so
 * two objects of one name are interchangeable. No synonyms are accepted. Throws RangeError on unequal lengths.
 */
export function scoreGraphs(predicted: readonly SceneGraph[], gold: readonly SceneGraph[]): GraphScores {
  if (predicted.length !== gold.length)
    throw new RangeError(`${predicted.length} predicted graphs for ${gold.length} gold ones`);
  const totals = { objects: [0, 0, 0], attributes: [0, 0, 0], relations: [0, 0, 0] };
  let exact = 0;
  for (const [index, graph] of predicted.entries()) {
    const want = gold[index];
    if (want === undefined) continue;
    const ours = toAtoms(graph);
    const theirs = toAtoms(want);
    let same = true;
    for (const kind of ["objects", "attributes", "relations"] as const) {
      const matched = countShared(ours[kind], theirs[kind]);
      totals[kind] = totals[kind].map(
        (sum, at) => sum + ([ours[kind].length, theirs[kind].length, matched][at] ?? 0),
      );
      same &&= matched === ours[kind].length && matched === theirs[kind].length;
    }
    if (same) exact += 1;
  }
  return {
    graphs: gold.length,
    objects: toAgreement(totals.objects),
    attributes: toAgreement(totals.attributes),
    relations: toAgreement(totals.relations),
    exact: gold.length === 0 ? null : exact / gold.length,
  };
}

/** A graph's atoms as comparable lemmatised strings, parts separated by a bar. */
export function toAtoms(graph: SceneGraph): Record<"objects" | "attributes" | "relations", string[]> {
  const names = new Map(graph.objects.map(({ id, name }) => [id, toNounLemmas(name)]));
  return {
    objects: [...names.values()],
    attributes: graph.objects.flatMap(({ id, attributes }) =>
      attributes.map((attribute) => `${names.get(id) ?? ""}|${toNounLemmas(attribute)}`),
    ),
    relations: graph.relations.map(
      ({ subject, predicate, object }) =>
        `${names.get(subject) ?? ""}|${toPredicateLemma(predicate)}|${names.get(object) ?? ""}`,
    ),
  };
}

function toNounLemmas(name: string): string {
  return name.toLowerCase().trim().split(/\s+/u).map(toSingular).join(" ");
}

function toPredicateLemma(predicate: string): string {
  const [verb = "", ...rest] = predicate.toLowerCase().trim().split(/\s+/u);
  return [toVerbBase(verb) ?? verb, ...rest].join(" ");
}

function countShared(ours: readonly string[], theirs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const atom of theirs) left.set(atom, (left.get(atom) ?? 0) + 1);
  let shared = 0;
  for (const atom of ours) {
    const count = left.get(atom) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(atom, count - 1);
    }
  }
  return shared;
}

function toAgreement([predicted = 0, gold = 0, matched = 0]: readonly number[]): Agreement {
  return {
    predicted,
    gold,
    matched,
    precision: predicted === 0 ? null : matched / predicted,
    recall: gold === 0 ? null : matched / gold,
    f1: predicted + gold === 0 ? null : (2 * matched) / (predicted + gold),
  };
}
