import { InputError, parseJson } from "@observatory/core";
import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { interpolations } from "../images/resample-image.ts";
import { encoderManifestSchema, type EncoderManifest } from "./encoder-manifest.ts";

/**
 * Reads what a folder of two towers says of itself: its `model.json`, or else the files of the layout in which immich
 * exports open_clip's models (`visual/model.onnx`, `visual/preprocess_cfg.json`, `textual/model.onnx`,
 * `textual/tokenizer.json`). Throws InputError with the file and the field that is missing or makes no sense.
 */
export async function loadEncoderManifest(directory: string): Promise<EncoderManifest> {
  const own = join(directory, "model.json");
  if (await isThere(own)) return readJson(own, encoderManifestSchema);
  if (await isThere(join(directory, "visual/preprocess_cfg.json"))) return readImmichLayout(directory);
  throw new InputError(`${directory} is not a folder of two towers`, {
    hint: "It needs a model.json, or visual/ and textual/ as immich's exports of open_clip have them.",
  });
}

const sizeSchema = z.union([z.int(), z.array(z.int()).min(1).max(2)]);
const rgb = z.tuple([z.number(), z.number(), z.number()]);
const preprocessSchema = z.object({
  size: sizeSchema,
  mode: z.literal("RGB").optional(),
  mean: rgb,
  std: rgb,
  interpolation: z.enum(interpolations),
  resize_mode: z.enum(["shortest", "squash"]).optional(),
});
const configSchema = z.object({
  quick_gelu: z.boolean().optional(),
  text_cfg: z
    .object({
      context_length: z.int().optional(),
      tokenizer_kwargs: z.object({ clean: z.string().optional() }).nullish(),
    })
    .optional(),
});
const tokenizerConfigSchema = z.object({
  pad_token: z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]),
});
const paddingSchema = z.object({ padding: z.object({ pad_token: z.string() }).nullish() });

async function readImmichLayout(directory: string): Promise<EncoderManifest> {
  const preparationFile = join(directory, "visual/preprocess_cfg.json");
  const preparation = await readJson(preparationFile, preprocessSchema);
  const sides = Array.isArray(preparation.size) ? preparation.size : [preparation.size];
  if (new Set(sides).size !== 1) {
    throw new InputError(`${preparationFile}: the size is no square (${sides.join(" x ")})`);
  }
  const config = join(directory, "config.json");
  const known = (await isThere(config)) ? await readJson(config, configSchema) : undefined;
  const text = known?.text_cfg;
  const tokenizer = "textual/tokenizer.json";
  const parsed = encoderManifestSchema.safeParse({
    schema: "observatory/dual-encoder@1",
    name: basename(resolve(directory)),
    image: {
      graph: "visual/model.onnx",
      size: sides[0],
      resize: preparation.resize_mode ?? "shortest",
      interpolation: preparation.interpolation,
      mean: preparation.mean,
      std: preparation.std,
    },
    text: {
      graph: "textual/model.onnx",
      tokenizer,
      ...(text?.context_length === undefined ? {} : { contextLength: text.context_length }),
      pad: await readPad(directory, tokenizer),
      clean: text?.tokenizer_kwargs?.clean === "canonicalize" ? "canonicalize" : "whitespace",
    },
    ...(known?.quick_gelu === true ? { activation: "quickgelu" } : {}),
  });
  if (parsed.success) return parsed.data;
  throw new InputError(`${directory}: ${describeIssue(parsed.error)}`);
}

async function readPad(directory: string, tokenizer: string): Promise<string> {
  const config = join(directory, "textual/tokenizer_config.json");
  if (await isThere(config)) return (await readJson(config, tokenizerConfigSchema)).pad_token;
  const { padding } = await readJson(join(directory, tokenizer), paddingSchema);
  if (padding !== null && padding !== undefined) return padding.pad_token;
  throw new InputError(
    `${config} is not there, and ${tokenizer} does not say which token fills up captions`,
    {
      hint: "Bring the tokenizer_config.json that was exported with it.",
    },
  );
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, { cause, hint: "The folder is not complete." });
  });
  const json = parseJson(text);
  if (!json.ok) throw new InputError(`${path} is not JSON`, { hint: "It may be cut short." });
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  throw new InputError(`${path}: ${describeIssue(parsed.error)}`, {
    hint: "The fields are described in docs/onnx-scorers.md.",
  });
}

function describeIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  return `${field === "" ? "the document" : field}: ${issue?.message ?? "is damaged"}`;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
