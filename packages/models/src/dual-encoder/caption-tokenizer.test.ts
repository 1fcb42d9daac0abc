import { expect, test } from "vitest";
import { loadCaptionTokenizer } from "./caption-tokenizer.ts";
import { cleanCaption } from "./clean-caption.ts";
import { fixturePath, isJoinedEmoji, readReference } from "./testing/reference.ts";

const reference = readReference();

test.each([
  ["tiny-clip", "textual/tokenizer.json", { pad: "<|endoftext|>", clean: "none", contextLength: 77 }],
  ["tiny-siglip", "tokenizer.json", { pad: "</s>", clean: "canonicalize", contextLength: 64 }],
] as const)("%s gives the ids that Python gives, for every kind of caption", async (name, file, options) => {
  const tokenizer = await loadCaptionTokenizer(fixturePath(`${name}/${file}`), options);
  for (const [i, caption] of reference.captions.entries()) {
    if (name === "tiny-siglip" && isJoinedEmoji(caption)) continue;
    const ids = [...tokenizer.encode([caption])];
    const wanted = reference[name].captions[i] ?? [];
    expect(ids).toHaveLength(options.contextLength);
    expect([caption, ids.slice(0, wanted.length)]).toEqual([caption, wanted]);
    // The reference ends after the first token that fills up.
    expect(new Set(ids.slice(wanted.length - 1)).size).toBe(1);
  }
});

test("a caption that is too long keeps its end mark", async () => {
  const options = { pad: "<|endoftext|>", clean: "none", contextLength: 8 } as const;
  const path = fixturePath("tiny-clip/textual/tokenizer.json");
  const tokenizer = await loadCaptionTokenizer(path, options);
  const long = tokenizer.encode(["a dog on a table near a red chair and a man"]);
  const short = tokenizer.encode(["a"]);
  expect(long).toHaveLength(8);
  expect(long[0]).toBe(short[0]);
  expect(long[7]).toBe(short[2]);
  expect(long.slice(1, 7)).not.toContain(short[2]);
});

test("captions are cleaned as open_clip does", () => {
  expect(cleanCaption(" A_red\t(big)  dog's hat. ", "canonicalize")).toBe("a red big dogs hat");
  expect(cleanCaption(" A\u0085red\n dog ", "whitespace")).toBe("A red dog");
  expect(cleanCaption(" A  red dog ", "lower")).toBe("a red dog");
  expect(cleanCaption(" A  red dog ", "none")).toBe(" A  red dog ");
});
