import { compareReleases } from "@observatory/clio/release";
import { describe, expect, test } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import type { ClioData } from "../clio-data.ts";
import { chooseCompareLevel, countKinds, toCompareRows } from "./compare-rows.ts";

function changeBases(data: ClioData, change: (id: string, conversations: number) => number | null): ClioData {
  const clusters = data.clusters.clusters.flatMap((cluster) => {
    if (cluster.level > 0) return [cluster];
    const conversations = change(cluster.id, cluster.conversations);
    return conversations === null ? [] : [{ ...cluster, conversations }];
  });
  return { ...data, clusters: { ...data.clusters, clusters } };
}

describe("toCompareRows", () => {
  const before = createClioData({ clusters: 40 });

  test("says that nothing changed between a release and itself", () => {
    const rows = toCompareRows(compareReleases(before, before), 0);
    expect(rows).toHaveLength(40);
    expect(countKinds(rows).steady).toBe(40);
    expect(rows.every(({ difference, ratio }) => difference === 0 && ratio === 1)).toBe(true);
  });

  test("puts what changed most first, with what is born and gone among the rest", () => {
    const after = changeBases(before, (id, size) => (id === "b3" ? null : id === "b5" ? 20 * size : size));
    const rows = toCompareRows(compareReleases(before, after), 0);
    expect(rows[0]).toMatchObject({ kind: "grew", by: "id", significant: true });
    const gone = rows.find(({ kind }) => kind === "gone");
    expect(gone?.before[0]?.id).toBe("b3");
    expect(gone).toMatchObject({ shareAfter: null, ratio: null, after: [] });
    const sizes = rows.map(({ difference }) => Math.abs(difference));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test("holds one level alone", () => {
    const comparison = compareReleases(before, before);
    expect(toCompareRows(comparison, 2).every(({ level }) => level === 2)).toBe(true);
    expect(toCompareRows(comparison, 9)).toEqual([]);
  });
});

describe("chooseCompareLevel", () => {
  test("takes the highest level that has enough to compare", () => {
    const data = createClioData({ clusters: 400 });
    expect(chooseCompareLevel(compareReleases(data, data))).toBe(2);
    const small = createClioData({ clusters: 5 });
    expect(chooseCompareLevel(compareReleases(small, small))).toBe(0);
  });

  test("takes none where the two share no level", () => {
    const data = createClioData({ clusters: 5 });
    const empty = { ...data, clusters: { ...data.clusters, clusters: [] } };
    expect(chooseCompareLevel(compareReleases(data, empty))).toBeNull();
  });
});
