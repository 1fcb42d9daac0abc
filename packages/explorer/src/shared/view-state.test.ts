import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changePage, changeParameters, isStep, parseViewState, toHash } from "./view-state.ts";

const text = fc.string({ minLength: 1 }).filter((part) => part.trim() === part && part.isWellFormed());

describe("the address of a view", () => {
  it("reads back whatever was written", () => {
    const view = fc.record({
      source: text,
      page: text,
      parameters: fc.dictionary(
        text.filter((key) => key !== "__proto__"),
        text,
      ),
    });
    fc.assert(
      fc.property(view, (view) => {
        const read = parseViewState(toHash(view));
        expect({ ...read, parameters: { ...read.parameters } }).toEqual({
          ...view,
          parameters: { ...view.parameters },
        });
      }),
    );
  });

  it("opens a damaged link as far as it can be read", () => {
    expect(parseViewState("#/%E0%A4%A/tree?cluster=a")).toEqual({
      source: null,
      page: "tree",
      parameters: { cluster: "a" },
    });
    expect(parseViewState("")).toEqual({ source: null, page: null, parameters: {} });
  });

  it("takes away what is set to nothing", () => {
    const view = parseViewState("#/run/tree?cluster=a&sort=name");
    expect(toHash(changeParameters(view, { cluster: "", query: "x" }))).toBe("#/run/tree?query=x&sort=name");
    expect(toHash(changeParameters(view, { cluster: undefined }))).toBe("#/run/tree?sort=name");
  });

  it("keeps the selection and the overlay when the page changes, and drops what was the page's own", () => {
    const view = parseViewState("#/run/tree?cluster=a&facet=languages&query=x&sort=name");
    expect(toHash(changePage(view, "map", { value: "1" }))).toBe(
      "#/run/map?cluster=a&facet=languages&value=1",
    );
  });

  it("steps back over selections, not over typing and panning", () => {
    expect(isStep({ cluster: "a", query: "x" })).toBe(true);
    expect(isStep({ query: "x" })).toBe(false);
    expect(isStep({ x: "1", y: "2", zoom: "3" })).toBe(false);
  });
});
