import { InputError, type ImageTextEncoder } from "@observatory/core";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { EncoderManifest } from "../dual-encoder/encoder-manifest.ts";
import { loadEncoderManifest } from "../dual-encoder/load-encoder-manifest.ts";
import { openDualEncoder, type DualEncoderOptions } from "../dual-encoder/open-dual-encoder.ts";
import {
  fetchModel,
  readDownloadRecord,
  type DownloadRecord,
  type FetchModelOptions,
} from "./fetch-model.ts";
import type { ModelSource } from "./resolve-model.ts";

export interface KnownEncoderOptions extends DualEncoderOptions, FetchModelOptions {
  /** Directory of folders `<ARCH>__<TAG>`: nothing is asked of the hub. */
  readonly modelsDirectory?: string | undefined;
}

/**
 * Opens a model by its name: from `modelsDirectory`, or from the cache, or from the hub by way of the cache. What is known
 * of it (activation, logit scale, preparation where its files do not say it) goes before what its files say. Throws
 * InputError with the files to bring where the directory lacks some, and as {@link fetchModel} and {@link openDualEncoder}.
 *
 * @example
 * const source = resolveModel("open_clip", "ViT-B-32/laion400m_e32");
 * const encoder = await openKnownEncoder(source, { hub: createHub(), cache: "models" });
 */
export async function openKnownEncoder(
  source: ModelSource,
  options: KnownEncoderOptions,
): Promise<ImageTextEncoder> {
  const { modelsDirectory } = options;
  const { directory, record } =
    modelsDirectory === undefined
      ? await fetchModel(source, options)
      : await findModelFolder(source, { ...options, modelsDirectory });
  const encoder = await openDualEncoder(directory, {
    ...options,
    manifest: await toManifest(directory, { source, record }),
  });
  return {
    ...encoder,
    id: source.id,
    details: {
      ...encoder.details,
      model: source.name,
      listed: source.known !== null,
      repository: source.repository,
      commit: record?.commit ?? null,
    },
  };
}

/** The folder of a model in a directory of models. Throws InputError with the files to bring where some are missing. */
export async function findModelFolder(
  source: ModelSource,
  { hub, modelsDirectory }: { readonly hub: KnownEncoderOptions["hub"]; readonly modelsDirectory: string },
): Promise<{ readonly directory: string; readonly record: DownloadRecord | null }> {
  const directory = join(modelsDirectory, source.folder);
  const required = source.files.filter((file) => file.required);
  const found = await Promise.all(required.map(({ path }) => stat(join(directory, path)).catch(() => null)));
  const missing = required.filter((_, i) => found[i] === null);
  if (missing.length === 0) return { directory, record: await readDownloadRecord(directory) };
  const addresses = missing.map(({ path }) => hub.addressOf(source.repository, path));
  const optional = source.files.filter(({ path, required }) => !required && path.endsWith(".json"));
  const also =
    optional.length === 0 ? "" : `, and ${optional.map(({ path }) => path).join(" and ")} where it has them`;
  throw new InputError(`${directory} lacks ${missing.map(({ path }) => path).join(", ")}`, {
    hint: `Bring from elsewhere, under the same paths: ${addresses.join(" ")}${also}.`,
  });
}

async function toManifest(
  directory: string,
  { source: { known }, record }: { readonly source: ModelSource; readonly record: DownloadRecord | null },
): Promise<EncoderManifest> {
  const manifest = known?.manifest ?? (await loadEncoderManifest(directory));
  const sha256Of = (path: string): { readonly sha256?: string } => {
    const digest = record?.files.find((file) => file.path === path)?.digest;
    return digest?.kind === "sha256" ? { sha256: digest.hex } : {};
  };
  return {
    ...manifest,
    image: { ...manifest.image, ...sha256Of(manifest.image.graph) },
    text: { ...manifest.text, ...sha256Of(manifest.text.graph) },
    ...(known?.activation ? { activation: known.activation } : {}),
    logit: known?.logit ?? manifest.logit,
  };
}
