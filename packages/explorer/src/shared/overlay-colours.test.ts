import { describe, expect, it } from "vitest";
import { createClioData } from "../testing/create-clio-data.ts";
import { createOverlay, growthFacet, meanValue, readOverlayChoice } from "./overlay-colours.ts";

const data = createClioData({ clusters: 12, seed: 3 });

describe("readOverlayChoice", () => {
  it("is nothing without a facet, with an unknown one, or with growth that was not measured", () => {
    expect(readOverlayChoice(data, {})).toBeNull();
    expect(readOverlayChoice(data, { facet: "shoe size" })).toBeNull();
    expect(readOverlayChoice({ ...data, timeline: null }, { facet: growthFacet })).toBeNull();
    expect(readOverlayChoice({ ...data, overlays: null }, { facet: "languages" })).toBeNull();
  });

  it("fills in what the address leaves open, and mends a value that is none", () => {
    expect(readOverlayChoice(data, { facet: "languages" })).toEqual({
      facet: "languages",
      value: "0",
      measure: "ratio",
    });
    expect(readOverlayChoice(data, { facet: "languages", value: "99" })?.value).toBe("0");
    expect(readOverlayChoice(data, { facet: "languages", value: meanValue })?.value).toBe("0");
    expect(readOverlayChoice(data, { facet: "languages", value: "1", measure: "share" })?.measure).toBe(
      "share",
    );
  });
});

describe("createOverlay", () => {
  const cellOf = (id: string, index: number) =>
    data.overlays?.facets[0]?.clusters[id]?.find(({ value }) => value === index);

  it("places ratios between a quarter and four times, and leaves out what is not shown", () => {
    const overlay = createOverlay(data, { facet: "languages", value: "1", measure: "ratio" });
    for (const { id } of data.clusters.clusters) {
      const ratio = cellOf(id, 1)?.ratio ?? null;
      const mark = overlay?.marks.get(id);
      if (ratio === null) expect(mark).toBeUndefined();
      else expect(mark?.at).toBeCloseTo(Math.max(-1, Math.min(1, Math.log2(ratio) / 2)), 9);
    }
    expect(overlay?.ticks.map(({ text }) => text)).toEqual(["0.25×", "1.0×", "4.0×"]);
  });

  it("places shares from nothing to the next round number", () => {
    const overlay = createOverlay(data, { facet: "languages", value: "0", measure: "share" });
    for (const { id, conversations } of data.clusters.clusters) {
      const cell = cellOf(id, 0);
      if (cell !== undefined) {
        expect(overlay?.marks.get(id)?.value).toBeCloseTo(cell.conversations / conversations, 9);
      }
    }
    expect(overlay?.ticks[0]?.text).toBe("0.0%");
  });

  it("places growth between half and double", () => {
    const overlay = createOverlay(data, { facet: growthFacet, value: "", measure: "ratio" });
    const [id = "", row] = Object.entries(data.timeline?.clusters ?? {})[0] ?? [];
    expect(overlay?.marks.get(id)?.value).toBe(row?.growth?.ratio);
    expect(overlay?.ticks.at(-1)?.text).toBe("+100%");
  });

  it("takes the mean of an ordinal facet only where most of a cluster is shown", () => {
    const cell = (value: number, conversations: number) => ({
      value,
      conversations,
      accounts: 5,
      ratio: 1,
      interval: null,
      significant: false,
    });
    const [first, second, third] = data.clusters.clusters;
    if (first === undefined || second === undefined || third === undefined) throw new Error("too few");
    const sized = [first, second, third].map((cluster) => ({ ...cluster, conversations: 100 }));
    const concern = {
      name: "concern",
      title: "Concern",
      source: "built-in" as const,
      kind: "ordinal" as const,
      values: ["1", "3"].map((value) => ({ value, conversations: 150, accounts: 50, share: 0.5 })),
      otherConversations: 0,
      clusters: {
        [first.id]: [cell(0, 50), cell(1, 50)],
        [second.id]: [cell(1, 90)],
        [third.id]: [cell(0, 40)],
      },
    };
    const overlay = createOverlay(
      {
        clusters: { ...data.clusters, clusters: sized },
        timeline: null,
        overlays: {
          schema: "observatory/clio-overlays@1",
          thresholds: data.release.thresholds,
          falseDiscoveryRate: 0.05,
          facets: [concern],
          withheld: { belowThreshold: 0, complementary: 0 },
        },
      },
      { facet: "concern", value: meanValue, measure: "ratio" },
    );
    expect(overlay?.marks.get(first.id)).toMatchObject({ value: 2, at: 0, text: "2.0" });
    expect(overlay?.marks.get(second.id)).toMatchObject({ value: 3, at: 1 });
    expect(overlay?.marks.has(third.id)).toBe(false);
  });
});
