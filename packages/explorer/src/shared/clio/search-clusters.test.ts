import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClioData } from "../../testing/create-clio-data.ts";
import { searchClusters, splitHits } from "./search-clusters.ts";

const { clusters } = createClioData({
  clusters: 3,
  names: ["Plan a café's menu", "Repair bikes", "Plan trips"],
  descriptions: ["About food.", "Tools and <b>brakes</b>.", "Trains."],
}).clusters;

describe("searchClusters", () => {
  it("wants every word, in the name or the description, without regard to case and accents", () => {
    expect([...(searchClusters(clusters, "CAFE food") ?? [])]).toEqual(["b0"]);
    expect([...(searchClusters(clusters, "<b>") ?? [])]).toEqual(["b1"]);
    expect(searchClusters(clusters, "plan brakes")?.size).toBe(0);
  });

  it("is no search without a word", () => {
    expect(searchClusters(clusters, "  ")).toBeNull();
  });
});

describe("splitHits", () => {
  it("marks what matched, with the text as it was", () => {
    expect(splitHits("Plan a café", "cafe plan")).toEqual([
      { text: "Plan", isHit: true },
      { text: " a ", isHit: false },
      { text: "café", isHit: true },
    ]);
    expect(splitHits("", "x")).toEqual([]);
  });

  it("always gives the text back, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme", maxLength: 3 }),
        (text, query) => {
          expect(
            splitHits(text, query)
              .map((piece) => piece.text)
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });
});
