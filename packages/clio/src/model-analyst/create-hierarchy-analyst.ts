import { createRandom, type LanguageModel } from "@observatory/core";
import type { ClusterName, CountRange, HierarchyAnalyst, Neighbourhood } from "../analyst.ts";
import { keyOfName } from "../naming/distinct-names.ts";
import { ask } from "./ask.ts";
import { readName } from "./answers/read-name.ts";
import { mapItems } from "./map-items.ts";
import { matchName } from "./match-name.ts";
import { misfit, type Read } from "./misfit.ts";
import { assignAnswer, assignPrompt } from "./prompts/assign-prompt.ts";
import { deduplicatePrompt } from "./prompts/deduplicate-prompt.ts";
import { namesAnswer, parentsPrompt } from "./prompts/parents-prompt.ts";

/** Names in one call for deduplication; the answer to more would be too long for many models. */
export const mostNames = 300;

/** Builds levels of a hierarchy by a model, after section G.7 of the Clio paper's appendix. */
export function createHierarchyAnalyst(
  model: LanguageModel,
  { temperature }: { readonly temperature: number },
): HierarchyAnalyst {
  const { concurrency } = model;

  return {
    proposeParents: (neighbourhoods, { facet, ...options } = { facet: "request" }) =>
      mapItems(
        neighbourhoods,
        async (neighbourhood, call) => {
          if (neighbourhood.clusters.length === 0) return [];
          const { value } = await ask(
            model,
            {
              request: parentsPrompt(neighbourhood, { facet, temperature }),
              shorter: () => parentsPrompt(halve(neighbourhood), { facet, temperature }),
              answer: namesAnswer("clio-parents", neighbourhood.wanted.most),
              read: readNames,
            },
            call,
          );
          return value ?? [];
        },
        { ...options, concurrency },
      ),

    deduplicateParents: async (proposals, { facet, wanted, ...options }) => {
      const names = distinct(proposals);
      if (names.length === 0) return [];
      const pass = (chunks: readonly (readonly string[])[], total: number) =>
        mapItems(
          chunks,
          async (chunk, call) => {
            const range = shareOf(wanted, chunk.length / total);
            const { value } = await ask(
              model,
              {
                request: deduplicatePrompt(chunk, { facet, wanted: range, temperature }),
                answer: namesAnswer("clio-deduplicate", range.most),
                read: readNames,
              },
              call,
            );
            return value;
          },
          { ...options, concurrency },
        );
      return deduplicate(names, pass);
    },

    assignParents: (children, parents, { facet, seed, ...options }) => {
      const sorted = parents.toSorted();
      return mapItems(
        children,
        async (child, call) => {
          if (parents.length === 0) return null;
          const { value } = await ask(
            model,
            {
              request: assignPrompt(child, toOrder(child, sorted, seed), { facet, temperature }),
              answer: assignAnswer,
              read: ({ parent }) => {
                const index = matchName(parent, parents);
                return index === null
                  ? misfit("off-list", "it is none of the names in <parents>")
                  : { fits: true, value: index };
              },
            },
            call,
          );
          return value;
        },
        { ...options, concurrency },
      );
    },
  };
}

/** Parents, given in alphabetical order, in an order of the child's own: the same for the same seed, child and set of parents. */
function toOrder(child: ClusterName, sorted: readonly string[], seed: number): readonly string[] {
  return createRandom(seed).fork(`parents of ${child.name}\n${child.description}`).shuffle(sorted);
}

type Pass = (
  chunks: readonly (readonly string[])[],
  total: number,
) => Promise<readonly (readonly string[] | null)[]>;

/**
 * One call where all names fit into one. Else a first pass by chunks in the order of the proposals, so that neighbours meet, and
 * a second over what is left by chunks in alphabetical order, so that those meet that were apart. There is no third. A chunk whose
 * answers did not fit stays as it was; null where none did.
 */
async function deduplicate(names: readonly string[], pass: Pass): Promise<readonly string[] | null> {
  const chunks = toChunks(names);
  const first = await pass(chunks, names.length);
  if (first.every((part) => part === null)) return null;
  const left = distinct(first.flatMap((part, chunk) => part ?? chunks[chunk] ?? []));
  if (chunks.length === 1) return left;
  const sorted = toChunks(left.toSorted((a, b) => (keyOfName(a) < keyOfName(b) ? -1 : 1)));
  const second = await pass(sorted, left.length);
  return distinct(second.flatMap((part, chunk) => part ?? sorted[chunk] ?? []));
}

/** Chunks of nearly equal size with at most `mostNames` each. */
function toChunks(names: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / mostNames);
  const size = Math.ceil(names.length / count);
  return Array.from({ length: count }, (_, chunk) => names.slice(chunk * size, (chunk + 1) * size));
}

function shareOf({ least, most }: CountRange, share: number): CountRange {
  return { least: Math.max(1, Math.floor(least * share)), most: Math.max(1, Math.ceil(most * share)) };
}

function halve({ clusters, outside, wanted }: Neighbourhood): Neighbourhood {
  return {
    clusters: clusters.slice(0, Math.ceil(clusters.length / 2)),
    outside: outside.slice(0, Math.ceil(outside.length / 2)),
    wanted,
  };
}

/** The names of an answer that can be used; what is too long or not fit to be shown is left out. */
function readNames({ names }: { readonly names: readonly string[] }): Read<readonly string[]> {
  const usable = names.map(readName).flatMap((name) => (name.fits ? [name.value] : []));
  return usable.length === 0
    ? misfit("schema", "it holds no name of at most ten words")
    : { fits: true, value: distinct(usable) };
}

/** Without those that a reader would take for the same; the first is kept. */
function distinct(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (!byKey.has(keyOfName(name))) byKey.set(keyOfName(name), name);
  return [...byKey.values()];
}
