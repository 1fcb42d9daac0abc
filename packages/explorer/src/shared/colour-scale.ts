export type Theme = "light" | "dark";
export type ScaleName = "sequential" | "diverging";

/**
 * Stops of equal distance; blue against orange is told apart by every common kind of colour vision, and each arm also
 * differs in lightness. What is strong stands out from the page: dark on light, bright on dark.
 */
const stops: Record<ScaleName, Record<Theme, readonly string[]>> = {
  sequential: {
    light: ["#e2dcf0", "#b09cd6", "#7a58b5", "#43217c"],
    dark: ["#3b3552", "#6552a0", "#9d84dc", "#e2d6ff"],
  },
  diverging: {
    light: ["#14539c", "#7fabd6", "#d3d4d0", "#ea9d62", "#ad3f08"],
    dark: ["#79bcff", "#4377ad", "#53565c", "#b06c3d", "#ffa365"],
  },
};

/** For what is not shown. */
const missing: Record<Theme, string> = { light: "#e9e9e6", dark: "#2c2f34" };

/**
 * A colour `#rrggbb` for a place on a scale: 0 to 1 on the sequential one, -1 to 1 on the diverging one; null for what is
 * not shown. Between stops it goes straight through Oklab (Ottosson 2020), so equal steps look equal.
 */
export function toColour(scale: ScaleName, at: number | null, theme: Theme): string {
  if (at === null) return missing[theme];
  const colours = stops[scale][theme];
  const unit = Math.min(1, Math.max(0, scale === "diverging" ? (at + 1) / 2 : at));
  const position = unit * (colours.length - 1);
  const left = Math.min(colours.length - 2, Math.floor(position));
  return mix(colours[left] ?? missing[theme], colours[left + 1] ?? missing[theme], position - left);
}

function mix(from: string, to: string, part: number): string {
  const [a, b] = [toOklab(from), toOklab(to)];
  return fromOklab([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part]);
}

type Triple = readonly [number, number, number];

function toOklab(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channel = (value: number) => {
    const clamped = Math.min(1, Math.max(0, value));
    const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
    return Math.round(255 * encoded)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)}${channel(
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
  )}${channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)}`;
}
