import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGzip, gzipSync } from "node:zlib";
import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintInputs } from "../fingerprint-inputs.ts";
import { openSources } from "./byte-source.ts";
import { findFiles } from "./find-files.ts";
import { unpackStream, type UnpackOptions } from "./unpack-stream.ts";

type UnpackDamage = Parameters<UnpackOptions["onDamage"]>[0];
import { peekBytes } from "./peek-bytes.ts";

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size)
    yield Buffer.from(bytes.subarray(start, start + size));
}

async function gather(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

test("peeking loses nothing, however the bytes come", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array(),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(20),
      async (bytes, size, count) => {
        const { head, chunks } = await peekBytes(pieces(bytes, size), count);
        expect([...head]).toEqual([...bytes.subarray(0, count)]);
        expect([...(await gather(chunks))]).toEqual([...bytes]);
      },
    ),
  );
});

test("gzip members are unpacked as one stream, and a cut is told once with everything before it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array(), { minLength: 1, maxLength: 3 }),
      fc.nat(),
      async (members, cut) => {
        const packed = Buffer.concat(members.map((member) => gzipSync(member)));
        const plain = Buffer.concat(members);
        const damages: UnpackDamage[] = [];
        const onDamage = (damage: UnpackDamage): number => damages.push(damage);
        expect(
          (await gather(unpackStream(pieces(packed, 7), { codec: "gzip", onDamage }))).equals(plain),
        ).toBe(true);
        expect(damages).toEqual([]);

        const last = gzipSync(members.at(-1) ?? Buffer.alloc(0));
        const short = packed.subarray(0, packed.length - 1 - (cut % (last.length - 3)));
        const rest = await gather(unpackStream(pieces(short, 7), { codec: "gzip", onDamage }));
        expect(damages).toEqual(["truncated"]);
        expect(plain.subarray(0, rest.length).equals(rest)).toBe(true);
      },
    ),
  );
});

test.each([
  ["zeros", Buffer.alloc(40_000), []],
  ["anything else", Buffer.alloc(40_000, "x"), ["damaged"]],
  ["zeros and then a member", Buffer.concat([Buffer.alloc(40_000), gzipSync("lost")]), ["damaged"]],
])("behind the last gzip member %s", async (_, rest, damages) => {
  const told: UnpackDamage[] = [];
  const packed = Buffer.concat([gzipSync("abc"), rest]);
  const options = { codec: "gzip", onDamage: (damage: UnpackDamage) => told.push(damage) } as const;
  expect((await gather(unpackStream(pieces(packed, 9000), options))).toString()).toBe("abc");
  expect(told).toEqual(damages);
});

test("damage costs nothing that stands before it", async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `line ${i} ${(i * 7919) % 10_007}\n`).join("");
  const packed = gzipSync(lines);
  packed.fill(0xff, packed.length - 8, packed.length - 4); // the checksum
  const told: UnpackDamage[] = [];
  const options = { codec: "gzip", onDamage: (damage: UnpackDamage) => told.push(damage) } as const;
  expect((await gather(unpackStream(pieces(packed, 30_000), options))).toString()).toBe(lines);
  expect(told).toEqual(["damaged"]);
});

test("a gzip bomb is left after a bounded amount", async () => {
  const bomb = createGzip({ level: 9 });
  const zeros = Buffer.alloc(1024 * 1024);
  for (let i = 0; i < 64; i++) bomb.write(zeros);
  bomb.end();
  const damages: UnpackDamage[] = [];
  let bytes = 0;
  const onDamage = (damage: UnpackDamage): number => damages.push(damage);
  const options = { codec: "gzip", onDamage, freeBytes: 4 * 1024 * 1024 } as const;
  for await (const part of unpackStream(bomb, options)) bytes += part.length;
  expect(damages).toEqual(["bomb"]);
  expect(bytes).toBeLessThan(32 * 1024 * 1024);
});

test("files are named after their input, and by their path where two would be named alike", async () => {
  using directory = createTemporaryDirectory();
  for (const name of ["a", "b"]) {
    mkdirSync(join(directory.path, name));
    writeFileSync(join(directory.path, name, "x\n.jsonl"), name);
  }
  const paths = ["a", "b"].map((name) => join(directory.path, name));
  expect((await findFiles(paths)).map(({ file }) => file)).toEqual(["a/x?.jsonl", "b/x?.jsonl"]);
  const files = paths.map((path) => join(path, "x\n.jsonl"));
  expect((await findFiles(files)).map(({ file }) => file)).toEqual(
    files.map((path) => path.replace("\n", "?")),
  );
  expect((await findFiles([`${paths[0]}/`])).map(({ file }) => file)).toEqual(["a/x?.jsonl"]);
});

test("links within the directory are followed once and cycles end", async () => {
  using directory = createTemporaryDirectory();
  const lost: string[] = [];
  writeFileSync(join(directory.path, "b"), "1");
  linkSync(join(directory.path, "b"), join(directory.path, "c"));
  symlinkSync("b", join(directory.path, "a"));
  mkdirSync(join(directory.path, "d"));
  symlinkSync("../d", join(directory.path, "d", "self"));
  const found = await findFiles([directory.path], { onLoss: (reason) => lost.push(reason) });
  expect(found.map(({ file }) => file.split("/").at(-1))).toEqual(["a", "c"]);
  expect(lost).toEqual(["file-given-twice", "file-given-twice"]);
});

test("a fingerprint has the hash and size of each file and changes with a byte", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x");
  writeFileSync(path, "abc");
  const before = await fingerprintInputs([path]);
  expect(before).toEqual([
    { file: "x", bytes: 3, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  ]);
  writeFileSync(path, "abd");
  expect(await fingerprintInputs([path])).not.toEqual(before);
  const controller = new AbortController();
  controller.abort(new Error("enough"));
  await expect(fingerprintInputs([path], { signal: controller.signal })).rejects.toThrow("enough");
});

test("a source knows its hash once it has been read", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "x");
  writeFileSync(path, gzipSync("abc"));
  const [print] = await fingerprintInputs([path]);
  for await (const source of openSources({ file: "x", path, bytes: 0 }, { onLoss: () => {} })) {
    expect(source.measure()).toEqual({ bytes: 0, sha256: null });
    expect((await gather(source.read())).toString()).toBe("abc");
    expect(source.measure()).toEqual({ bytes: print?.bytes, sha256: print?.sha256 });
  }
  expect.assertions(3);
});
