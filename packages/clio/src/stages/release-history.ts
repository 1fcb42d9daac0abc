import type { CellCounts } from "../analysis/cell-counts.ts";
import { hasMoved, stepOf } from "../privacy/has-moved.ts";
import { holdCounts, type CellNames, type HeldCounts } from "../privacy/hold-counts.ts";
import { publishAgainName } from "../privacy/door.ts";
import type { EarlierTable } from "../privacy/protect-cells.ts";
import type { ClusterSummary } from "../release/build-clusters.ts";
import type { KeptSizes } from "../release/kept-sizes.ts";
import type { MapFile } from "../release/map-schema.ts";
import type { PublishedCluster } from "../release/schema.ts";
import type { AnalysisLayout } from "./analysis-stage.ts";
import type { HierarchyNode } from "./hierarchy-file.ts";
import type { Identities } from "./identify-stage.ts";
import type { EarlierRelease } from "./project.ts";
import type { StageContext } from "./stage-context.ts";

/** What the release before leaves to this one: numbers, names and places that stay. Private. */
export interface ReleaseHistory {
  readonly held: HeldCounts;
  readonly names: CellNames;
  /** The summary with the size that is told and the name that stays. */
  readonly keep: (summary: ClusterSummary, node: number) => ClusterSummary;
  /** Whether a cluster was withheld and has moved too little to be shown now. */
  readonly staysHidden: (node: number) => boolean;
  /** Whether a release of the project ever showed the cluster. */
  readonly wasShown: (id: string) => boolean;
  /** At most so many accounts came into a cluster or left it since it got the name that it has now. */
  readonly movedSinceNamed: (node: number) => number;
  /** Of so many withheld conversations of a family (by the parent's id, empty at the top), how many are told. */
  readonly withheldAsTold: (parent: string, exact: number) => number;
  /** Null for a first release, and one that rounds to another unit. */
  readonly sizes: KeptSizes | null;
  /** The map as it was, where it shows the same clusters and none of them has moved; else null. */
  readonly keptMap: (clusters: readonly PublishedCluster[]) => MapFile | null;
  readonly keepRoutes: (routes: Routes) => Routes;
  readonly tables: ReadonlyMap<string, EarlierTable>;
}

interface Routes {
  readonly semantic: number;
  readonly lexical: number;
}

