import type { ClioRunOptions } from "@observatory/clio";

/**
 * What makes `release/report.html` of a run: the page over the release alone.
 *
 * Nothing in it depends on where the run stands, so that equal releases give equal bytes. Throws StateError where the
 * page is not built.
 */
export async function createReportWriter(): Promise<Pick<ClioRunOptions, "renderReport" | "reportId">> {
  const { identifyPage, loadPage, renderReport, titleRelease } = await import("@observatory/explorer");
  const page = await loadPage();
  return {
    renderReport: (release) => {
      const sources = [{ id: "release", kind: "clio" as const, title: titleRelease(release) }];
      return renderReport({ sources, clio: { release } }, page);
    },
    reportId: identifyPage(page),
  };
}
