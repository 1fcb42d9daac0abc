import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/**
 * Serious and critical findings of axe on the page as it stands, as lines with the elements that they are about. With
 * `rules`, of these alone.
 */
export async function findAxeProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ["violations"], ...(rules && { runOnly: [...rules] }) };
  return page.evaluate(async (wanted) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run.run(document, wanted);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 5).map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
      );
  }, options);
}
