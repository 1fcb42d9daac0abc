import {
  clustersFileSchema,
  mapFileSchema,
  overlaysFileSchema,
  releaseFileSchema,
  timelineFileSchema,
} from "@observatory/clio/release";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { createClioData } from "../testing/create-clio-data.ts";
import { clioDataSchema } from "./clio-data.ts";

const data = createClioData({ clusters: 5, languages: 2, weeks: 3 });
const strict = z.object({
  release: releaseFileSchema,
  clusters: clustersFileSchema,
  overlays: overlaysFileSchema.nullable(),
  timeline: timelineFileSchema.nullable(),
  map: mapFileSchema.nullable(),
});

test("what is missing of a release may be null", () => {
  const early = { ...data, overlays: null, timeline: null, map: null };
  expect(clioDataSchema.parse(early)).toEqual(early);
});

// Every place in the data, as keys from the top.
const places = (value: unknown): (readonly string[])[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        [key],
        ...places(inner).map((rest) => [key, ...rest]),
      ]);
const all = places(data);

function replaceAt(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return by;
  const changed = Object.entries(value).flatMap(([name, inner]) => {
    if (name !== key) return [[name, inner] as const];
    return rest.length === 0 && by === undefined ? [] : [[name, replaceAt(inner, rest, by)] as const];
  });
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

test("a field of another type is refused wherever the strict schemas refuse it", () => {
  const other = fc.constantFrom<unknown>(undefined, null, "text", -1, 0.5, true, [], {}, [1, 2], [null], {
    a: 1,
  });
  fc.assert(
    fc.property(fc.constantFrom(...all), other, (place, value) => {
      const changed = replaceAt(data, place, value);
      expect(clioDataSchema.safeParse(changed).success).toBe(strict.safeParse(changed).success);
    }),
    { numRuns: 200 },
  );
});
