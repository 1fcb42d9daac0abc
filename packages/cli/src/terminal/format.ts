/** 12345 -> "12,345". */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** 0.1234 -> "12.3 %". */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** 950 -> "1.0 s", 83000 -> "1 min 23 s". */
export function formatDuration(durationMs: number): string {
  const seconds = durationMs / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** US dollars, to the hundredth of a cent below one dollar; null is a price that is not known. */
export function formatDollars(usd: number | null): string {
  if (usd === null) return "unknown";
  if (usd === 0) return "$0";
  return `$${usd.toFixed(usd < 1 ? 4 : 2)}`;
}
