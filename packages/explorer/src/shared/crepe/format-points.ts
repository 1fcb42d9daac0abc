/** A share of 1 as signed points of percent: `+12.3`, `−0.5`, `±0.0`. */
export function formatPoints(share: number): string {
  const points = (100 * Math.abs(share)).toFixed(1);
  if (points === "0.0") return "±0.0";
  return `${share < 0 ? "−" : "+"}${points}`;
}
