import { parseJson, StateError } from "@observatory/core";
import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { embeddedDataSchema, type EmbeddedData } from "../shared/embedded-data.ts";
import type { Page } from "../server/load-page.ts";
import { createClioData } from "../testing/create-clio-data.ts";
import { identifyPage, renderReport } from "./render-report.ts";

const hostileName = `</script><script>alert(1)</script><!-- $& $' "quoted" 👩🏽‍🚀`;

const data: EmbeddedData = {
  sources: [{ id: "run", kind: "clio", title: hostileName }],
  clio: { run: createClioData({ names: [hostileName] }) },
};

describe("a report", () => {
  test("holds the data, and nothing of it as markup", () => {
    const html = renderReport(data, createPage());
    const [, packed = ""] = /id="observatory-data">([A-Za-z0-9+/=]+)<\/script>/u.exec(html) ?? [];
    const unpacked = parseJson(gunzipSync(Buffer.from(packed, "base64")).toString());
    expect(embeddedDataSchema.parse(unpacked.ok ? unpacked.value : null)).toEqual(data);
    expect(html).not.toContain("alert(1)");
  });

  test("names its sources before its data, so that they can be shown first", () => {
    const html = renderReport(data, createPage());
    const [, text = ""] = /id="observatory-sources">([A-Za-z0-9+/=]+)<\/script>/u.exec(html) ?? [];
    const sources = parseJson(Buffer.from(text, "base64").toString());
    expect(sources).toEqual({ ok: true, value: { sources: data.sources } });
    expect(html.indexOf("observatory-sources")).toBeLessThan(html.indexOf("observatory-data"));
  });

  test("has equal bytes for equal data and page", () => {
    expect(renderReport(structuredClone(data), createPage())).toBe(renderReport(data, createPage()));
  });

  test("refers to nothing outside of itself", () => {
    const html = renderReport(data, createPage({ icon: `<link rel="icon" href="data:," />` }));
    expect([...html.matchAll(/\b(?:src|href)="([^"]*)"/gu)].map(([, url]) => url)).toEqual(["data:,"]);
  });

  test("permits by its policy exactly the script and the style that are in it", () => {
    const html = renderReport(data, createPage({ code: "let a = 1;\r\nlet b = 2;\rlet c = 3;" }));
    const [, policy = ""] = /Content-Security-Policy" content="([^"]+)"/u.exec(html) ?? [];
    const [, script = ""] = /<script type="module">([\s\S]*?)<\/script>/u.exec(html) ?? [];
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/u.exec(html) ?? [];
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src '${hash(script)}'`,
      `style-src '${hash(style)}'`,
      "img-src data: blob:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  });

  test.each([
    "'</script>' + '<!--' + '</SCRIPT x'",
    "`</script>${1 + 1}<!--`",
    String.raw`[/^<\/script$/u.test("</script"), /<!--/u.test("<!--")].join()`,
    "'$& $1 $$ $`'",
    `'<head></body><link rel="stylesheet" href="./none.css">'`,
  ])("keeps what the script says: %s", (code) => {
    const html = renderReport(data, createPage({ code: `globalThis.said = ${code};` }));
    const [, script = ""] = /<script type="module">([\s\S]*?)<\/script>/u.exec(html) ?? [];
    expect(script).not.toContain("<!--");
    const said = (text: string) => {
      const context: { said?: unknown } = {};
      runInNewContext(text, Object.assign(context, { globalThis: context }));
      return context.said;
    };
    expect(said(script)).toBe(said(`globalThis.said = ${code};`));
  });

  test("keeps what the style says", () => {
    const html = renderReport(data, createPage({ rules: `a::after { content: "</style>"; }` }));
    expect(html).toContain(`<style>a::after { content: "\\3c /style>"; }</style>`);
  });

  test("is not made of a page that lacks a part", () => {
    const page = new Map([...createPage()].filter(([name]) => !name.endsWith(".js")));
    expect(() => renderReport(data, page)).toThrow(StateError);
  });
});

test("a page is told from another by any of its bytes", () => {
  expect(identifyPage(createPage())).toBe(identifyPage(createPage()));
  expect(identifyPage(createPage({ code: "1;" }))).not.toBe(identifyPage(createPage({ code: "2;" })));
});

function createPage({ code = "document.title;", rules = "a { color: red; }", icon = "" } = {}): Page {
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />${icon}
    <script type="module" crossorigin src="./assets/page.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/page.css">
  </head>
  <body>
    <div id="page"></div>
  </body>
</html>`;
  const files = { "index.html": html, "assets/page.js": code, "assets/page.css": rules };
  return new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      { body: Uint8Array.from(new TextEncoder().encode(text)), type: "text/plain" },
    ]),
  );
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