/** Reads what of the last release bears on this one; nothing of it for a first release. */
export async function openHistory(
  earlier: EarlierRelease | null,
  now: {
    readonly nodes: readonly HierarchyNode[];
    readonly layout: AnalysisLayout;
    readonly cells: CellCounts;
    readonly identities: Identities;
    /** What a name must meet now: one that met other rules, such as a glossary with a word that was taken out since, does not stay. */
    readonly nameRules: string;
    readonly settings: string;
  },
  { thresholds, cellThresholds }: Pick<StageContext, "thresholds" | "cellThresholds">,
): Promise<ReleaseHistory> {
  const { nodes, cells } = now;
  const names = { rows: ["", ...nodes.map(({ id }) => id)], columns: nameColumns(now.layout) };
  const held = holdCounts(cells, names, (await earlier?.readCells()) ?? null, (_, column) =>
    column === 0 ? thresholds.minAccounts : cellThresholds.minAccounts,
  );
  const isHeld = (row: number): boolean => held.held[row * cells.columns] === 1;
  const before = new Map(earlier?.snapshot.nodes.map((node) => [node.id, node]) ?? []);
  const published = new Map(earlier?.release.clusters.clusters.map((cluster) => [cluster.id, cluster]) ?? []);
  const continued = new Map(now.identities.continued.map((one) => [one.node, one]));
  const nodeOf = new Map(nodes.map(({ id }, node) => [id, node]));
  const hasSameRules = earlier?.snapshot.nameRules === now.nameRules;
  const isSetAlike = now.settings === earlier?.snapshot.settings;
  const isNamedAgain = (node: number): boolean => {
    if (!hasSameRules || !published.has(nodes[node]?.id ?? "")) return false;
    // Who changes a setting wants other names; of exactly the same members another one tells nothing of who came or went.
    if (!isSetAlike && movedOf(node) === 0) return false;
    const key = String(held.counts.keys[(node + 1) * cells.columns]);
    return movedOf(node) < stepOf(key, thresholds.minAccounts);
  };
  const movedOf = (node: number): number =>
    (before.get(nodes[node]?.id ?? "")?.moved ?? 0) + (continued.get(node)?.movedAccounts ?? Infinity);
  const keptWithheld = (parent: string, exact: number) => {
    const known = earlier?.snapshot.withheld[parent];
    const step = stepOf(`withheld ${earlier?.hash} ${parent}`, thresholds.minAccounts);
    return known && Math.abs(known.exact - exact) < step ? known : null;
  };
  return {
    held,
    names,
    keep: (summary, node) => {
      const at = (node + 1) * cells.columns;
      const size = isHeld(node + 1)
        ? {
            conversations: (held.counts.conversations[at] ?? 0) / 1000,
            accounts: held.counts.accounts[at] ?? 0,
          }
        : {};
      const named = isNamedAgain(node) ? published.get(summary.id) : undefined;
      return { ...summary, ...size, name: named ? publishAgainName(named) : summary.name };
    },
    movedSinceNamed: (node) => (isNamedAgain(node) ? movedOf(node) : 0),
    withheldAsTold: (parent, exact) => keptWithheld(parent, exact)?.exact ?? exact,
    staysHidden: (node) => isHeld(node + 1) && before.get(nodes[node]?.id ?? "")?.shown === false,
    wasShown: (id) => before.get(id)?.everShown ?? false,
    sizes:
      earlier === null || earlier.snapshot.roundTo !== thresholds.roundTo
        ? null
        : {
            sizeOf: (id) => (isHeld((nodeOf.get(id) ?? -1) + 1) ? (published.get(id) ?? null) : null),
            withheldOf: (parent, exact) => keptWithheld(parent ?? "", exact)?.published ?? null,
            accounts: isHeld(0) ? earlier.release.release.totals.accounts : null,
          },
    keptMap: (clusters) => {
      const map = earlier?.release.map ?? null;
      const ids = map?.points.map(({ id }) => id) ?? [];
      const isSame = clusters.every(({ id }, at) => ids[at] === id && isHeld((nodeOf.get(id) ?? -1) + 1));
      return map !== null && isSame && ids.length === clusters.length ? map : null;
    },
    keepRoutes: (routes) => {
      const known = earlier?.snapshot.routes;
      if (known === undefined) return routes;
      const keep = (route: "semantic" | "lexical"): number => {
        const count = (conversations: number) => ({ conversations, accounts: conversations });
        const draw = `${route} ${earlier?.hash}`;
        return hasMoved(count(known[route]), count(routes[route]), draw, thresholds.minAccounts)
          ? routes[route]
          : known[route];
      };
      return { semantic: keep("semantic"), lexical: keep("lexical") };
    },
    tables: (await earlier?.readTables()) ?? new Map(),
  };
}

/** What each column of the counts is, equal in two releases where it counts the same. */
export function nameColumns({ columns, facets, time }: AnalysisLayout): string[] {
  const names = Array.from({ length: columns }, () => "");
  names[0] = "everything";
  for (const { name, source, values, firstColumn } of facets) {
    const facet = `${source} ${name}`;
    values.forEach((value, at) => (names[firstColumn + at] = `${facet}\n${value}`));
    // What is left over is another thing where other values are counted.
    names[firstColumn + values.length] = `${facet} without\n${values.join("\n")}`;
  }
  if (time === null) return names;
  const { unit, starts, firstColumn, firstHalfColumn, earlier } = time;
  const last = starts.length - 1;
  const span = (from: number, to: number): string => `${starts[from]} to ${starts[to]}`;
  for (let at = 0; at < last; at++) names[firstColumn + at] = `${unit} ${span(at, at + 1)}`;
  names[firstColumn + last] = `without ${unit} ${span(0, last)}`;
  names[firstHalfColumn] = `period ${span(0, earlier)}`;
  names[firstHalfColumn + 1] = `period ${span(earlier, last)}`;
  return names;
}
