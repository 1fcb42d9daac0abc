import { createTemporaryDirectory } from "@observatory/core/testing";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { clioDataSchema } from "../shared/clio-data.ts";
import { failureSchema } from "../shared/failure.ts";
import { createClioData } from "../testing/create-clio-data.ts";
import { writeRelease } from "../testing/write-release.ts";
import { createExplorerApp, type ExplorerAppOptions } from "./create-explorer-app.ts";
import type { Page } from "./load-page.ts";
import { openSources } from "./open-sources.ts";

const page: Page = new Map(
  Object.entries({
    "index.html": { body: encode("<!doctype html><title>page</title>"), type: "text/html; charset=utf-8" },
    "assets/page.js": { body: encode("document.title;"), type: "text/javascript; charset=utf-8" },
  }),
);

describe("what it gives", () => {
  test("the page, its parts, the sources and a release", async () => {
    await using explorer = await createExplorer();
    expect(await (await explorer.get("/")).text()).toContain("<title>page</title>");
    expect((await explorer.get("/assets/page.js")).headers.get("content-type")).toMatch(/^text\/javascript/u);
    expect(await (await explorer.get("/api/sources")).json()).toEqual({
      sources: [{ id: "mine", kind: "clio", title: "mine" }],
    });
    const data = clioDataSchema.parse(await (await explorer.get("/api/clio/mine")).json());
    expect(data.clusters).toEqual(createClioData().clusters);
    expect(data.map).toEqual(createClioData().map);
  });

  test("a release that was written anew, and an error that says what to do once it is gone", async () => {
    await using explorer = await createExplorer();
    await explorer.get("/api/clio/mine");
    writeRelease(explorer.run, createClioData({ clusters: 5 }));
    const anew = clioDataSchema.parse(await (await explorer.get("/api/clio/mine")).json());
    expect(anew.clusters.clusters.filter(({ level }) => level === 0)).toHaveLength(5);

    rmSync(explorer.run, { recursive: true });
    const response = await explorer.get("/api/clio/mine");
    expect(response.status).toBe(404);
    const failure = failureSchema.parse(await response.json());
    expect(failure.hint).toMatch(/clio run/u);
    expect(failure.message).toMatch(/mine/u);
    expect(JSON.stringify(failure)).not.toContain(explorer.run);
    expect((await explorer.get("/api/sources")).status).toBe(200);
  });

  test("an error for a damaged release, and the release again once it is mended", async () => {
    await using explorer = await createExplorer();
    const file = join(explorer.run, "release", "release.json");
    writeFileSync(file, `{"schema":"observatory/clio-release@99"}`);
    const response = await explorer.get("/api/clio/mine");
    expect(response.status).toBe(409);
    const { message } = failureSchema.parse(await response.json());
    expect(message).toMatch(/newer version/u);
    expect(message).not.toContain(explorer.run);
    writeRelease(explorer.run, createClioData());
    expect((await explorer.get("/api/clio/mine")).status).toBe(200);
  });

  test("not modified to who has it, and gzip to who takes it", async () => {
    await using explorer = await createExplorer();
    const first = await explorer.get("/api/clio/mine", { "accept-encoding": "gzip" });
    expect(first.headers.get("content-encoding")).toBe("gzip");
    const plain = await (await explorer.get("/api/clio/mine")).text();
    expect(gunzipSync(await first.arrayBuffer()).toString()).toBe(plain);
    const etag = first.headers.get("etag") ?? "";
    const second = await explorer.get("/api/clio/mine", { "if-none-match": etag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    writeRelease(explorer.run, createClioData({ seed: 9 }));
    expect((await explorer.get("/api/clio/mine", { "if-none-match": etag })).status).toBe(200);
  });
});

describe("who it answers", () => {
  test.each(["127.0.0.1:4870", "localhost", "LOCALHOST:80", "[::1]:4870"])("Host %s", async (host) => {
    await using explorer = await createExplorer();
    expect((await explorer.get("/api/sources", { host })).status).toBe(200);
  });

  test.each([
    "evil.example",
    "127.0.0.1.evil.example:4870",
    "evil@127.0.0.1",
    "127.0.0.1/x",
    "0x7f.1",
    "",
    "10.0.0.1",
  ])("not Host %j, whose address may have been changed to this one", async (host) => {
    await using explorer = await createExplorer();
    for (const path of ["/", "/api/sources", "/api/clio/mine"]) {
      expect((await explorer.get(path, { host })).status).toBe(403);
    }
  });

  test("every address of the machine, but no other name, where it listens on all", async () => {
    await using explorer = await createExplorer({ host: "0.0.0.0", machineName: "Box" });
    for (const host of ["10.1.2.3:4870", "box:4870", "[fe80::1]:1", "localhost"]) {
      expect((await explorer.get("/", { host })).status).toBe(200);
    }
    expect((await explorer.get("/", { host: "evil.example" })).status).toBe(403);
  });

  test.each<Record<string, string>>([
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:3000" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
  ])("no script, frame or form of another site: %o", async (headers) => {
    await using explorer = await createExplorer();
    const response = await explorer.get("/api/clio/mine", headers);
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("its own page, and a link on another site to the page itself", async () => {
    await using explorer = await createExplorer();
    const own = { origin: "http://127.0.0.1:4870", "sec-fetch-site": "same-origin" };
    expect((await explorer.get("/api/sources", own)).status).toBe(200);
    const link = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect((await explorer.get("/", link)).status).toBe(200);
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("no %s", async (method) => {
    await using explorer = await createExplorer();
    const response = await explorer.get("/api/sources", {}, method);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("HEAD, without a body", async () => {
    await using explorer = await createExplorer();
    const response = await explorer.get("/", {}, "HEAD");
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});

describe("what no request reaches", () => {
  test.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/assets/../../../etc/passwd",
    "/assets/..%5c..%5cpackage.json",
    "/%2fetc%2fpasswd",
    "//etc/passwd",
    "/api/clio/..%2f..%2fetc",
    "/api/clio/%2e%2e",
    "/api/clio/__proto__",
    "/api/clio/constructor",
    "/api/clio/mine/../../private",
    "/api/clio/%00",
    "/api/clio/%E0%A4%A",
    "/index.html",
    "/private",
  ])("%s", async (path) => {
    await using explorer = await createExplorer();
    const response = await explorer.get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(explorer.run);
  });

  test("a link in place of a release, which leads to what is no release", async () => {
    await using explorer = await createExplorer();
    const file = join(explorer.run, "release", "release.json");
    writeFileSync(file, "root:x:0:0");
    const text = await (await explorer.get("/api/clio/mine")).text();
    expect(text).not.toContain("root:x");
  });
});

describe("with a token", () => {
  const token = "a".repeat(32);

  test.each<[string, Record<string, string>]>([
    ["/api/sources", {}],
    ["/api/sources", { authorization: "Bearer wrong" }],
    ["/api/sources", { authorization: `Basic ${token}` }],
    ["/api/sources", { authorization: `Bearer ${token}x` }],
    ["/api/sources", { cookie: `observatory=${token}` }],
    [`/api/sources?token=${token}`, {}],
    ["/?token=wrong", {}],
    ["/?token=", {}],
    ["/", {}],
    ["/assets/page.js", {}],
  ])("gives nothing for %s with %o", async (path, headers) => {
    await using explorer = await createExplorer({ token });
    const response = await explorer.get(path, headers);
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/token/u);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("takes it from the address into a cookie that scripts and other sites do not get", async () => {
    await using explorer = await createExplorer({ token });
    const response = await explorer.get(`/?token=${token}`);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/; HttpOnly/u);
    expect(cookie).toMatch(/; SameSite=Strict/u);
    const next = await explorer.get("/api/sources", { cookie: cookie.split(";")[0] ?? "" });
    expect(next.status).toBe(200);
  });

  test("takes it as a bearer", async () => {
    await using explorer = await createExplorer({ token });
    expect((await explorer.get("/api/sources", { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  test("still asks who the request is meant for", async () => {
    await using explorer = await createExplorer({ token });
    const headers = { authorization: `Bearer ${token}`, host: "evil.example" };
    expect((await explorer.get("/api/sources", headers)).status).toBe(403);
  });
});

describe("the headers of every answer", () => {
  test.each(["/", "/api/sources", "/nothing", "/api/clio/none"])("%s", async (path) => {
    await using explorer = await createExplorer();
    const { headers } = await explorer.get(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

test("a fault of ours is told to who runs the server, and to nobody else", async () => {
  const faults: unknown[] = [];
  await using explorer = await createExplorer({ onFault: (error) => faults.push(error) });
  explorer.app.get("/api/broken", () => {
    throw new TypeError("/home/someone/secret failed");
  });
  const response = await explorer.get("/api/broken");
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/secret|\.ts/u);
  expect(faults).toHaveLength(1);
});

async function createExplorer(options: Partial<ExplorerAppOptions> = {}) {
  const directory = createTemporaryDirectory();
  const run = join(directory.path, "mine");
  writeRelease(run, createClioData());
  const app = createExplorerApp(await openSources([run]), { page, ...options });
  return {
    app,
    run,
    // Not a URL object, which would mend the path before the server sees it.
    get: async (path: string, headers: Record<string, string> = {}, method = "GET") =>
      app.request(path, { method, headers: { host: "127.0.0.1:4870", ...headers } }),
    [Symbol.asyncDispose]: () => {
      directory[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}
