import { InputError, parseJson } from "@observatory/core";
import { Tokenizer } from "@huggingface/tokenizers";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { cleanCaption } from "./clean-caption.ts";
import type { EncoderManifest } from "./encoder-manifest.ts";

/** Turns captions into rows of token ids, all of one length. */
export interface CaptionTokenizer {
  /** The largest id that it can give. */
  readonly largestId: number;
  /** Row-major, `contextLength` ids a caption: its start cut to fit between the special tokens, then filled up. */
  encode(captions: readonly string[]): Int32Array;
}

export interface CaptionTokenizerOptions extends Pick<EncoderManifest["text"], "pad" | "clean"> {
  readonly contextLength: number;
}

const tokenizerSchema = z.looseObject({ model: z.looseObject({}) });

/**
 * Loads a `tokenizer.json`: byte-pair as CLIP's, unigram as SigLIP's, and the others of the tokenizers library. Its own
 * settings for cutting and filling are not used. Equal to the library in Rust but for emoji that are joined by zero-width
 * joiners, which a unigram tokenizer gives more tokens here. Throws InputError for a file that is none, and where it does not know
 * the token that fills up.
 */
export async function loadCaptionTokenizer(
  path: string,
  { pad, clean, contextLength }: CaptionTokenizerOptions,
): Promise<CaptionTokenizer> {
  const tokenizer = await loadTokenizer(path);
  const padId = tokenizer.token_to_id(pad);
  if (padId === undefined) {
    throw new InputError(`${path} does not know the token ${JSON.stringify(pad)} that fills up`, {
      hint: "It is the tokenizer of another model, or the token is named wrongly.",
    });
  }
  const marks = countMarks(tokenizer);
  const encode = (caption: string): readonly number[] => {
    const { ids } = tokenizer.encode(cleanCaption(caption, clean));
    if (ids.length <= contextLength) return ids;
    return [...ids.slice(0, contextLength - marks), ...ids.slice(ids.length - marks)];
  };
  return {
    largestId: Math.max(...tokenizer.get_vocab().values()),
    encode: (captions) => {
      const rows = new Int32Array(captions.length * contextLength).fill(padId);
      for (const [row, caption] of captions.entries()) rows.set(encode(caption), row * contextLength);
      return rows;
    },
  };
}

async function loadTokenizer(path: string): Promise<Tokenizer> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, { cause, hint: "The folder is not complete." });
  });
  const json = parseJson(text);
  const parsed = tokenizerSchema.safeParse(json.ok ? json.value : null);
  try {
    return new Tokenizer(parsed.data ?? {}, {});
  } catch (cause) {
    throw new InputError(`${path} is not a tokenizer of the tokenizers library`, {
      cause,
      hint: json.ok ? "Export it as a tokenizer.json." : "It may be cut short.",
    });
  }
}

/** Special tokens that stand behind a text, which cutting keeps. */
function countMarks(tokenizer: Tokenizer): number {
  const { ids } = tokenizer.encode("a");
  const bare = tokenizer.encode("a", { add_special_tokens: false }).ids;
  return ids.length - bare.length - Math.max(0, ids.indexOf(bare[0] ?? -1));
}
