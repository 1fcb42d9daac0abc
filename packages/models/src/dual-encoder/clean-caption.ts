import type { EncoderManifest } from "./encoder-manifest.ts";

/** Prepares a caption for its tokenizer; what each way does is said with {@link EncoderManifest}. */
export function cleanCaption(caption: string, way: EncoderManifest["text"]["clean"]): string {
  switch (way) {
    case "none":
      return caption;
    case "whitespace":
      return joinWords(caption);
    case "lower":
      return joinWords(caption).toLowerCase();
    case "canonicalize":
      return joinWords(caption.replaceAll("_", " ").replaceAll(punctuation, "").toLowerCase());
    default:
      return way satisfies never;
  }
}

/** Python's `string.punctuation`. */
const punctuation = /[!-/:-@[-`{-~]/gu;

/** What Python's `str.split` takes for white space, but for four control characters. */
const spaces = /[\s\u0085]+/u;

function joinWords(text: string): string {
  return text
    .split(spaces)
    .filter((word) => word !== "")
    .join(" ");
}
