import axe from "axe-core";
import type { Page } from "playwright-core";

/** Serious and critical findings of axe on the page as it stands, as lines with the elements that they are about. */
export async function findAxeProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 5).map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
      );
  });
}
