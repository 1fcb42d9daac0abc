import type { Camera } from "../../shared/map/camera.ts";
import { labelFonts, type LabelFont, type MapLabel } from "../../shared/map/map-labels.ts";
import type { MapPaint, MapScene } from "../../shared/map/map-scene.ts";
import { haloWidth } from "../../shared/map/map-style.ts";
import { toLabelMiddle, toShownLabels } from "../../shared/map/place-labels.ts";

/** Draws the labels of the camera's zoom that are in sight. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  camera: Camera,
  ratio: number,
): void {
  const { frame, paint } = scene;
  for (const label of toShownLabels(scene, camera)) {
    const { x, y } = toLabelMiddle(label, frame, camera);
    const left = x - label.width / 2 - haloWidth;
    const top = y - label.height / 2 - haloWidth;
    const [width, height] = [label.width + 2 * haloWidth, label.height + 2 * haloWidth];
    if (left > frame.width || top > frame.height || left + width < 0 || top + height < 0) continue;
    const picture = toPicture(label, paint, ratio);
    if (label.id === scene.selection?.id) {
      context.fillStyle = paint.ground;
      context.globalAlpha = 0.85;
      context.fillRect(left - 2, top - 1, width + 4, height + 2);
      context.globalAlpha = 1;
    }
    // On whole device pixels, or letters blur.
    const [atX, atY] = [Math.round(left * ratio) / ratio, Math.round(top * ratio) / ratio];
    context.drawImage(picture, atX, atY, picture.width / ratio, picture.height / ratio);
  }
}

export function toCssFont({ size, weight }: LabelFont, family: string): string {
  return `${weight} ${size}px ${family}`;
}

// Letters with a halo take long to draw, so each label is drawn once for a theme and a screen.
let pictures = new WeakMap<MapLabel, HTMLCanvasElement>();
let drawnFor: { readonly paint: MapPaint; readonly ratio: number } | null = null;

function toPicture(label: MapLabel, paint: MapPaint, ratio: number): HTMLCanvasElement {
  if (drawnFor?.paint !== paint || drawnFor.ratio !== ratio) {
    pictures = new WeakMap();
    drawnFor = { paint, ratio };
  }
  const known = pictures.get(label);
  if (known !== undefined) return known;
  const picture = document.createElement("canvas");
  picture.width = Math.ceil((label.width + 2 * haloWidth) * ratio);
  picture.height = Math.ceil((label.height + 2 * haloWidth) * ratio);
  const context = picture.getContext("2d");
  if (context !== null) drawLabel(context, label, paint, ratio);
  pictures.set(label, picture);
  return picture;
}

function drawLabel(context: CanvasRenderingContext2D, label: MapLabel, paint: MapPaint, ratio: number): void {
  const font = labelFonts[label.kind];
  context.setTransform(ratio, 0, 0, ratio, haloWidth * ratio, haloWidth * ratio);
  context.font = toCssFont(font, paint.font);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = haloWidth;
  context.strokeStyle = paint.ground;
  context.fillStyle = label.kind === "base" ? paint.quietText : paint.text;
  for (const [at, line] of label.lines.entries()) {
    const y = (at + 0.5) * font.lineHeight;
    context.direction = isRightToLeft(line) ? "rtl" : "ltr";
    context.strokeText(line, label.width / 2, y);
    context.fillText(line, label.width / 2, y);
  }
}

// As `dir="auto"`: by the first letter that has a direction.
function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
