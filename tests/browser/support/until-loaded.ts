import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Waits until no part of the page says that it is loading; there may be several. */
export async function untilLoaded(page: Page): Promise<void> {
  const loading = page.getByRole("status").filter({ hasText: "Loading" });
  await expect.poll(() => loading.count(), { timeout: 15_000 }).toBe(0);
}
