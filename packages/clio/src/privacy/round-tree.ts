/**
 * Splits a rounded whole into rounded parts that sum to it exactly, each within one unit of its exact share
 * (largest remainder; ties go to the earlier part).
 *
 * A part of at least a unit does not become 0 as long as another has more than one to give; that one may then be two units
 * off.
 *
 * @param parts exact counts
 * @param whole a multiple of `unit`
 */
export function apportion(parts: readonly number[], whole: number, unit: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const quotas = parts.map((part) => (part / total) * (whole / unit));
  const units = quotas.map(Math.floor);
  const isLost = (index: number): boolean => units[index] === 0 && (parts[index] ?? 0) >= unit;
  const missing = Math.round(whole / unit) - units.reduce((sum, count) => sum + count, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) units[index] = (units[index] ?? 0) + 1;
  for (const { index } of byRemainder.filter((part) => isLost(part.index))) {
    const giver = byRemainder.findLast(({ index: other }) => (units[other] ?? 0) > 1);
    if (giver === undefined) break;
    units[giver.index] = (units[giver.index] ?? 0) - 1;
    units[index] = 1;
  }
  return units.map((count) => count * unit);
}

/** The nearest multiple of `unit`. */
export function roundToUnit(count: number, unit: number): number {
  return Math.round(count / unit) * unit;
}
