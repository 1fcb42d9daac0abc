import type { ClioPageProps } from "./clio-page.ts";

/** What was analysed, by what, and what stands out. */
export function OverviewPage({ data }: ClioPageProps) {
  return <h1>{data.release.analyst}</h1>;
}
