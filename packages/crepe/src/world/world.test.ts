import fc from "fast-check";
import { expect, test } from "vitest";
import { worldColourNames, worldNouns, worldPredicates } from "./catalogue.ts";
import { generateWorld } from "./generate-world.ts";
import { heldOutCompounds } from "./held-out-compounds.ts";
import { loadIconCredits, loadIcons } from "./load-icons.ts";
import { relationTruth } from "./relation-truth.ts";
import { renderScene } from "./render-scene.ts";
import { renderScenes } from "./render-scenes.ts";

const icons = loadIcons();
const scenes = [...generateWorld({ scenes: 150, seed: 11, icons })];

const opposite: Readonly<Record<string, string>> = {
  "left of": "right of",
  above: "below",
  "in front of": "behind",
  "bigger than": "smaller than",
};

test("every noun has an icon of one colour whose license is MIT or Apache-2.0", () => {
  expect(icons.size).toBe(48);
  expect(new Set(worldNouns.map(({ name }) => name)).size).toBe(48);
  expect(loadIconCredits()).toHaveLength(48);
  for (const credit of loadIconCredits()) {
    expect(["MIT", "Apache-2.0"]).toContain(credit.license);
    expect(icons.get(credit.noun)?.body).toContain("currentColor");
  }
});

test("no two icons look alike", () => {
  const samples = [...icons].map(([name, icon]) => {
    const side = 16;
    const raster = Array.from({ length: side * side }, (_, index) =>
      icon.hasInk(((index % side) + 0.5) / side, (Math.floor(index / side) + 0.5) / side),
    );
    return { name, raster };
  });
  for (const one of samples) {
    for (const other of samples) {
      if (one.name >= other.name) continue;
      const differing = one.raster.filter((ink, index) => ink !== other.raster[index]).length;
      expect(differing).toBeGreaterThan(25);
    }
  }
});

test("a scene depends on the seed and its number alone", () => {
  const again = [...generateWorld({ scenes: 3, seed: 11, icons })];
  expect(again).toEqual(scenes.slice(0, 3));
  expect(again.map(renderScene)).toEqual(scenes.slice(0, 3).map(renderScene));
  expect([...generateWorld({ scenes: 1, seed: 12, icons })][0]?.svg).not.toBe(scenes[0]?.svg);
});

test("worker threads draw the same bytes in the same order", async () => {
  const few = scenes.slice(0, 40);
  const drawn: Uint8Array[] = [];
  for await (const { png } of renderScenes(few, { threads: 2 })) drawn.push(new Uint8Array(png));
  expect(drawn).toEqual(few.map((scene) => new Uint8Array(renderScene(scene))));
});

test("graphs hold every relation that is true, none that is undecided", () => {
  const keyOf = ({
    subject,
    predicate,
    object,
  }: {
    subject: string;
    predicate: string;
    object: string;
  }): string => `${subject}|${predicate}|${object}`;
  for (const scene of scenes) {
    const listed = new Set(scene.graph.relations.map(keyOf));
    const undecided = new Set(scene.undecided.map(keyOf));
    expect(listed.size).toBe(scene.graph.relations.length);
    for (const a of scene.graph.objects) {
      for (const b of scene.graph.objects) {
        if (a === b) continue;
        for (const predicate of worldPredicates) {
          const key = keyOf({ subject: a.id, predicate, object: b.id });
          const truth = relationTruth(scene, a.id, predicate, b.id);
          expect(listed.has(key)).toBe(truth === true);
          expect(undecided.has(key)).toBe(truth === null);
        }
      }
    }
  }
});

test("directions are antisymmetric and mirrored, next to and far from symmetric and exclusive", () => {
  for (const scene of scenes) {
    for (const { subject, predicate, object } of scene.graph.relations) {
      const back = (name: string): boolean | null => relationTruth(scene, object, name, subject);
      if (predicate === "next to" || predicate === "far from") {
        expect(back(predicate)).toBe(true);
        expect(back(predicate === "next to" ? "far from" : "next to")).toBe(false);
      } else {
        expect(back(predicate)).toBe(false);
      }
      const mirror = opposite[predicate];
      if (mirror) expect(back(mirror)).toBe(true);
    }
  }
});

