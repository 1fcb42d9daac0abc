import { createRandom } from "@observatory/core";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Objects of a Visual Genome image as `scene_graphs.json` has them. */
const scene = [
  { name: "man", attributes: ["tall", "smiling"] },
  { name: "shirt", attributes: ["blue"] },
  { name: "dog", attributes: ["black", "small"] },
  { name: "bench", attributes: ["wooden"] },
  { name: "tree", attributes: ["green", "large"] },
  { name: "car", attributes: ["red"] },
];
const colours = ["blue", "red", "green", "yellow", "black", "white"];
const vehicles = ["car", "bus", "bicycle", "train"];
const animals = ["dog", "cat", "horse", "cow"];
const predicates = [
  { subject: 0, predicate: "wearing", object: 1 },
  { subject: 2, predicate: "on", object: 3 },
  { subject: 0, predicate: "NEXT TO", object: 3 },
  { subject: 4, predicate: "behind", object: 3 },
  { subject: 5, predicate: "to the left of", object: 4 },
];

/**
 * Writes a small Visual Genome of the exact published shape, with its images (the heads of PNG files): every third image
 * is too small for a crop, every seventh file is missing.
 */
export function writeVisualGenome(directory: string, images: number): void {
  const folder = join(directory, "VG_100K");
  mkdirSync(folder, { recursive: true });
  const graphs = [];
  const data = [];
  const regions = [];
  for (let image_id = 1; image_id <= images; image_id++) {
    const random = createRandom(`visual-genome/${image_id}`);
    const side = image_id % 3 === 0 ? 150 : 800;
    const objects = scene.map(({ name, attributes }, index) => ({
      synsets: [`${name}.n.01`],
      object_id: image_id * 100 + index,
      merged_object_ids: [],
      names: [name],
      attributes: attributes.map((word) => (colours.includes(word) ? random.pick(colours) : word)),
      x: random.integer(Math.floor(side / 3)),
      y: random.integer(Math.floor(side / 3)),
      w: Math.floor(side / 2),
      h: Math.floor(side / 2),
    }));
    graphs.push({
      image_id,
      objects,
      relationships: predicates.map(({ subject, predicate, object }, index) => ({
        synsets: [],
        relationship_id: image_id * 100 + index,
        predicate,
        subject_id: image_id * 100 + subject,
        object_id: image_id * 100 + object,
      })),
    });
    data.push({ image_id, width: side, height: side, url: "", coco_id: null, flickr_id: null });
    regions.push({
      id: image_id,
      regions: [
        {
          region_id: image_id * 10,
          image_id,
          phrase: `a ${random.pick(colours)} ${random.pick(vehicles)} is behind a ${random.pick(colours)} ${random.pick(animals)}`,
          x: 5,
          y: 5,
          width: Math.floor(side / 2),
          height: Math.floor(side / 2),
        },
      ],
    });
    if (image_id % 7 !== 0) writeFileSync(join(folder, `${image_id}.png`), toPngHead(side, side));
  }
  writeFileSync(join(directory, "scene_graphs.json"), JSON.stringify(graphs));
  writeFileSync(join(directory, "image_data.json"), JSON.stringify(data));
  writeFileSync(join(directory, "region_descriptions.json"), JSON.stringify(regions));
}

/** As much of a PNG file as says its size. */
export function toPngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  head.write("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", 0, "latin1");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}
