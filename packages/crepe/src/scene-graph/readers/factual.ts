import { InputError, parseJson } from "@observatory/core";
import { z } from "zod";
import { readLines } from "../../interchange/read-lines.ts";
import type { GraphLoss } from "./assemble-graph.ts";
import { toSingular } from "../../captions/parse/lemmas.ts";
import { toPastParticiple } from "../../captions/render/verb-forms.ts";
import type { SceneGraph } from "../scene-graph.ts";

const recordSchema = z.object({
  caption: z.string(),
  graph: z.object({
    objects: z.array(z.string()),
    attributes: z.array(z.tuple([z.string(), z.string()])),
    relations: z.array(z.tuple([z.string(), z.string(), z.string()])),
    /** `pv` marks a passive: "boats tie to dock" are tied to it. */
    relation_kinds: z.array(z.string()).optional(),
  }),
});

/** A caption with the graph that people checked. */
export interface CaptionGraph {
  readonly caption: string;
  readonly graph: SceneGraph;
}

export interface ReadFactualOptions {
  /** Say passives as such, "tied to" for "tie to", as a caption needs them; they stay lemmas unless told. */
  readonly participles?: boolean;
  /** Told of each line that is no record, without it an error, and of each relation of an object that is not there. */
  readonly onLoss?: (loss: GraphLoss) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads FACTUAL (Li et al. 2023) as JSON lines, plain or gzip'd, one caption at a time.
 *
 * Names become lower-case and singular; the index of "bus:1" is dropped from the name and leaves a second object.
 * Attributes and predicates stay as annotated, but for the passives of {@link ReadFactualOptions}. Throws InputError with file and line where a
 * record is not of the shape, unless someone is told of it.
 */
export async function* readFactual(
  path: string,
  { participles = false, onLoss, signal }: ReadFactualOptions = {},
): AsyncGenerator<CaptionGraph> {
  for await (const line of readLines(path, { signal })) {
    if (line.ok && line.text.trim() === "") continue;
    const json = line.ok ? parseJson(line.text) : null;
    const record = recordSchema.safeParse(json?.ok === true ? json.value : null);
    const place = `${path}:${line.line}`;
    if (record.success) {
      const { caption, graph } = record.data;
      for (const [from, , to] of graph.relations)
        if (!graph.objects.includes(from) || !graph.objects.includes(to))
          onLoss?.({ reason: "dangling-relation", place });
      yield { caption, graph: toGraph(graph, participles) };
    } else {
      if (onLoss === undefined)
        throw new InputError(`${place}: ${line.ok ? "not a FACTUAL record" : line.reason}`);
      onLoss({ reason: line.ok ? "unreadable" : "cut-short", place });
    }
  }
}

function toGraph(
  { objects, attributes, relations, relation_kinds: kinds = [] }: z.infer<typeof recordSchema>["graph"],
  participles: boolean,
): SceneGraph {
  const ids = new Map(objects.map((name, index) => [name, `o${index}`]));
  const idOf = (name: string): string | undefined => ids.get(name);
  return {
    objects: objects.map((name, index) => ({
      id: `o${index}`,
      name: toName(name),
      attributes: [
        ...new Set(
          attributes.filter(([object]) => object === name).map(([, attribute]) => attribute.toLowerCase()),
        ),
      ],
      box: null,
    })),
    relations: relations.flatMap(([from, predicate, to], index) => {
      const isPassive = participles && kinds[index] === "pv";
      const subject = idOf(from);
      const object = idOf(to);
      return subject === undefined || object === undefined
        ? []
        : [{ subject, predicate: toPredicate(predicate, isPassive), object }];
    }),
  };
}

function toPredicate(predicate: string, isPassive: boolean): string {
  const [verb = "", ...rest] = predicate.toLowerCase().split(" ");
  return [isPassive ? toPastParticiple(verb) : verb, ...rest].join(" ");
}

function toName(name: string): string {
  const words = name.replace(/:\d+$/u, "").toLowerCase().trim().split(/\s+/u);
  return [...words.slice(0, -1), toSingular(words.at(-1) ?? "")].join(" ");
}
