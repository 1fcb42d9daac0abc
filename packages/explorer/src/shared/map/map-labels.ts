import type { MapLayout } from "./lay-out-map.ts";
import { wrapLabel } from "./wrap-label.ts";

export interface LabelFont {
  /** Pixels. */
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
}

/** The higher a cluster, the more its label stands out. */
export const labelFonts = {
  top: { size: 14, weight: 700, lineHeight: 17 },
  middle: { size: 12.5, weight: 550, lineHeight: 15 },
  base: { size: 11.5, weight: 400, lineHeight: 14 },
} as const satisfies Record<string, LabelFont>;

export type LabelKind = keyof typeof labelFonts;

/** A label that may be shown. */
export interface MapLabel {
  readonly id: string;
  readonly kind: LabelKind;
  readonly level: number;
  readonly lines: readonly string[];
  /** In units of the map: the middle of the label, or of the circle that it stands under. */
  readonly x: number;
  readonly y: number;
  /** Of that circle, in units of the map; 0 where the label stands on its point. */
  readonly radius: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface ToMapLabelsOptions {
  /** Width of a text in pixels. */
  readonly measure: (text: string, font: LabelFont) => number;
  /** Pixels that no label is wider than, for small frames. */
  readonly mostWidth?: number;
}

/** All labels of a map, by rank: higher levels first, then larger clusters. */
export function toMapLabels(
  layout: MapLayout,
  { measure, mostWidth = Infinity }: ToMapLabelsOptions,
): MapLabel[] {
  const highest = layout.counts.length - 1;
  const toKind = (level: number): LabelKind => (level === 0 ? "base" : level === highest ? "top" : "middle");
  return [
    ...layout.groups.map((group) => toLabel(group, toKind(group.level), 0)),
    ...layout.bubbles.map((bubble) => toLabel(bubble, toKind(bubble.level), bubble.radius)),
  ].sort((a, b) => b.level - a.level);

  function toLabel({ id, name, level, x, y }: Labelled, kind: LabelKind, radius: number): MapLabel {
    const font = labelFonts[kind];
    const measureLine = (text: string) => measure(text, font);
    const room = Math.min(mostWidth, widths[kind]);
    const lines = wrapLabel(name, { measure: measureLine, width: room, lines: 2 });
    const width = lines.reduce((most, line) => Math.max(most, measureLine(line)), 0);
    return { id, kind, level, lines, x, y, radius, width, height: lines.length * font.lineHeight };
  }
}

type Labelled = Pick<MapLayout["bubbles"][number], "id" | "name" | "level" | "x" | "y">;

const widths = { top: 190, middle: 150, base: 132 } as const;
