// The two towers of an ONNX scorer beside Python with the same graphs, photos and captions, in turns. A ratio below 1
// means that ours was faster. PYTHON names the interpreter (onnxruntime, torchvision, tokenizers), ENCODER a folder in
// immich's layout; without it the tiny one of the tests is taken, which measures the preparation more than the graphs.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { findRealData } from "@observatory/core/testing";
import { openDualEncoder } from "@observatory/models";

export const name = "onnx-scorer";

const rounds = 2;
const images = 86;
const captions = 96;
const batch = 8;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The faster round of each and their ratios; `peer` is null, with a `note`, where Python lacks something. */
export async function run() {
  const folder = process.env.ENCODER ?? here("../packages/models/fixtures/tiny-clip");
  const data = findRealData();
  if (data === null || data === undefined) return { note: "there are no photos" };
  const photos = join(data, "vision/photos");
  const files = (await readdir(photos)).filter((file) => file.endsWith(".jpg")).toSorted();
  const paths = Array.from({ length: images }, (_, i) => join(photos, files[i % files.length]));
  const texts = Array.from({ length: captions }, (_, i) => `A ${i % 2 ? "man" : "dog"} near table ${i}.`);
  const threads = availableParallelism();
  const directory = await mkdtemp(join(tmpdir(), "observatory-bench-"));
  const encoder = await openDualEncoder(folder, { threads, batch });
  const work = join(directory, "work.json");
  let peer = null;
  try {
    await writeFile(work, JSON.stringify({ images: paths, captions: texts }));
    peer = await startPeer([work, folder, String(batch), String(threads)]);
    const ours = [];
    const theirs = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await measureOurs(encoder, paths, texts));
      if (peer) theirs.push(await peer.measure());
      console.error(`  ours ${JSON.stringify(ours.at(-1))}, theirs ${JSON.stringify(theirs.at(-1) ?? null)}`);
    }
    const machine = { encoder: basename(folder), images, captions, threads, ours: fastest(ours) };
    if (peer === null) return { ...machine, peer: null, note: "no peer: Python lacks a package" };
    const best = fastest(theirs);
    const ratio = (key) => Number((machine.ours[key] / best[key]).toFixed(3));
    const ratios = Object.fromEntries(Object.keys(best).map((key) => [key, ratio(key)]));
    return { ...machine, peer: best, ratios };
  } finally {
    peer?.close();
    await encoder.close();
    await rm(directory, { recursive: true });
  }
}

async function measureOurs(encoder, paths, texts) {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let i = 0; i < paths.length; i += 32) {
    const part = await Promise.all(
      paths.slice(i, i + 32).map(async (path) => ({ bytes: await readFile(path) })),
    );
    await encoder.encodeImages(part);
  }
  const middle = performance.now();
  await encoder.encodeTexts(texts);
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (ms) => Number((ms / 1000).toFixed(3));
  return {
    imageSeconds: seconds(middle - begin),
    captionSeconds: seconds(end - middle),
    cpuSeconds: seconds((user + system) / 1000),
  };
}

/** Of each number the smallest. */
function fastest(measured) {
  const keys = ["imageSeconds", "captionSeconds", "cpuSeconds"];
  return Object.fromEntries(keys.map((key) => [key, Math.min(...measured.map((one) => one[key]))]));
}

/** Null where Python cannot load what the peer needs. */
async function startPeer(flags) {
  const child = spawn(process.env.PYTHON ?? "python3", [here("onnx-scorer-peer.py"), ...flags], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  if ((await lines.next()).done) return null;
  return {
    measure: async () => {
      child.stdin.write("go\n");
      return JSON.parse((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}
