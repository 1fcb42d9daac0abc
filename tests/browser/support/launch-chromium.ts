import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { packagedChromiumFits, unpackPackagedChromium } from "./packaged-chromium.ts";

const { env, platform } = process;

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

const usualPlaces = [
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

interface Candidate {
  readonly executablePath: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Where an installed Chromium or Chrome stands, by `CHROMIUM_PATH`, by name and by usual place; the first is the best. */
export function findInstalledChromium(): readonly string[] {
  const wanted = env["CHROMIUM_PATH"];
  if (wanted) return [wanted];
  const suffix = platform === "win32" ? ".exe" : "";
  const folders = (env["PATH"] ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`)));
  return [...new Set([...onPath, ...usualPlaces].filter((path) => existsSync(path)))];
}

/**
 * Starts the first Chromium that starts: an installed one, else the one that an npm package ships for Linux on x64.
 *
 * Gives the reason, with what to do, where none does.
 */
export async function launchChromium(): Promise<Browser | { readonly missing: string }> {
  const failures: string[] = [];
  for (const executablePath of findInstalledChromium()) {
    const started = await start({ executablePath }, failures);
    if (started) return started;
  }
  if (packagedChromiumFits && !env["CHROMIUM_PATH"]) {
    const started = await start(unpackPackagedChromium(), failures);
    if (started) return started;
  }
  const tried = failures.length === 0 ? "none is installed" : failures.join("; ");
  return {
    missing: `no Chromium starts here (${tried}). Install Chromium or Chrome, or set CHROMIUM_PATH.`,
  };
}

async function start(
  { executablePath, environment }: Candidate,
  failures: string[],
): Promise<Browser | null> {
  try {
    const inherited = Object.entries(env).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    );
    return await chromium.launch({
      executablePath,
      env: { ...Object.fromEntries(inherited), ...environment },
      timeout: 30_000,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = message.split("\n").find((line) => /\[err\]|error while|cannot|timeout/iu.test(line));
    failures.push(`${executablePath}: ${(reason ?? message.split("\n")[0] ?? "").trim().slice(0, 200)}`);
    return null;
  }
}

/**
 * Whether tests may be passed over where no browser starts. Not where one should have started: on Linux on x64, which
 * the packaged one is for, and in continuous integration. `OBSERVATORY_NO_BROWSER=1` says that somebody knows.
 */
export const mayPassOver = env["OBSERVATORY_NO_BROWSER"] === "1" || !(packagedChromiumFits || env["CI"]);
