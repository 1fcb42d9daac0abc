/** Black or white, whichever is easier to read on a colour `#rrggbb` (WCAG 2.2, relative luminance): at least 4.5 to 1. */
export function inkOn(colour: string): "#000000" | "#ffffff" {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? "#000000" : "#ffffff";
}
