import type { Rectangle } from "./circle-grid.ts";
import { toRadiusScale, toScreen, type Camera } from "./camera.ts";
import type { BubbleGroup } from "./lay-out-map.ts";
import { labelFonts, type MapLabel } from "./map-labels.ts";
import { isGroup, toVisible } from "./map-selection.ts";
import type { MapScene } from "./map-scene.ts";
import { ringStyle, bubbleStyle, haloWidth } from "./map-style.ts";
import { chooseLevels, toLabelMiddle, toShownLabels } from "./place-labels.ts";

/**
 * What the map shows at the moment as a drawing of lines and text: the same rings, bubbles and labels.
 *
 * @param title what the drawing is called by programs that read it out.
 */
export function toMapSvg(scene: MapScene, camera: Camera, title: string): string {
  const { frame, paint } = scene;
  const size = `width="${frame.width}" height="${frame.height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${frame.width} ${frame.height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect ${size} fill="${paint.ground}"/>`,
    ...toRings(scene, camera),
    ...toBubbles(scene, camera),
    ...toSelection(scene, camera),
    `<g font-family="${escapeXml(paint.font)}" text-anchor="middle" paint-order="stroke" stroke-linejoin="round">`,
    ...toShownLabels(scene, camera).flatMap((label) => toLabel(label, scene, camera)),
    "</g>",
    "</svg>",
  ].join("\n");
}

function toRings(scene: MapScene, camera: Camera): string[] {
  const levels = chooseLevels(scene.layout, scene.frame, camera.zoom);
  return scene.layout.groups.flatMap((group) => {
    const style = ringStyle(group.level, levels);
    if (style === null) return [];
    const colour = scene.ringColours[group.family] ?? scene.paint.line;
    return [
      `<path d="${toPath(group, scene, camera)}" fill="${colour}" fill-opacity="${style.fill}" fill-rule="evenodd" ` +
        `stroke="${colour}" stroke-opacity="${style.stroke}" stroke-width="${style.width}"/>`,
    ];
  });
}

function toPath({ rings }: BubbleGroup, { frame }: MapScene, camera: Camera): string {
  return rings
    .map((ring) => `M${ring.map((point) => toPair(toScreen(point, frame, camera))).join("L")}Z`)
    .join("");
}

function toBubbles({ layout, frame, batches, paint }: MapScene, camera: Camera): string[] {
  const scale = toRadiusScale(frame, camera);
  const visible = toVisible(frame, camera);
  return batches.flatMap(({ colour, isHollow, members }) => {
    const circles = members.flatMap((index) => {
      const bubble = layout.bubbles[index];
      if (bubble === undefined || !touches(bubble, visible)) return [];
      const { x, y } = toScreen(bubble, frame, camera);
      const about = `<title>${escapeXml(bubble.name.slice(0, 300))}</title>`;
      return [
        `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(bubble.radius * scale)}">${about}</circle>`,
      ];
    });
    if (circles.length === 0) return [];
    const line = isHollow ? ` stroke="${paint.line}"` : "";
    return [`<g fill="${colour}" fill-opacity="${bubbleStyle.fill}"${line}>`, ...circles, "</g>"];
  });
}

function toSelection(scene: MapScene, camera: Camera): string[] {
  const { selection, frame, paint } = scene;
  if (selection === null) return [];
  const { item } = selection;
  const stroke = `fill="none" stroke="${paint.accent}" stroke-width="2.5"`;
  if (isGroup(item)) return [`<path d="${toPath(item, scene, camera)}" ${stroke}/>`];
  const { x, y } = toScreen(item, frame, camera);
  return [
    `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(item.radius * toRadiusScale(frame, camera) + 2)}" ${stroke}/>`,
  ];
}

function toLabel(label: MapLabel, { frame, paint }: MapScene, camera: Camera): string[] {
  const { x, y } = toLabelMiddle(label, frame, camera);
  const { size, weight, lineHeight } = labelFonts[label.kind];
  const top = y - label.height / 2;
  if (x + label.width < 0 || x - label.width > frame.width || top > frame.height || top + label.height < 0)
    return [];
  const colour = label.kind === "base" ? paint.quietText : paint.text;
  const lines = label.lines.map((line, at) => {
    const baseline = tenth(top + (at + 0.5) * lineHeight + 0.35 * size);
    return `<tspan x="${tenth(x)}" y="${baseline}">${escapeXml(line)}</tspan>`;
  });
  return [
    `<text font-size="${size}" font-weight="${weight}" fill="${colour}" stroke="${paint.ground}" ` +
      `stroke-width="${haloWidth}">${lines.join("")}</text>`,
  ];
}

function touches({ x, y, radius }: { x: number; y: number; radius: number }, visible: Rectangle): boolean {
  return (
    x + radius >= visible.left &&
    x - radius <= visible.right &&
    y + radius >= visible.top &&
    y - radius <= visible.bottom
  );
}

function toPair({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${tenth(x)} ${tenth(y)}`;
}

function tenth(number: number): string {
  return String(Math.round(number * 10) / 10);
}

// What XML allows in no form is taken out.
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

function escapeXml(text: string): string {
  return text
    .replaceAll(unwritable, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
