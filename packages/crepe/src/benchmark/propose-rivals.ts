import type { Claim, Denial } from "../captions/render/claim.ts";
import { takeTurns, type NegativeType } from "../negatives/make-negatives.ts";
import { proposeAtoms } from "../negatives/propose-atoms.ts";
import { proposeCompounds } from "../negatives/propose-compounds.ts";
import { denyTruly, proposeNegations } from "../negatives/propose-negations.ts";
import { proposeSwaps } from "../negatives/propose-swaps.ts";
import type { Proposal, ProposeOptions } from "../negatives/proposal.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";

export interface Rivals {
  /** What is said of the scene as it is; null where nothing of the kind can be said. */
  readonly first: Claim | null;
  /** Claims that compete with it and with each other. A family is made from one list, the first that gives enough. */
  readonly lists: readonly (readonly Proposal[])[];
}

/**
 * Claims for a family of one type. All claims of an atom family differ in the same place, since only then does each
 * differ from every other by one atom; in the other families edits of all places stand side by side.
 */
export function proposeRivals(
  graph: SceneGraph,
  { type, ...options }: ProposeOptions & { readonly type: NegativeType },
): Rivals {
  const { random } = options;
  const plain: Claim = { graph, denied: null };
  switch (type) {
    case "atom":
      return { first: plain, lists: proposeAtoms(graph, options).map((list) => random.shuffle(list)) };
    case "swap":
      return { first: plain, lists: [[...takeTurns(proposeSwaps(graph, options))]] };
    case "comp":
      return {
        first: plain,
        lists: [[...takeTurns(proposeCompounds(graph, options).map((list) => random.shuffle(list)))]],
      };
    case "negate": {
      const denials = proposeNegations(graph, options)
        .flat()
        .filter(({ claim }) => claim.denied?.kind !== "existence");
      // Twice: a scene that was not found at first may be found by other moves.
      return {
        first: denyTruly(graph, options),
        lists: [[...denials, ...denials, ...twist(denials, graph, options)]],
      };
    }
    default:
      return type satisfies never;
  }
}

/** Denials of graphs in which another atom is replaced, for graphs with too few atoms to deny. */
function twist(denials: readonly Proposal[], graph: SceneGraph, options: ProposeOptions): Proposal[] {
  const atoms = [...takeTurns(proposeAtoms(graph, options).map((list) => list.slice(0, 2)))];
  return options.random.shuffle(denials).flatMap(({ claim: { denied }, edit }) =>
    atoms
      .filter((atom) => denied !== null && !touches(atom, denied, graph))
      .slice(0, 3)
      .map((atom) => ({
        claim: { graph: atom.claim.graph, denied },
        edit: {
          rule: `${edit.rule}+${atom.edit.rule}`,
          role: "compound" as const,
          from: `${edit.from} and ${atom.edit.from}`,
          to: `${edit.to} and ${atom.edit.to}`,
          objects: [...new Set([...edit.objects, ...atom.edit.objects])],
        },
      })),
  );
}

/** Whether an edit replaced the atom that is denied. */
function touches({ edit, claim }: Proposal, denied: Denial, graph: SceneGraph): boolean {
  switch (denied.kind) {
    case "attribute":
      return (
        edit.role === "attribute" && edit.from === denied.attribute && edit.objects.includes(denied.object)
      );
    case "object":
    case "existence":
      return edit.role === "object" && edit.objects.includes(denied.object);
    case "relation":
      return (
        claim.graph.relations[denied.relation]?.predicate !== graph.relations[denied.relation]?.predicate
      );
    default:
      return denied satisfies never;
  }
}
