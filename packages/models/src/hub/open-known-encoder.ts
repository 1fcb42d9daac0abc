import { InputError, type ImageTextEncoder } from "@observatory/core";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { EncoderManifest } from "../dual-encoder/encoder-manifest.ts";
import { loadEncoderManifest } from "../dual-encoder/load-encoder-manifest.ts";
import { openDualEncoder, type DualEncoderOptions } from "../dual-encoder/open-dual-encoder.ts";
import { checkEncoderFolder } from "../dual-encoder/load-encoder-folder.ts";
import {
  checkModel,
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

/**
 * Finds what is wrong with a model by its name before it is opened, with two questions to the hub at most, and none where its
 * files are here. Throws as {@link openKnownEncoder} does, as far as it shows without running the model.
 */
export async function checkKnownEncoder(
  source: ModelSource,
  options: Pick<KnownEncoderOptions, "hub" | "cache" | "modelsDirectory" | "signal">,
): Promise<void> {
  const { modelsDirectory } = options;
  const found =
    modelsDirectory === undefined
      ? await checkModel(source, options)
      : await findModelFolder(source, { ...options, modelsDirectory });
  if (found === null) return;
  await checkEncoderFolder(found.directory, {
    manifest: await toManifest(found.directory, { source, record: found.record }),
  });
}

/**
 * The folder of a model in a directory of models. Throws InputError with the files to bring where some are missing or not
 * as long as its `download.json` says.
 */
async function findModelFolder(
  source: ModelSource,
  { hub, modelsDirectory }: { readonly hub: KnownEncoderOptions["hub"]; readonly modelsDirectory: string },
): Promise<{ readonly directory: string; readonly record: DownloadRecord | null }> {
  const directory = join(modelsDirectory, source.folder);
  const record = await readDownloadRecord(directory);
  const wanted = source.files.map(({ path, required }) => {
    const listed = record?.files.find((file) => file.path === path)?.bytes ?? null;
    return { path, required: required || listed !== null, bytes: listed };
  });
  const required = wanted.filter((file) => file.required);
  const sizes = await Promise.all(
    required.map(async ({ path }) => (await stat(join(directory, path)).catch(() => null))?.size ?? null),
  );
  const missing = required.filter((_, i) => sizes[i] === null);
  if (missing.length > 0) {
    const addresses = missing.map(({ path }) => hub.addressOf(source.repository, path));
    const optional = wanted.filter((file) => !file.required && file.path.endsWith(".json"));
    const also =
      optional.length === 0
        ? ""
        : `, and ${optional.map(({ path }) => path).join(" and ")} where it has them`;
    throw new InputError(`${directory} lacks ${missing.map(({ path }) => path).join(", ")}`, {
      hint: `Bring from elsewhere, under the same paths: ${addresses.join(" ")}${also}.`,
    });
  }
  const cut = required.find(({ bytes }, i) => bytes !== null && bytes !== sizes[i]);
  if (cut === undefined) return { directory, record };
  const size = sizes[required.indexOf(cut)] ?? 0;
  throw new InputError(
    `${join(directory, cut.path)} has ${size} bytes, and ${cut.bytes} by its download.json: it is cut short or another`,
    { hint: `Bring it again: ${hub.addressOf(source.repository, cut.path)}` },
  );
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
