import { toFitScale, toRadiusScale, toScale, toScreen, type Camera, type Frame } from "./camera.ts";
import type { MapLayout } from "./lay-out-map.ts";
import type { MapLabel } from "./map-labels.ts";
import type { Point } from "./outline-circles.ts";

export interface LabelPlacer {
  /** The labels to show at a zoom, by rank. Nothing in it depends on where one looks, so panning changes no label. */
  placeAt(zoom: number): readonly MapLabel[];
  /** The label of a cluster, shown or not. */
  labelOf(id: string): MapLabel | null;
}

/** Steps between a zoom and twice of it; within a step the same labels are shown. */
const stepsToDouble = 3;
const firstStep = -stepsToDouble;
const gap = 5;
/** Pixels between a label and the edge of the frame. */
const rim = 6;
/** Pixels by which labels may stand out of the map, for each time that it is larger than where all fits. */
const slackByZoom = 400;
/** Pixels between a circle and the label under it. */
const labelOffset = 3;

/**
 * Chooses labels that do not overlap: those of the step before that still fit come first, then by rank. So a label
 * that has appeared stays while one zooms in.
 *
 * @param labels by rank, as `toMapLabels` gives them.
 */
export function createLabelPlacer(layout: MapLayout, labels: readonly MapLabel[], frame: Frame): LabelPlacer {
  const steps: (readonly MapLabel[])[] = [];
  const byId = new Map(labels.map((label) => [label.id, label]));
  return {
    labelOf: (id) => byId.get(id) ?? null,
    placeAt(zoom) {
      const wanted = Math.max(0, toStep(zoom) - firstStep);
      for (let at = steps.length; at <= wanted; at++) {
        const stepZoom = 2 ** ((at + firstStep) / stepsToDouble);
        const levels = chooseLevels(layout, frame, stepZoom);
        const eligible = labels.filter(({ level, radius }) => isShown(levels, level, radius > 0));
        steps.push(place(eligible, new Set(steps[at - 1]), frame, stepZoom));
      }
      return steps[wanted] ?? [];
    },
  };
}

/** The placed labels in the order of drawing; the selected cluster's comes last, in place of those that it would cover. */
export function toShownLabels(
  {
    placer,
    frame,
    selection,
  }: {
    readonly placer: LabelPlacer;
    readonly frame: Frame;
    readonly selection: { readonly id: string } | null;
  },
  { zoom }: { readonly zoom: number },
): readonly MapLabel[] {
  const placed = placer.placeAt(zoom);
  const selected = selection === null ? null : placer.labelOf(selection.id);
  if (selected === null) return placed;
  const box = toBox(selected, frame, zoom);
  return [
    ...placed.filter((label) => label !== selected && !overlaps(toBox(label, frame, zoom), box)),
    selected,
  ];
}

/** The finest level that there is room for, and the one above it, which names the rings around. */
export interface ShownLevels {
  readonly finest: number;
  readonly above: number;
}

/** Square pixels that a cluster needs before its level is named: groups wait longer, since their labels are larger. */
const roomFor = { bubble: 5_000, group: 9_000 } as const;

/** Which levels are named and ringed at a zoom: by the space that each cluster of the finest would have. */
export function chooseLevels({ counts }: MapLayout, frame: Frame, zoom: number): ShownLevels {
  const { left, right, top, bottom } = frame.bounds;
  const stepZoom = 2 ** (toStep(zoom) / stepsToDouble);
  const area = (right - left) * (bottom - top) * (toFitScale(frame) * stepZoom) ** 2;
  const roomy = counts.findIndex(
    (count, level) => area / count >= (level === 0 ? roomFor.bubble : roomFor.group),
  );
  const finest = roomy === -1 ? counts.length - 1 : roomy;
  return { finest, above: finest + 1 };
}

function toStep(zoom: number): number {
  return Math.floor(stepsToDouble * Math.log2(zoom) + 1e-6);
}

// What has no shown children stands for itself at every level above its own.
function isShown({ finest, above }: ShownLevels, level: number, isLeaf: boolean): boolean {
  return level === finest || level === above || (isLeaf && level < finest && finest === 0);
}

function place(
  labels: readonly MapLabel[],
  before: ReadonlySet<MapLabel>,
  frame: Frame,
  zoom: number,
): MapLabel[] {
  const boxes = createBoxes();
  const isPlaced = new Set<MapLabel>();
  const offer = (label: MapLabel) => {
    if (boxes.add(toBox(label, frame, zoom))) isPlaced.add(label);
  };
  for (const label of labels) if (before.has(label)) offer(label);
  for (const label of labels) if (!before.has(label)) offer(label);
  return labels.filter((label) => isPlaced.has(label));
}

// As seen from the origin of the map, so that it does not depend on where one looks.
function toBox(label: MapLabel, frame: Frame, zoom: number): Box {
  const { x, y } = toLabelMiddle(label, frame, { x: 0, y: 0, zoom });
  const across = label.width / 2 + gap;
  const down = label.height / 2 + gap / 2;
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

/**
 * Where the middle of a label is, in pixels of the frame. Labels at the rim of the map are moved inwards, so that none
 * is cut where all of the map is in sight; the closer one looks, the further out they may stand.
 */
export function toLabelMiddle(label: MapLabel, frame: Frame, camera: Camera): Point {
  const { radius, width, height } = label;
  const { left, right, top, bottom } = frame.bounds;
  const scale = toScale(frame, camera);
  const under = radius === 0 ? 0 : radius * toRadiusScale(frame, camera) + labelOffset + height / 2;
  const { x, y } = toScreen(label, frame, camera);
  const middle = toScreen({ x: (left + right) / 2, y: (top + bottom) / 2 }, frame, camera);
  const slack = slackByZoom * Math.max(0, camera.zoom - 1);
  const across = Math.max(frame.width, (right - left) * scale + slack) - width;
  const down = Math.max(frame.height, (bottom - top) * scale + slack) - height;
  return {
    x: keepWithin(x, middle.x, across / 2 - rim),
    y: keepWithin(y + under, middle.y, down / 2 - rim),
  };
}

function keepWithin(value: number, middle: number, reach: number): number {
  return middle + Math.min(Math.max(0, reach), Math.max(-Math.max(0, reach), value - middle));
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const cellSize = 96;

function createBoxes() {
  const cells = new Map<string, Box[]>();
  return {
    /** False, and nothing is added, where the box would overlap one that is there. */
    add(box: Box): boolean {
      const keys = [...toKeys(box)];
      for (const key of keys) {
        for (const other of cells.get(key) ?? []) if (overlaps(box, other)) return false;
      }
      for (const key of keys) {
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [box]);
        else cell.push(box);
      }
      return true;
    },
  };
}

function* toKeys({ left, right, top, bottom }: Box): Iterable<string> {
  for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column++) {
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row++) {
      yield `${column} ${row}`;
    }
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
