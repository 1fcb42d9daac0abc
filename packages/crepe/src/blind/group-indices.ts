/** The places of a list under each key, both in order of first appearance. */
export function groupIndices<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  items.forEach((item, i) => {
    for (const key of keysOf(item)) {
      const members = groups.get(key);
      if (members === undefined) groups.set(key, [i]);
      else members.push(i);
    }
  });
  return groups;
}
