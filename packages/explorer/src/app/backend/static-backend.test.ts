import { expect, test } from "vitest";
import { createStaticBackend } from "./static-backend.ts";

test.each(["constructor", "__proto__", "toString", "none"])("a file does not hold the run %s", async (id) => {
  const json = JSON.stringify({ sources: [], clio: {}, crepe: {} });
  const packed = new Blob([json]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const data = { textContent: btoa(String.fromCharCode(...bytes)) };
  const backend = createStaticBackend(
    { sources: { textContent: btoa('{"sources":[]}') }, data },
    { painted: () => Promise.resolve() },
  );
  await expect(backend.loadClio(id)).rejects.toThrow("does not hold");
  await expect(backend.loadCrepe(id)).rejects.toThrow("does not hold");
});
