import { expect, test } from "vitest";
import { areLookAlikes, isPersonName, sceneKindOf, sceneNounsOf } from "./scene-nouns.ts";

test("takes a word in the sense that pictures show, whole or by its head", () => {
  expect(sceneKindOf("letters")).toBe("mark");
  expect(sceneKindOf("hot dog")).toBe("dish");
  expect(sceneKindOf("wooden coffee table")).toBe("furniture");
  expect(sceneKindOf("elbow")).toBeNull();
});

test("lists the things of a kind once", () => {
  const furniture = sceneNounsOf("furniture");
  expect(new Set(furniture).size).toBe(furniture.length);
  expect(furniture).toContain("bench");
  expect(sceneNounsOf("no such kind")).toEqual([]);
});

test("knows names that may be said of one thing", () => {
  expect(areLookAlikes("street", "roads")).toBe(true);
  expect(areLookAlikes("tree", "bush")).toBe(true);
  expect(areLookAlikes("lady", "woman")).toBe(true);
  expect(areLookAlikes("dog", "cat")).toBe(false);
});

test("knows persons in general", () => {
  expect(isPersonName("men")).toBe(true);
  expect(isPersonName("cat")).toBe(false);
});
