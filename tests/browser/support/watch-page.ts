import type { Page } from "playwright-core";

/** What a page did that no page of ours may do, as lines; empty when all is well. */
export interface Watch {
  readonly problems: readonly string[];
}

/**
 * Listens for errors on the console, uncaught ones, violations of the content-security policy, dialogs, new windows and
 * requests for anything but what starts with `allowed`.
 */
export async function watchPage(page: Page, allowed: string): Promise<Watch> {
  const problems: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sample } = event;
      reportError(new Error(`policy violated: ${effectiveDirective} ${blockedURI} ${sample}`));
    });
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => problems.push(`new window: ${popup.url()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(allowed) && !/^(?:data|blob):/u.test(url)) problems.push(`request: ${url}`);
  });
  return { problems };
}
