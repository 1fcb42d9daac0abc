import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { InputError, parseJson } from "@observatory/core";
import { Resvg } from "@resvg/resvg-js";
import { z } from "zod";
import { worldNouns } from "./catalogue.ts";

const iconSetSchema = z.object({
  width: z.number().optional(),
  height: z.number().optional(),
  icons: z.record(z.string(), z.object({ body: z.string() })),
});

const creditSchema = z.object({
  name: z.string(),
  author: z.object({ name: z.string(), url: z.string() }),
  license: z.object({ title: z.string(), spdx: z.string(), url: z.string() }),
});

/** The shape of one noun. */
export interface WorldIcon {
  /** SVG elements filled with `currentColor`, in the units of a square of `side`. */
  readonly body: string;
  readonly side: number;
  /** Tight box of the ink, in the units of `body`. */
  readonly ink: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Whether there is ink at a point of the ink's box, each coordinate from 0 to 1. */
  readonly hasInk: (u: number, v: number) => boolean;
  /** The same with its holes filled: what it hides of an object behind it. */
  readonly covers: (u: number, v: number) => boolean;
  /** Path data of what it covers, in the units of `body`. */
  readonly outline: string;
}

/** By name of the noun. */
export type WorldIcons = ReadonlyMap<string, WorldIcon>;

const rasterSide = 128;

/** Reads the shapes of all nouns from the installed icon packages. Throws InputError when one is missing. */
export function loadIcons(): WorldIcons {
  const sets = { mdi: loadSet("mdi"), ph: loadSet("ph") };
  return new Map(
    worldNouns.map((noun) => {
      const [prefix, name] = noun.icon.split(":");
      const set = prefix === "mdi" ? sets.mdi : sets.ph;
      const body = set.icons[name ?? ""]?.body;
      if (body === undefined) throw new InputError(`the icon ${noun.icon} is not in the installed package`);
      // Ids and other paints would leak from one icon to another, or hide the colour of the object.
      if (/\bid="|url\(|fill="(?!currentColor")|opacity=/.test(body)) {
        throw new InputError(`the icon ${noun.icon} is not of a single colour`);
      }
      return [noun.name, toIcon(body, set.width ?? set.height ?? 24)] as const;
    }),
  );
}

export interface IconCredit {
  readonly noun: string;
  readonly icon: string;
  readonly set: string;
  readonly author: string;
  /** SPDX identifier. */
  readonly license: string;
  readonly licenseUrl: string;
}

/** Author and license of the icon of every noun, as its package states them. */
export function loadIconCredits(): readonly IconCredit[] {
  const credits = { mdi: loadCredit("mdi"), ph: loadCredit("ph") };
  return worldNouns.map((noun) => {
    const credit = noun.icon.startsWith("mdi:") ? credits.mdi : credits.ph;
    return {
      noun: noun.name,
      icon: noun.icon,
      set: credit.name,
      author: credit.author.name,
      license: credit.license.spdx,
      licenseUrl: credit.license.url,
    };
  });
}

function loadSet(prefix: "mdi" | "ph"): z.infer<typeof iconSetSchema> {
  return readPackageFile(prefix, "icons.json", iconSetSchema);
}

function loadCredit(prefix: "mdi" | "ph"): z.infer<typeof creditSchema> {
  return readPackageFile(prefix, "info.json", creditSchema);
}

function readPackageFile<T>(prefix: string, file: string, schema: z.ZodType<T>): T {
  const name = `@iconify-json/${prefix}/${file}`;
  const json = parseJson(readFileSync(createRequire(import.meta.url).resolve(name), "utf8"));
  const parsed = json.ok ? schema.safeParse(json.value) : undefined;
  if (!parsed?.success) throw new InputError(`${name} has not the shape of an iconify package`);
  return parsed.data;
}

function toIcon(body: string, side: number): WorldIcon {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${rasterSide}" height="${rasterSide}" viewBox="0 0 ${side} ${side}">${body}</svg>`;
  const pixels = new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
  const isInk = (x: number, y: number): boolean => (pixels[(y * rasterSide + x) * 4 + 3] ?? 0) > 100;
  let [left, top, right, bottom] = [rasterSide, rasterSide, 0, 0];
  for (let y = 0; y < rasterSide; y++) {
    for (let x = 0; x < rasterSide; x++) {
      if (!isInk(x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  const unit = side / rasterSide;
  const outside = floodOutside(isInk);
  const isCovered = (x: number, y: number): boolean => !outside[y * rasterSide + x];
  const ask =
    (what: (x: number, y: number) => boolean) =>
    (u: number, v: number): boolean =>
      u >= 0 &&
      v >= 0 &&
      u < 1 &&
      v < 1 &&
      what(left + Math.floor(u * (right - left)), top + Math.floor(v * (bottom - top)));
  return {
    body,
    side,
    ink: { x: left * unit, y: top * unit, width: (right - left) * unit, height: (bottom - top) * unit },
    hasInk: ask(isInk),
    covers: ask(isCovered),
    outline: toRows(isCovered, unit),
  };
}

/** Marks the pixels that can be reached from the edge without crossing ink. */
function floodOutside(isInk: (x: number, y: number) => boolean): Uint8Array {
  const outside = new Uint8Array(rasterSide * rasterSide);
  const queue: number[] = [];
  const visit = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= rasterSide || y >= rasterSide) return;
    const index = y * rasterSide + x;
    if (outside[index] || isInk(x, y)) return;
    outside[index] = 1;
    queue.push(index);
  };
  for (let i = 0; i < rasterSide; i++) {
    for (const [x, y] of [
      [i, 0],
      [i, rasterSide - 1],
      [0, i],
      [rasterSide - 1, i],
    ] as const)
      visit(x, y);
  }
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const [x, y] = [index % rasterSide, Math.floor(index / rasterSide)];
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  return outside;
}

/** Path data of one rectangle for each run of pixels in every second row; two rows high. */
function toRows(isCovered: (x: number, y: number) => boolean, unit: number): string {
  const runs: string[] = [];
  for (let y = 0; y + 1 < rasterSide; y += 2) {
    for (let x = 0; x < rasterSide; x++) {
      if (!isCovered(x, y)) continue;
      const start = x;
      while (x < rasterSide && isCovered(x, y)) x++;
      runs.push(`M${start * unit} ${y * unit}h${(x - start) * unit}v${2 * unit}h${(start - x) * unit}z`);
    }
  }
  return runs.join("");
}
