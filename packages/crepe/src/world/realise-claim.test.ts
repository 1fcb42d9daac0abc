import { createRandom } from "@observatory/core";
import { describe, expect, test } from "vitest";
import type { Claim } from "../captions/render/claim.ts";
import { judgeClaim } from "../negatives/prove-false.ts";
import { replaceAttribute } from "../negatives/edit-graph.ts";
import { generateWorld } from "./generate-world.ts";
import { loadIcons } from "./load-icons.ts";
import type { Placement } from "./placement.ts";
import { realiseClaim } from "./realise-claim.ts";
import { toWorldScene } from "./to-world-scene.ts";
import { sceneSide, type WorldScene } from "./world-scene.ts";

const icons = loadIcons();
const scenes = [...generateWorld({ scenes: 60, seed: 12, icons })];

function realise(scene: WorldScene, claim: Claim): WorldScene | null {
  const placements = realiseClaim(scene.placements, claim, icons, createRandom(scene.imageId));
  return placements === null ? null : toWorldScene("changed", placements, icons, createRandom(1));
}

describe("realiseClaim", () => {
  test("another colour is the only change that a colour asks for", () => {
    for (const scene of scenes) {
      const [object] = scene.graph.objects;
      const before = scene.placements.find(({ id }) => id === object?.id);
      if (object === undefined || before === undefined) continue;
      const colour = before.colour === "green" ? "pink" : "green";
      const part = { objects: [object], relations: [] };
      const graph = replaceAttribute(part, object.id, before.colour, colour);
      const placements = realiseClaim(scene.placements, { graph, denied: null }, icons, createRandom(1));
      const others = scene.placements.map(({ id }) => id).filter((id) => id !== object.id);
      const placeOf = (list: readonly Placement[] | null, id: string) => {
        const found = list?.find((placement) => placement.id === id);
        return found === undefined ? null : { ...found, bound: [] };
      };
      if (placements === null) continue;
      expect(placeOf(placements, object.id)).toEqual({ ...before, colour, bound: [] });
      for (const id of others) expect(placeOf(placements, id)).toEqual(placeOf(scene.placements, id));
    }
  });

  test("the sides of most relations can be exchanged, and the claim is true of what comes out", () => {
    let found = 0;
    let asked = 0;
    for (const scene of scenes) {
      const relation = scene.graph.relations.find(({ predicate }) => /left of|above/u.test(predicate));
      if (relation === undefined) continue;
      asked++;
      const objects = scene.graph.objects
        .filter(({ id }) => id === relation.subject || id === relation.object)
        .map((object) => ({ ...object, attributes: [] }));
      const turned = { ...relation, subject: relation.object, object: relation.subject };
      const claim: Claim = { graph: { objects, relations: [turned] }, denied: null };
      const changed = realise(scene, claim);
      if (changed === null) continue;
      found++;
      expect(judgeClaim(changed.graph, claim, changed)).toBe("true");
      for (const { box } of changed.graph.objects) {
        expect(box?.x).toBeGreaterThanOrEqual(1);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(sceneSide - 1);
      }
    }
    expect(asked).toBeGreaterThan(20);
    expect(found / asked).toBeGreaterThan(0.7);
  });

  test("a denied attribute is another one, a denied name another thing of its kind", () => {
    const [scene] = scenes;
    const [object] = scene?.graph.objects ?? [];
    if (scene === undefined || object === undefined) throw new Error("no scene");
    const graph = { objects: [object], relations: [] };
    const size = object.attributes[0] ?? "";
    const resized = realise(scene, {
      graph,
      denied: { kind: "attribute", object: object.id, attribute: size },
    });
    expect(resized?.graph.objects.find(({ id }) => id === object.id)?.attributes).not.toContain(size);
    const renamed = realise(scene, { graph, denied: { kind: "object", object: object.id } });
    const names = renamed?.graph.objects.map(({ name }) => name) ?? [];
    expect(names).not.toContain(object.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("what cannot be drawn gives nothing", () => {
    const [scene] = scenes;
    const [object] = scene?.graph.objects ?? [];
    if (scene === undefined || object === undefined) throw new Error("no scene");
    const unknown = { ...object, name: "unicorn" };
    expect(realise(scene, { graph: { objects: [unknown], relations: [] }, denied: null })).toBeNull();
    const wooden = { ...object, attributes: ["wooden"] };
    expect(realise(scene, { graph: { objects: [wooden], relations: [] }, denied: null })).toBeNull();
    const graph = { objects: [object], relations: [] };
    expect(realise(scene, { graph, denied: { kind: "existence", object: object.id } })).toBeNull();
  });
});
