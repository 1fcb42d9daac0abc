import { expect, test } from "vitest";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { generateTwins } from "./generate-twins.ts";
import { loadIcons } from "./load-icons.ts";
import { relationTruth } from "./relation-truth.ts";
import type { WorldScene } from "./world-scene.ts";

const icons = loadIcons();
const twins = [...generateTwins({ count: 96, seed: 5, icons })];

/** Whether a scene makes a graph true; null when not certain. */
function holds(scene: WorldScene, graph: SceneGraph): boolean | null {
  const attributes = graph.objects.every(({ id, attributes: words }) => {
    const own = scene.graph.objects.find((object) => object.id === id)?.attributes ?? [];
    return words.every((word) => own.includes(word));
  });
  const relations = graph.relations.map(({ subject, predicate, object }) =>
    relationTruth(scene, subject, predicate, object),
  );
  if (!attributes || relations.includes(false)) return false;
  return relations.includes(null) ? null : true;
}

function wordsOf(graph: SceneGraph): string[] {
  const words = [
    ...graph.objects.flatMap(({ name, attributes }) => [name, ...attributes]),
    ...graph.relations.map(({ predicate }) => predicate),
  ];
  return words.toSorted();
}

test("each caption is true of its own scene, false of the other, and of the same words", () => {
  expect(twins).toHaveLength(96);
  for (const { a, b, focus } of twins) {
    expect(holds(a, focus.a)).toBe(true);
    expect(holds(b, focus.b)).toBe(true);
    expect(holds(a, focus.b)).toBe(false);
    expect(holds(b, focus.a)).toBe(false);
    expect(wordsOf(focus.a)).toEqual(wordsOf(focus.b));
    expect(a.svg).not.toBe(b.svg);
  }
});

test("twins hold the same objects and colours, and touch alike", () => {
  for (const { a, b } of twins) {
    const namesOf = ({ graph }: WorldScene): string[] => graph.objects.map(({ name }) => name);
    expect(namesOf(a)).toEqual(namesOf(b));
    const attributesOf = ({ graph }: WorldScene): string[] =>
      graph.objects.flatMap(({ attributes }) => attributes).toSorted();
    expect(attributesOf(a)).toEqual(attributesOf(b));
  }
});

test("every kind of exchange occurs, and the same seed gives the same twins", () => {
  expect(new Set(twins.map(({ over }) => over)).size).toBe(11);
  expect([...generateTwins({ count: 4, seed: 5, icons })]).toEqual(twins.slice(0, 4));
});
