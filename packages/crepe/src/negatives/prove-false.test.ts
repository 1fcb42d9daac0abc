import { describe, expect, test } from "vitest";
import type { Denial } from "../captions/render/claim.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { judgeClaim, proveFalse, type ProofOptions } from "./prove-false.ts";
import { createLexicon } from "./wordnet/lexicon.ts";

const thing = (id: string, name: string, ...attributes: string[]) => ({ id, name, attributes, box: null });
const scene: SceneGraph = {
  objects: [
    thing("1", "cat", "black"),
    thing("2", "cat", "white"),
    thing("3", "mat", "red"),
    thing("4", "ball", "red"),
  ],
  relations: [
    { subject: "1", predicate: "sit on", object: "3" },
    { subject: "4", predicate: "left of", object: "1" },
    { subject: "4", predicate: "next to", object: "3" },
  ],
};
const open: ProofOptions = { closedWorld: false };
const closed: ProofOptions = { closedWorld: true };
const says = (
  objects: SceneGraph["objects"],
  relations: readonly [string, string, string][] = [],
  denied: Denial | null = null,
) => ({
  graph: {
    objects,
    relations: relations.map(([subject, predicate, object]) => ({ subject, predicate, object })),
  },
  denied,
});
const catAndMat = [thing("a", "cat"), thing("b", "mat")];

describe("proveFalse", () => {
  test("finds what is true by a synonym of place, an inverse, or a symmetric relation", () => {
    expect(judgeClaim(scene, says(catAndMat, [["a", "on top of", "b"]]), open)).toBe("true");
    expect(
      judgeClaim(scene, says([thing("a", "cat"), thing("b", "ball")], [["a", "right of", "b"]]), open),
    ).toBe("true");
    expect(
      judgeClaim(scene, says([thing("a", "mat"), thing("b", "ball")], [["a", "beside", "b"]]), open),
    ).toBe("true");
    expect(proveFalse(scene, says(catAndMat, [["a", "above", "b"]]), closed)).toBeNull();
  });

  test("a relation to what is not there is not denied falsely: the cat is on no green mat", () => {
    const denied = { kind: "relation", relation: 0 } as const;
    const not = (cat: string, mat: string) =>
      says([thing("a", "cat", cat), thing("b", "mat", mat)], [["a", "sit on", "b"]], denied);
    expect(judgeClaim(scene, not("black", "green"), closed)).toBe("undecided");
    expect(proveFalse(scene, not("black", "red"), closed)).toBe("contradicted");
    expect(proveFalse(scene, not("green", "green"), closed)).toBe("contradicted");
    expect(judgeClaim(scene, not("white", "red"), closed)).toBe("true");
    const told = says(
      [thing("a", "cat", "black"), thing("b", "mat", "green"), thing("c", "ball")],
      [
        ["a", "sit on", "b"],
        ["c", "next to", "b"],
      ],
      denied,
    );
    expect(proveFalse(scene, told, closed)).toBe("contradicted");
  });

  test("red is no orange where colours are exact", () => {
    expect(proveFalse(scene, says([thing("a", "mat", "orange")]), open)).toBe("unknown");
    expect(proveFalse(scene, says([thing("a", "mat", "orange")]), closed)).toBe("contradicted");
  });

  test("lays the claim on every thing of the name", () => {
    expect(proveFalse(scene, says([thing("a", "cat", "white")]), open)).toBeNull();
    expect(proveFalse(scene, says([thing("a", "cat", "green")]), open)).toBe("contradicted");
    expect(
      proveFalse(scene, says([thing("a", "cat", "black"), thing("b", "cat", "white")]), open),
    ).toBeNull();
    expect(proveFalse(scene, says([thing("a", "cat", "black"), thing("b", "cat", "black")]), open)).toBe(
      "contradicted",
    );
  });

  test("calls what is only missing absent or unknown", () => {
    expect(proveFalse(scene, says([thing("a", "dog")]), open)).toBe("unknown");
    expect(proveFalse(scene, says([thing("a", "dog")]), closed)).toBe("absent");
    expect(proveFalse(scene, says([thing("a", "cat", "large")]), open)).toBe("unknown");
    expect(proveFalse(scene, says([thing("a", "dog"), thing("b", "mat", "blue")]), open)).toBe(
      "contradicted",
    );
  });

  test("contradicts a reversed asymmetric relation, not one that another cat could have", () => {
    expect(
      proveFalse(scene, says([thing("a", "mat"), thing("b", "cat", "black")], [["a", "sit on", "b"]]), open),
    ).toBe("contradicted");
    expect(proveFalse(scene, says([thing("a", "mat"), thing("b", "cat")], [["a", "on", "b"]]), open)).toBe(
      "unknown",
    );
    expect(
      proveFalse(
        scene,
        says([thing("a", "cat", "black"), thing("b", "ball")], [["a", "left of", "b"]]),
        open,
      ),
    ).toBe("contradicted");
  });

  test("judges denials", () => {
    const black = says([thing("a", "cat", "black")], [], {
      kind: "attribute",
      object: "a",
      attribute: "black",
    });
    expect(judgeClaim(scene, black, open)).toBe("true");
    const red = says([thing("a", "mat", "red")], [], { kind: "attribute", object: "a", attribute: "red" });
    expect(proveFalse(scene, red, open)).toBe("contradicted");
    const onMat = says([thing("a", "cat", "black"), thing("b", "mat")], [["a", "on", "b"]], {
      kind: "relation",
      relation: 0,
    });
    expect(proveFalse(scene, onMat, open)).toBe("contradicted");
    const noCat = says([thing("a", "cat", "white")], [], { kind: "existence", object: "a" });
    expect(proveFalse(scene, noCat, open)).toBe("contradicted");
    const noDog = says([thing("a", "dog")], [], { kind: "existence", object: "a" });
    expect(judgeClaim(scene, noDog, open)).toBe("unknown");
    expect(judgeClaim(scene, noDog, closed)).toBe("true");
    const other = says([thing("a", "mat", "red")], [], { kind: "object", object: "a" });
    expect(judgeClaim(scene, other, open)).toBe("true");
  });

  test("proves nothing from a borderline relation", () => {
    const undecided = [{ subject: "2", predicate: "left of", object: "4" }];
    const claim = says([thing("a", "cat", "white"), thing("b", "ball")], [["a", "left of", "b"]]);
    expect(proveFalse(scene, claim, closed)).toBe("absent");
    expect(proveFalse(scene, claim, { ...closed, undecided })).toBeNull();
  });

  test("asks the lexicon for kinds", () => {
    const lexicon = {
      compareNouns: (a: string, b: string) =>
        a === "animal" && b === "cat" ? "broader" : a === b ? "same" : "different",
    } as const;
    expect(proveFalse(scene, says([thing("a", "animal")]), { ...open, lexicon })).toBeNull();
  });
});

test("a thing that is meant in one sense contradicts what only another sense of its name would be", () => {
  const lexicon = createLexicon();
  const pointer = { ...thing("1", "mouse"), synset: "mouse.n.04" };
  const animal = says([thing("a", "animal")]);
  const judge = (objects: SceneGraph["objects"]) =>
    judgeClaim({ objects, relations: [] }, animal, { ...open, lexicon });
  expect(judge([thing("1", "mouse")])).toBe("true");
  expect(judge([{ ...pointer, synset: "mouse.n.01" }])).toBe("true");
  expect(judge([pointer])).toBe("unknown");
});
