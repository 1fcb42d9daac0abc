import { chromium } from "playwright-core";
const [out, width, theme, ...hashes] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: Number(width), height: width < 500 ? 844 : 900 }, colorScheme: theme });
const page = await context.newPage();
page.on("console", (m) => m.type() !== "debug" && console.log("console", m.type(), m.text().slice(0, 300)));
page.on("pageerror", (e) => console.log("pageerror", e.message));
for (const [i, hash] of hashes.entries()) {
  await page.goto("about:blank"); await page.goto((process.env.BASE ?? "http://127.0.0.1:4977/") + hash);
  await page.waitForLoadState("networkidle"); await page.waitForTimeout(400);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) console.log(hash, "overflows", over);
  await page.screenshot({ path: `${out}-${i}.png`, fullPage: !process.env.VIEW });
}
await browser.close();
