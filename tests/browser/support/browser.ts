import type { Browser } from "playwright-core";
import { afterAll } from "vitest";
import { launchChromium, mayPassOver } from "./launch-chromium.ts";

const launched = await launchChromium();

/** Why the tests of this file are passed over; null where there is a browser. */
export const missingBrowser: string | null = "missing" in launched ? launched.missing : null;

if (missingBrowser !== null) {
  if (!mayPassOver) throw new Error(`${missingBrowser} OBSERVATORY_NO_BROWSER=1 passes the tests over.`);
  process.stderr.write(`Tests of the page in a browser are skipped: ${missingBrowser}\n`);
}

afterAll(() => ("missing" in launched ? undefined : launched.close()));

/** The browser of this test file; it ends with the file. */
export function useBrowser(): Browser {
  if ("missing" in launched) throw new Error(launched.missing);
  return launched;
}
