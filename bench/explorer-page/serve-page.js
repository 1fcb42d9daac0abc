import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const types = { js: "text/javascript", css: "text/css" };

/**
 * The built page on 127.0.0.1, with releases from memory: what it costs to draw is measured, not to load from a disk.
 *
 * @param {Record<string, unknown>} releases by id of the source
 */
export async function servePage(releases) {
  const folder = new URL("../../packages/explorer/dist/page/", import.meta.url);
  const sources = Object.keys(releases).map((id) => ({ id, kind: "clio", title: id }));
  const answers = new Map([
    ["/api/sources", JSON.stringify({ sources })],
    ...Object.entries(releases).map(([id, release]) => [`/api/clio/${id}`, JSON.stringify(release)]),
  ]);
  const files = new Map(
    await Promise.all(
      ["index.html", "assets/page.js", "assets/style.css"].map(async (path) => [
        path === "index.html" ? "/" : `/${path}`,
        await readFile(new URL(path, folder)),
      ]),
    ),
  );
  const server = createServer(({ url = "/" }, response) => {
    const type = answers.has(url) ? "application/json" : types[url.split(".").at(-1)];
    response.setHeader("content-type", type ?? "text/html");
    const content = answers.get(url) ?? files.get(url);
    if (content === undefined) response.statusCode = 404;
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
