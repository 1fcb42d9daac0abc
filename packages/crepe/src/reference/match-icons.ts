import { findBlobs, type Blob } from "./find-blobs.ts";
import type { IconTemplate } from "./icon-templates.ts";

/** An icon that was recognised, at the pixel of its upper left corner. */
export interface IconMatch {
  readonly template: IconTemplate;
  readonly x: number;
  readonly y: number;
  /** How well it fits, 0 to 1. */
  readonly fit: number;
  /** The share of its ink that is not hidden. */
  readonly visible: number;
}

export interface MatchIconsOptions {
  readonly width: number;
  readonly templates: readonly IconTemplate[];
  /** 1 where something of another colour is: what is there of this colour cannot be known. */
  readonly hidden: Uint8Array;
}

/** Patches with less ink are the edges of other things. */
const leastInk = 18;
/** What fits worse is not recognised. */
const leastFit = 0.4;
/** Where one fits so well, no other is looked for that only a part shows of. */
const certainFit = 0.7;
/** Of one colour in one scene. */
const mostIcons = 8;

/**
 * Recognises the icons in the ink of one colour, the surest first: each is taken away before the next is looked for. An
 * icon's box is laid on that of a patch of ink, corner on corner or side on side, then moved by a pixel or two.
 */
export function matchIcons(layer: Float32Array, options: MatchIconsOptions): IconMatch[] {
  const { width } = options;
  const left = Float32Array.from(layer);
  const found: IconMatch[] = [];
  while (found.length < mostIcons) {
    const best = findSurest(left, options);
    if (best === null || best.fit < leastFit) break;
    found.push(best);
    erase(left, best, width);
  }
  return found;
}

/** Parts of an icon may lie apart: patches that are near each other are also looked at as one. */
const gaps = [2, 10] as const;

function findSurest(layer: Float32Array, options: MatchIconsOptions): IconMatch | null {
  const rough: IconMatch[] = [];
  const blobs = [];
  for (const gap of gaps) {
    const own = findBlobs(layer, { width: options.width, gap, least: leastInk });
    const whole = bestOf(own.flatMap((blob) => matchWhole(layer, blob, options)));
    if (whole !== null && whole.fit >= certainFit) return whole;
    if (whole !== null) rough.push(whole);
    blobs.push(...own);
  }
  return bestOf([...rough, ...blobs.flatMap((blob) => matchPart(layer, blob, options))]);
}

/** The icons whose box is the patch's. */
function matchWhole(layer: Float32Array, blob: Blob, options: MatchIconsOptions): IconMatch[] {
  return options.templates
    .filter(
      ({ width, height }) =>
        Math.abs(width - (blob.right - blob.left)) <= 2 && Math.abs(height - (blob.bottom - blob.top)) <= 2,
    )
    .map((template) => fitAt(layer, blob, { template, x: blob.left, y: blob.top, step: 2 }, options))
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, 4)
    .map((match) => refine(layer, blob, { ...match, reach: 1 }, options));
}

/** All icons, of which the patch may be a part, or which may be a part of it. */
function matchPart(layer: Float32Array, blob: Blob, options: MatchIconsOptions): IconMatch[] {
  const rough = options.templates.flatMap((template) => {
    const { width, height } = template;
    const columns = new Set([
      blob.left,
      blob.right - width,
      Math.round((blob.left + blob.right - width) / 2),
    ]);
    const rows = new Set([blob.top, blob.bottom - height, Math.round((blob.top + blob.bottom - height) / 2)]);
    return [...columns].flatMap((x) =>
      [...rows].map((y) => fitAt(layer, blob, { template, x, y, step: 2 }, options)),
    );
  });
  return rough
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, 8)
    .map((match) => refine(layer, blob, { ...match, reach: 2 }, options));
}

interface Place {
  readonly template: IconTemplate;
  readonly x: number;
  readonly y: number;
}

function refine(
  layer: Float32Array,
  blob: Blob,
  { template, x, y, reach }: Place & { readonly reach: number },
  options: MatchIconsOptions,
): IconMatch {
  let best = fitAt(layer, blob, { template, x, y, step: 1 }, options);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      if (dx === 0 && dy === 0) continue;
      const match = fitAt(layer, blob, { template, x: x + dx, y: y + dy, step: 1 }, options);
      if (match.fit > best.fit) best = match;
    }
  return best;
}

/** Ink that both have over the ink of the icon, the ink that is too much within its box, and some of the patch's beside it. */
function fitAt(
  layer: Float32Array,
  blob: Blob,
  { template, x, y, step }: Place & { readonly step: number },
  { width, hidden }: MatchIconsOptions,
): IconMatch {
  const height = layer.length / width;
  // The first of every `step` columns and rows that lie in the picture.
  const left = Math.ceil(Math.max(0, -x) / step) * step;
  const top = Math.ceil(Math.max(0, -y) / step) * step;
  const right = Math.min(template.width, width - x);
  const bottom = Math.min(template.height, height - y);
  let shared = 0;
  let wanted = 0;
  let surplus = 0;
  let inside = 0;
  for (let v = top; v < bottom; v += step)
    for (let u = left; u < right; u += step) {
      const at = (y + v) * width + x + u;
      const ink = layer[at] ?? 0;
      inside += ink;
      if (hidden[at]) continue;
      const own = template.ink[v * template.width + u] ?? 0;
      wanted += own;
      if (ink > own) {
        shared += own;
        surplus += ink - own;
      } else shared += ink;
    }
  const scale = step * step;
  const visible = (wanted * scale) / template.total;
  const beside = Math.max(0, blob.ink - inside * scale);
  const fit = visible < 0.2 ? 0 : (shared * scale) / (scale * (wanted + 0.6 * surplus) + 0.3 * beside);
  return { template, x, y, fit, visible };
}

/** Takes away an icon's ink, and what its edge left by falling between pixels. */
function erase(layer: Float32Array, { template, x, y }: IconMatch, width: number): void {
  const height = layer.length / width;
  for (let v = 0; v < template.height; v++)
    for (let u = 0; u < template.width; u++) {
      if ((template.ink[v * template.width + u] ?? 0) < 0.1) continue;
      for (let row = Math.max(0, y + v - 1); row <= Math.min(height - 1, y + v + 1); row++)
        for (let column = Math.max(0, x + u - 1); column <= Math.min(width - 1, x + u + 1); column++)
          layer[row * width + column] = 0;
    }
}

function bestOf(matches: readonly IconMatch[]): IconMatch | null {
  return matches.reduce<IconMatch | null>(
    (best, match) => (best === null || match.fit > best.fit ? match : best),
    null,
  );
}
