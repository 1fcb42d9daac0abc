import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

export interface PackagedChromium {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Whether the package's build can run here at all. */
export const packagedChromiumFits = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into `node_modules/.cache`, once, with the libraries and the font that
 * a bare Linux lacks. Not through the package's own code, which unpacks to a fixed place in the directory for temporary files.
 */
export function unpackPackagedChromium(): PackagedChromium {
  const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
  const packed = findUp(entry, "bin");
  const cache = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));
  const home = join(cache, `chromium-${readVersion(packed)}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const unfinished = mkdtempSync(join(cache, "unpacking-"));
    unpack(packed, unfinished);
    try {
      renameSync(unfinished, home);
    } catch {
      // Another process was faster; its files are the same.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  writeFileSync(join(home, "fonts.conf"), fontsConfig(home));
  return {
    executablePath: join(home, "chromium"),
    environment: { LD_LIBRARY_PATH: join(home, "lib"), FONTCONFIG_FILE: join(home, "fonts.conf") },
  };
}

function unpack(from: string, to: string): void {
  const open = (name: string) => brotliDecompressSync(readFileSync(join(from, name)));
  writeFileSync(join(to, "chromium"), open("chromium.br"), { mode: 0o755 });
  for (const name of ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"]) {
    const { status, stderr, error } = spawnSync("tar", ["-x", "--no-same-owner", "-C", to], {
      input: open(name),
    });
    if (status !== 0) throw new Error(`tar could not unpack ${name}: ${error?.message ?? stderr.toString()}`);
  }
}

function fontsConfig(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

function findUp(start: string, name: string): string {
  for (let folder = dirname(start); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, name, "chromium.br"))) return join(folder, name);
  }
  throw new Error("@sparticuz/chromium holds no chromium.br");
}

function readVersion(packed: string): string {
  const text = readFileSync(join(dirname(packed), "package.json"), "utf8");
  return /"version": "([^"]+)"/u.exec(text)?.[1] ?? "unknown";
}
