/** A message, or a mere link between messages, of a conversation that is kept as a tree. */
export interface ThreadNode {
  readonly id: string;
  /** The node before it: null where it is a first one, undefined where the source does not say. */
  readonly parent: string | null | undefined;
}

/** One way through a tree, from a first node to its last. */
export interface Thread<Node> {
  readonly nodes: readonly Node[];
  /** True where a node follows a missing one, though others came before it, or follows itself. */
  readonly isBroken: boolean;
}

const none = -1;

/**
 * The way to one leaf: the one that is named, or else the newest. Every node is visited a fixed number of times.
 *
 * Takes the nodes with the oldest first; of nodes with the same id the first counts. A node whose parent is missing or
 * not said follows the node before it in that order; a way that leads in a circle becomes its nodes in that order. So
 * damage costs no message of the way.
 */
export function followThread<Node extends ThreadNode>(
  nodes: readonly Node[],
  leafId?: string | null,
): Thread<Node> {
  const places = new Map<string, number>();
  const distinct: Node[] = [];
  for (const node of nodes) {
    if (places.has(node.id)) continue;
    places.set(node.id, distinct.length);
    distinct.push(node);
  }
  const parents = distinct.map(({ parent }, place) =>
    parent === null ? none : (places.get(parent ?? "") ?? place - 1),
  );
  const leaf = (typeof leafId === "string" ? places.get(leafId) : undefined) ?? findNewestLeaf(parents);

  const way: number[] = [];
  const isOnWay = new Uint8Array(distinct.length);
  let isCircle = false;
  let isBroken = false;
  for (let place = leaf; place >= 0; place = parents[place] ?? none) {
    isCircle = isOnWay[place] === 1;
    if (isCircle) break;
    isOnWay[place] = 1;
    way.push(place);
    const parent = distinct[place]?.parent;
    if (typeof parent === "string" && !places.has(parent) && place > 0) isBroken = true;
  }
  return {
    nodes: isCircle
      ? distinct.filter((_, place) => isOnWay[place] === 1)
      : way.toReversed().flatMap((place) => distinct[place] ?? []),
    isBroken: isBroken || isCircle,
  };
}

/** The last node that no other follows; the last of all where every node is followed by one. */
function findNewestLeaf(parents: readonly number[]): number {
  const isParent = new Uint8Array(parents.length);
  for (const parent of parents) if (parent >= 0) isParent[parent] = 1;
  const leaf = isParent.lastIndexOf(0);
  return leaf >= 0 ? leaf : parents.length - 1;
}
