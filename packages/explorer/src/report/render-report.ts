import { StateError } from "@observatory/core";
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "../server/load-page.ts";
import { embeddedDataId, embeddedSourcesId, type EmbeddedData } from "../shared/embedded-data.ts";

const reference =
  /<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>|<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/gu;

/**
 * The page as one file that opens by double click, with its script, its style and its data in it.
 *
 * Equal data and an equal page give equal bytes. A content-security policy of hashes lets nothing else run and nothing
 * be loaded. Throws StateError where the page refers to what it does not have.
 *
 * @example
 * const data = { sources: [{ id: "mine", kind: "clio", title: "Mine" }], clio: { mine: clioData } };
 * await writeFile("report.html", renderReport(data, await loadPage()));
 */
export function renderReport(data: EmbeddedData, page: Page): string {
  const scripts: string[] = [];
  const styles: string[] = [];
  // All in one go, and the data first: what a script says may look like a tag.
  const html = readText(page, "index.html")
    .replace("</body>", () => `  ${renderData(data)}\n  </body>`)
    .replaceAll(reference, (_tag, script: string | undefined, style: string | undefined) => {
      if (script !== undefined) {
        const code = escapeScript(readText(page, script));
        scripts.push(toSource(code));
        return `<script type="module">${code}</script>`;
      }
      const rules = escapeStyle(readText(page, style ?? ""));
      styles.push(toSource(rules));
      return `<style>${rules}</style>`;
    });
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.length === 0 ? "'none'" : styles.join(" ")}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html.replace(
    "<head>",
    () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** What a report depends on besides its data: changes with every build of another page. */
export function identifyPage(page: Page): string {
  const hash = createHash("sha256");
  const names = [...page.keys()].toSorted();
  for (const name of names) hash.update(`${name}\0`).update(page.get(name)?.body ?? new Uint8Array());
  return hash.digest("hex");
}

function readText(page: Page, path: string): string {
  const file = page.get(posix.normalize(path));
  if (file) {
    // A browser reads other line ends as these, and the hash is over what it reads.
    return new TextDecoder().decode(file.body).replaceAll(/\r\n?/gu, "\n");
  }
  throw new StateError(`the built page lacks its file ${path}`, { hint: "Run: npm run build" });
}

/** Of these two only the first ends a script; the second changes how the first is read. Both stand in literals. */
function escapeScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/giu, "\\x3c");
}

function escapeStyle(rules: string): string {
  return rules.replaceAll(/<(?=\/style)/giu, "\\3c ");
}

function toSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function renderData(data: EmbeddedData): string {
  const packed = gzipSync(JSON.stringify(data), { level: 9 });
  // The header names the system that packed it; 255 is "unknown".
  packed[9] = 255;
  const sources = Buffer.from(JSON.stringify({ sources: data.sources }));
  const toElement = (id: string, bytes: Buffer): string =>
    `<script type="application/octet-stream;base64" id="${id}">${bytes.toString("base64")}</script>`;
  return `${toElement(embeddedSourcesId, sources)}\n  ${toElement(embeddedDataId, packed)}`;
}
