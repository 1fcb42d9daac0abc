import type { ClioPageProps } from "./clio-page.ts";

/** The clusters from broad to fine. */
export function TreePage({ data }: ClioPageProps) {
  return <h1>{data.clusters.clusters.length}</h1>;
}
