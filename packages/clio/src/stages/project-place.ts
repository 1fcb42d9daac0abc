import { parseJson } from "@observatory/core";
import { readTextIfThere, writeFileAtomic } from "@observatory/store";
import { join, relative, resolve } from "node:path";
import { z } from "zod";

const file = "project.json";
/** From the run's private directory, so that both can be moved together. */
const placeSchema = z.strictObject({ directory: z.string() });

/** Writes into a run's private directory which project it belongs to. */
export async function writeProjectPlace(privatePath: string, directory: string): Promise<void> {
  const place = { directory: relative(resolve(privatePath), resolve(directory)) };
  await writeFileAtomic(join(privatePath, file), `${JSON.stringify(place)}\n`, { mode: 0o600 });
}

/** The project's directory; the run's own private one where nothing else is written or what is written cannot be read. */
export async function findProject(privatePath: string): Promise<string> {
  const parsed = parseJson((await readTextIfThere(join(privatePath, file))) ?? "");
  const place = placeSchema.safeParse(parsed.ok ? parsed.value : null);
  return place.success ? resolve(privatePath, place.data.directory) : privatePath;
}