test("every predicate occurs, and objects lie in the picture and are named apart", () => {
  const seen = new Set(scenes.flatMap(({ graph }) => graph.relations.map(({ predicate }) => predicate)));
  expect([...seen].toSorted()).toEqual([...worldPredicates].toSorted());
  for (const { graph, width, height } of scenes) {
    expect(new Set(graph.objects.map(({ name }) => name)).size).toBe(graph.objects.length);
    for (const { box } of graph.objects) {
      expect(
        box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
      ).toBe(true);
    }
  }
});

test("objects overlap only on purpose: where one is in front of, inside or on another", () => {
  for (const scene of scenes) {
    for (const { id: a, box: first } of scene.graph.objects) {
      for (const { id: b, box: second } of scene.graph.objects) {
        if (a === b || !first || !second) continue;
        const apart = Math.max(
          first.x - second.x - second.width,
          second.x - first.x - first.width,
          first.y - second.y - second.height,
          second.y - first.y - first.height,
        );
        if (apart >= 4) continue;
        const bound = ["in front of", "inside", "on"].some(
          (name) => relationTruth(scene, a, name, b) === true || relationTruth(scene, b, name, a) === true,
        );
        expect(bound).toBe(true);
      }
    }
  }
});

test("colours of a picture are those of its graph", () => {
  for (const scene of scenes.slice(0, 20)) {
    for (const { attributes } of scene.graph.objects) {
      expect(attributes.filter((word) => worldColourNames.some((colour) => colour === word))).toHaveLength(1);
    }
  }
});

test("objects of one name can be asked for, told apart by colour", () => {
  const options = { scenes: 60, seed: 3, sameName: "by-colour", objects: { min: 6, max: 7 }, icons } as const;
  let repeated = 0;
  for (const { graph } of generateWorld(options)) {
    const mentions = graph.objects.map(({ name, attributes }) => `${attributes.at(-1)} ${name}`);
    expect(new Set(mentions).size).toBe(mentions.length);
    if (new Set(graph.objects.map(({ name }) => name)).size < mentions.length) repeated++;
  }
  expect(repeated).toBeGreaterThan(0);
});

test("scenes keep to what was held out", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
      const from = heldOutCompounds(seed);
      const holds = (name: string, attributes: readonly string[]): boolean =>
        attributes.some((attribute) => from.holdsAttribute(attribute, name));
      for (const { graph } of generateWorld({ scenes: 5, seed, heldOut: { from, use: "seen" }, icons })) {
        for (const { name, attributes } of graph.objects) {
          expect(from.unseenObjects).not.toContain(name);
          expect(holds(name, attributes)).toBe(false);
        }
      }
      for (const { graph } of generateWorld({
        scenes: 5,
        seed,
        heldOut: { from, use: "unseen-compounds" },
        icons,
      })) {
        for (const { name, attributes } of graph.objects) expect(holds(name, attributes)).toBe(true);
      }
      for (const { graph } of generateWorld({
        scenes: 5,
        seed,
        heldOut: { from, use: "unseen-atoms" },
        icons,
      })) {
        expect(graph.objects.some(({ name }) => from.unseenObjects.includes(name))).toBe(true);
      }
    }),
    { numRuns: 10 },
  );
});

test("numbers out of range are refused", () => {
  expect(() => [...generateWorld({ scenes: 1, seed: 1, objects: { min: 2, max: 99 }, icons })]).toThrow(
    /objects/,
  );
  expect(() => [...generateWorld({ scenes: -1, seed: 1, icons })]).toThrow(/scenes/);
  expect(() => [...generateWorld({ scenes: 1, seed: 1, patterned: 2, icons })]).toThrow(/patterned/);
});
