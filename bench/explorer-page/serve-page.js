import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const types = { html: "text/html", js: "text/javascript", css: "text/css" };

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
  const server = createServer(async ({ url = "/" }, response) => {
    const answer = answers.get(url);
    if (answer !== undefined) {
      response.setHeader("content-type", "application/json");
      response.end(answer);
      return;
    }
    const path = url === "/" ? "index.html" : url.slice(1);
    try {
      const content = await readFile(new URL(path, folder));
      response.setHeader("content-type", types[path.split(".").at(-1)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
