import { createRandom } from "@observatory/core";
import type { ItemTraits } from "../shared/crepe/item-filter.ts";

/** The places of items, pairs and families together, from one cell (type, complexity and split) after the other, by the seed. */
export function* drawGroups(
  items: readonly { readonly traits: ItemTraits; readonly group: string | null }[],
  seed: number,
): Generator<readonly number[]> {
  const groups = new Map<string, number[]>();
  items.forEach(({ group }, place) => {
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), place]);
  });
  const cells = new Map<string, (readonly number[])[]>();
  items.forEach(({ group, traits }, place) => {
    const members = group === null ? [place] : (groups.get(group) ?? [place]);
    if (members[0] !== place) return;
    const cell = `${traits.types.join("+")}/${traits.n}/${traits.splits.join("+")}`;
    cells.set(cell, [...(cells.get(cell) ?? []), members]);
  });
  const random = createRandom(seed).fork("report");
  const queues = [...cells].map(([cell, members]) => random.fork(cell).shuffle(members));
  for (let round = 0; queues.some((queue) => round < queue.length); round++)
    for (const queue of queues) if (round < queue.length) yield queue[round] ?? [];
}
