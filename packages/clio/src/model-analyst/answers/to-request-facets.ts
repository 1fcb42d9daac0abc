import type { RequestFacet } from "../../analyst.ts";

/**
 * Requests as facets hold them: without those of which nothing is left, the same wish once, weights that sum to 1, the weightiest
 * first. Where any weight is not above 0 all count alike.
 */
export function toRequestFacets(given: readonly RequestFacet[], most: number): readonly RequestFacet[] {
  const kept = given.filter(({ request, task }) => request !== "" && task !== "");
  const even = kept.some(({ weight }) => !(weight > 0 && Number.isFinite(weight)));
  const merged = new Map<string, RequestFacet>();
  for (const facet of kept) {
    const key = facet.request
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const known = merged.get(key);
    const weight = even ? 1 : facet.weight;
    merged.set(key, { ...(known ?? facet), weight: (known?.weight ?? 0) + weight });
  }
  const requests = [...merged.values()].toSorted((a, b) => b.weight - a.weight).slice(0, most);
  const total = requests.reduce((sum, { weight }) => sum + weight, 0);
  return requests.map((facet) => ({ ...facet, weight: facet.weight / total }));
}
