import { createRandom } from "@observatory/core";
import { generateWorld, renderCaption, renderScenes } from "@observatory/crepe";
import { openWorldClip } from "@observatory/models";
import { expect, test } from "vitest";

test("the model of the drawn world finds objects better than chance, the same each time and in any batch", async () => {
  const encoder = await openWorldClip({ threads: 1 });
  const images: { bytes: Uint8Array; box?: { x: number; y: number; width: number; height: number } }[] = [];
  const captions: string[] = [];
  for await (const { scene, png } of renderScenes(generateWorld({ scenes: 120, seed: 5 }))) {
    const [thing] = scene.graph.objects;
    if (thing === undefined || thing.box === null) continue;
    images.push({ bytes: png, box: thing.box });
    const options = { style: "there-is", random: createRandom(scene.imageId) } as const;
    captions.push(renderCaption({ objects: [thing], relations: [] }, options).text);
  }
  const seen = await encoder.encodeImages(images);
  const said = await encoder.encodeTexts(captions);

  // The caption among those of five other scenes.
  const right = seen.filter((image, i) => {
    const vector = image.ok ? image.value : new Float32Array();
    const scores = [0, 1, 2, 3, 4, 5].map((step) => cosine(vector, said[(i + step) % said.length]));
    return scores.every((score, step) => step === 0 || score < (scores[0] ?? 0));
  });
  expect(right.length / seen.length).toBeGreaterThan(2 / 6);

  const alone = [
    await encoder.encodeImages(images.slice(37, 38)),
    await encoder.encodeTexts(captions.slice(37, 38)),
  ];
  expect(alone).toEqual([seen.slice(37, 38), said.slice(37, 38)]);
  await encoder.close();
});

function cosine(a: Float32Array, b: Float32Array | undefined): number {
  return a.reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);
}
