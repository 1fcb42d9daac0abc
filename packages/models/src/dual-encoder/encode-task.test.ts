import type { OnnxBackend } from "@observatory/onnx";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { moveWeights } from "@observatory/onnx/testing";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createTowerRunner } from "./encode-task.ts";
import { loadEncoderFolder } from "./load-encoder-folder.ts";
import { worldClipDirectory } from "./open-world-clip.ts";
import { planImageTower, planTextTower } from "./plan-tower.ts";
import { fixturePath } from "./testing/reference.ts";

const png = new URL("../../../../docs/images/map.png", import.meta.url);

test.each([
  ["CLIP", fixturePath("tiny-clip")],
  ["SigLIP", fixturePath("tiny-siglip")],
  ["a model of int8 weights", worldClipDirectory],
])("%s gives the same vectors in WebAssembly, where native code is not installed", async (_, directory) => {
  const native = await encode(directory, "native");
  const portable = await encode(directory, "wasm");
  expect(native.length).toBeGreaterThan(40);
  expect(portable.length).toBe(native.length);
  expect(Math.max(...native.map((value, i) => Math.abs(value - (portable[i] ?? Infinity))))).toBeLessThan(
    1e-4,
  );
});

test("weights in files of their own give the same vectors, with native code and without", async () => {
  using directory = createTemporaryDirectory();
  await cp(fixturePath("tiny-clip"), directory.path, { recursive: true });
  for (const name of ["visual/model.onnx", "textual/model.onnx"]) {
    const path = join(directory.path, name);
    const { model, weights } = moveWeights(await readFile(path), { location: "model.onnx_data" });
    expect(weights.length).toBeGreaterThan(10 * model.length);
    await writeFile(path, model);
    await writeFile(`${path}_data`, weights);
  }
  for (const prefer of ["native", "wasm"] as const)
    expect(await encode(directory.path, prefer)).toEqual(await encode(fixturePath("tiny-clip"), prefer));
});

async function encode(directory: string, prefer: OnnxBackend): Promise<number[]> {
  const { manifest, paths } = await loadEncoderFolder(directory, {});
  const { image, text } = manifest;
  const run = createTowerRunner(
    { image: paths.image, text: paths.text, preparation: image, activation: manifest.activation, threads: 1 },
    { prefer },
  );
  const [imagePorts, textPorts] = [
    await run({ kind: "inspect", tower: "image" }),
    await run({ kind: "inspect", tower: "text" }),
  ];
  if (imagePorts.kind !== "ports" || textPorts.kind !== "ports") throw new Error("no ports");
  expect(imagePorts.backend).toBe(prefer);
  const imagePlan = planImageTower(imagePorts, { size: image.size, batch: 2, file: paths.image });
  const { contextLength } = text;
  const textPlan = planTextTower(textPorts, { contextLength, batch: 2, file: paths.text });
  const tokens = Int32Array.from({ length: (textPlan.shape[0] ?? 0) * 2 }, (_, i) => (i * 7) % 90);
  const results = [
    await run({ kind: "images", plan: imagePlan, images: [{ bytes: await readFile(png) }] }),
    await run({ kind: "texts", plan: textPlan, tokens }),
  ];
  return results.flatMap((result) => (result.kind === "vectors" ? [...result.vectors] : []));
}
