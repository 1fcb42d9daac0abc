import type { StageResult } from "@observatory/store";
import { join } from "node:path";
import type { GroupBelow, LevelGrower } from "../hierarchy/level-grower.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { writeGroups } from "./group-table.ts";
import { leadingProposal, nameGroups, type NameGroupsOptions, type Proposal } from "./name-groups.ts";
import { loadPhrases, loadProposals } from "./name-stage.ts";
import type { StageContext } from "./stage-context.ts";

/** A name by which a cluster of which nothing may be said is known to its neighbours. */
const nameless = { name: "Mixed requests", description: "" };

export interface GrowLevelsOptions {
  readonly clustered: StageResult;
  readonly named: StageResult;
  readonly index: ConversationIndex;
  readonly directory: string;
  /** Base cluster of each slot. */
  readonly bases: Int32Array;
  readonly grower: LevelGrower;
  readonly naming: Omit<NameGroupsOptions, "groupsDirectory" | "told">;
  readonly levelSizes: readonly number[];
  readonly report: (done: number, total: number | null) => void;
  readonly context: StageContext;
}

/**
 * Makes level after level until all are there or no smaller one can be made: for each, base first, the group of every
 * base cluster, and the proposals of every group. Writes the table of groups of each level above the base.
 */
export async function growLevels(options: GrowLevelsOptions) {
  const { clustered, named, index, directory, bases, grower, naming, levelSizes, report, context } = options;
  let proposals = await loadProposals(named.directory);
  const told = await loadPhrases(named.directory);
  let cut = Array.from({ length: clustered.counts["clusters"] ?? 0 }, (_, base) => base);
  const cuts = [cut];
  const proposalsOfLevel = [proposals];
  for (let level = 1; level < levelSizes.length; level++) {
    report(level, levelSizes.length);
    const below = toGroups(cut, proposals);
    const parents = await grower.grow(level, below);
    if (parents === null) break;
    cut = cut.map((group) => parents[group] ?? 0);
    const groupsDirectory = join(directory, `level-${level}`);
    const cutHere = cut;
    await writeGroups(
      groupsDirectory,
      index,
      bases.map((base) => cutHere[base] ?? 0),
      context.signal,
    );
    proposals = await nameParents(cut, parents, proposals, { ...naming, groupsDirectory, told });
    cuts.push(cut);
    proposalsOfLevel.push(proposals);
  }
  return { cuts, proposals: proposalsOfLevel };
}

function toGroups(cut: readonly number[], proposals: readonly (readonly Proposal[])[]): GroupBelow[] {
  return proposals.map((own, group) => ({
    bases: cut.flatMap((of, base) => (of === group ? [base] : [])),
    name: leadingProposal(own) ?? nameless,
  }));
}

/** Proposals of each parent: from its children, or those of its only child, which will stand in its place. */
async function nameParents(
  cut: readonly number[],
  parents: readonly number[],
  below: readonly (readonly Proposal[])[],
  options: NameGroupsOptions,
): Promise<readonly (readonly Proposal[])[]> {
  const families = new Map<number, number[]>();
  parents.forEach((parent, child) => families.set(parent, [...(families.get(parent) ?? []), child]));
  const count = families.size;
  const large = Array.from({ length: count }, (_, group) => group).filter(
    (group) => (families.get(group)?.length ?? 0) > 1,
  );
  const { proposals: named } = await nameGroups(
    large.map((group) => ({
      group,
      bases: cut.flatMap((of, base) => (of === group ? [base] : [])),
      children: (families.get(group) ?? []).flatMap(
        (child) => leadingProposal(below[child] ?? [])?.name ?? [],
      ),
    })),
    options,
  );
  const ofLarge = new Map(large.map((group, position) => [group, named[position] ?? []]));
  return Array.from(
    { length: count },
    (_, group) => ofLarge.get(group) ?? below[families.get(group)?.[0] ?? 0] ?? [],
  );
}
