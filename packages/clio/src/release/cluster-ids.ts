import { sha256 } from "@observatory/core";
import type { ClusterNode } from "../hierarchy/build-tree.ts";

/**
 * Ids that depend on the members alone: a base cluster's on the ids of its conversations, a parent's on those of
 * its children. The same members give the same id in any run; 12 hexadecimal digits.
 *
 * @param conversationIds for each base cluster the ids of its conversations, in any order
 */
export function toClusterIds(
  nodes: readonly ClusterNode[],
  conversationIds: readonly (readonly string[])[],
): string[] {
  const baseIds = conversationIds.map((ids) => toId(ids));
  return nodes.map((node) => {
    const below = node.bases.map((base) => baseIds[base] ?? "");
    return node.level === 0 ? (below[0] ?? "") : toId(below);
  });
}

function toId(parts: readonly string[]): string {
  return sha256(parts.toSorted().join("\n")).slice(0, 12);
}

/**
 * The ids of a later release: that of the cluster that is continued, else its own, made anew where an earlier cluster
 * has taken it along.
 *
 * @param continued by index of the node: the id of the cluster that it continues
 */
export function keepClusterIds(own: readonly string[], continued: ReadonlyMap<number, string>): string[] {
  const taken = new Set(continued.values());
  return own.map((id, node) => {
    const kept = continued.get(node);
    if (kept !== undefined) return kept;
    let free = id;
    while (taken.has(free)) free = toId([free, "another"]);
    taken.add(free);
    return free;
  });
}
