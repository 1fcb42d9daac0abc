import { parseJson, StateError } from "@observatory/core";
import { createReadStream } from "node:fs";
import { appendFile, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { worldColourNames, worldPatterns, worldSizeNames } from "../world/catalogue.ts";
import { drawScene } from "../world/draw-scene.ts";
import type { WorldIcons } from "../world/load-icons.ts";
import type { WorldScene } from "../world/world-scene.ts";

/** A scene that is to be drawn. */
export type DrawableScene = Pick<WorldScene, "file" | "svg">;

/** Scenes that wait on disk until they are drawn. */
export interface SceneSpool {
  /** Adds a scene, unless it was the last but few already. */
  add(scene: Pick<WorldScene, "imageId" | "file" | "placements">): Promise<void>;
  /** Those scenes whose files are named, in the order in which they were added. Throws StateError for a file that was changed meanwhile. */
  read(wanted: ReadonlySet<string>): AsyncGenerator<DrawableScene>;
  remove(): Promise<void>;
}

const lineSchema = z.strictObject({
  imageId: z.string(),
  file: z.string(),
  placements: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      colour: z.enum(worldColourNames),
      size: z.enum(worldSizeNames),
      pattern: z.enum(worldPatterns).nullable(),
      x: z.number(),
      y: z.number(),
      bound: z.array(z.string()),
    }),
  ),
});

/** Lines that are written at once. */
const batchSize = 256;
/** Families of one scene follow each other: a scene that comes twice does so within so many. */
const memory = 64;

/** A spool in a file, which must not exist yet. Not safe for two writers. */
export function createSceneSpool(path: string, icons: WorldIcons): SceneSpool {
  let waiting: string[] = [];
  let recent: string[] = [];
  const flush = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    await appendFile(path, lines.join(""));
  };
  return {
    add: async ({ imageId, file, placements }) => {
      if (recent.includes(file)) return;
      recent = [...recent.slice(1 - memory), file];
      waiting.push(`${JSON.stringify({ imageId, file, placements })}\n`);
      if (waiting.length >= batchSize) await flush();
    },
    read: async function* (wanted) {
      await flush();
      const stream = createReadStream(path);
      try {
        for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
          const json = parseJson(line);
          const scene = lineSchema.safeParse(json.ok ? json.value : null);
          if (!scene.success) throw new StateError(`${path} was changed while it was in use`);
          const { imageId, file, placements } = scene.data;
          if (wanted.has(file)) yield { file, svg: drawScene(placements, icons, imageId) };
        }
      } finally {
        stream.destroy();
      }
    },
    remove: () => rm(path, { force: true }),
  };
}
