/**
 * Splits a rounded whole into rounded parts that sum to it exactly, each within one unit of its exact share
 * (largest remainder; ties go to the earlier part).
 *
 * @param parts exact counts
 * @param whole a multiple of `unit`
 */
export function apportion(parts: readonly number[], whole: number, unit: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const quotas = parts.map((part) => (part / total) * (whole / unit));
  const units = quotas.map(Math.floor);
  const missing = Math.round(whole / unit) - units.reduce((sum, count) => sum + count, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) units[index] = (units[index] ?? 0) + 1;
  return units.map((count) => count * unit);
}

/** The nearest multiple of `unit`. */
export function roundToUnit(count: number, unit: number): number {
  return Math.round(count / unit) * unit;
}
