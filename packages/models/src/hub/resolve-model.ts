import { UsageError } from "@observatory/core";
import { knownModels, type KnownModel } from "./known-models.ts";
import { findNearNames } from "../near-names.ts";

/** A file of a repository that is wanted, and whether the model can do without. */
export interface WantedFile {
  readonly path: string;
  readonly required: boolean;
}

/** Where a model comes from. */
export interface ModelSource {
  /** For results: `open_clip/<ARCH>/<TAG>` or `openai/<ARCH>`. */
  readonly id: string;
  /** `<ARCH>/<TAG>` as open_clip names it. */
  readonly name: string;
  /** Its folder in a cache: `<ARCH>__<TAG>`. */
  readonly folder: string;
  readonly repository: string;
  readonly files: readonly WantedFile[];
  /** Null for one that is not in the list: found by the rule of names alone. */
  readonly known: KnownModel | null;
}

/** What is fetched of a repository in immich's layout. Nothing else that it holds is. */
const immichFiles: readonly WantedFile[] = [
  { path: "config.json", required: false },
  { path: "visual/preprocess_cfg.json", required: true },
  { path: "textual/tokenizer.json", required: true },
  { path: "textual/tokenizer_config.json", required: false },
  { path: "textual/model.onnx", required: true },
  { path: "textual/model.onnx_data", required: false },
  { path: "textual/model.onnx.data", required: false },
  { path: "visual/model.onnx", required: true },
  { path: "visual/model.onnx_data", required: false },
  { path: "visual/model.onnx.data", required: false },
];

/** A part of a name that may stand in a path and an address as it is. */
const part = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u;

/**
 * Finds a model by the names of open_clip (`ViT-B-32/laion400m_e32`) or of OpenAI (`ViT-B/32`). One of open_clip that is not
 * in the list is looked for under `immich-app/<ARCH>__<TAG>`; OpenAI's are all in it. Throws UsageError, with the names
 * that come near, for one that is written wrongly or not OpenAI's, and for those that have no ONNX export.
 */
export function resolveModel(kind: "open_clip" | "openai", argument: string): ModelSource {
  requireExport(argument);
  const { architecture, tag } = kind === "openai" ? readOpenAiName(argument) : readOpenClipName(argument);
  if (!part.test(architecture) || !part.test(tag)) throw notAModel(kind, argument);
  const wanted = toComparable(`${architecture}/${tag}`);
  const [name, known] = Object.entries<KnownModel>(knownModels).find(
    ([other]) => toComparable(other) === wanted,
  ) ?? [`${architecture}/${tag}`, null];
  if (kind === "openai" && known === null) throw notAModel(kind, argument);
  const folder = name.replace("/", "__");
  return {
    id: kind === "openai" ? `openai/${name.slice(0, name.indexOf("/"))}` : `open_clip/${name}`,
    name,
    folder,
    repository: known?.repository ?? `immich-app/${folder}`,
    files: known?.manifest === undefined ? immichFiles : filesOf(known.manifest),
    known,
  };
}

/**
 * Models of the list whose names come near, as one would write them for a scorer: all of the same architecture, else the
 * three nearest of those that the kind has.
 */
export function findNearModels(name: string, kind: "open_clip" | "openai"): string[] {
  const names = Object.keys(knownModels).filter((other) => kind === "open_clip" || other.endsWith("/openai"));
  const [architecture = ""] = name.split("/");
  const own = names.filter((other) => toComparable(other).startsWith(`${toComparable(architecture)}/`));
  return findNearNames(name, own.length > 0 ? own : names, Math.max(3, own.length)).map(toScorerId);
}

/** How a model of the list is asked for as a scorer. */
export function toScorerId(name: string): string {
  return name.endsWith("/openai") ? `openai:${name.slice(0, -"/openai".length)}` : `open_clip:${name}`;
}

/** Throws UsageError for a system of the paper of which there are only weights for Python. */
export function requireExport(name: string): void {
  if (!/^(?:cyclip|flava|albef)/iu.test(name)) return;
  throw new UsageError(`${name} has no ONNX export that could be fetched`, {
    hint: "Score it with ten lines of Python and give the file as scores:FILE or embeddings:FILE: docs/scores-from-python.md.",
  });
}

function filesOf({ image, text }: NonNullable<KnownModel["manifest"]>): WantedFile[] {
  return [text.tokenizer, text.graph, image.graph].map((path) => ({ path, required: true }));
}

function readOpenAiName(argument: string): { readonly architecture: string; readonly tag: string } {
  return { architecture: argument.replace("@336px", "-336").replace("/", "-"), tag: "openai" };
}

function readOpenClipName(argument: string): { readonly architecture: string; readonly tag: string } {
  const slash = argument.lastIndexOf("/");
  const whole = argument.replace("/", "-");
  // OpenAI's way to write an architecture, without a tag behind it.
  if (slash < 1 || isArchitecture(whole)) throw notAModel("open_clip", whole);
  // QuickGELU is part of what is known of weights, so both of open_clip's names mean the same.
  const architecture = argument.slice(0, slash).replace("/", "-");
  const tag = argument.slice(slash + 1);
  const bare = architecture.replace(/-quickgelu$/u, "");
  const isKnown = Object.keys(knownModels).some(
    (name) => toComparable(name) === toComparable(`${bare}/${tag}`),
  );
  return { architecture: isKnown ? bare : architecture, tag };
}

function isArchitecture(name: string): boolean {
  return Object.keys(knownModels).some((other) => toComparable(other).startsWith(`${toComparable(name)}/`));
}

function toComparable(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}

function notAModel(kind: "open_clip" | "openai", argument: string): UsageError {
  const name = kind === "openai" ? Object.values(readOpenAiName(argument)).join("/") : argument;
  const form =
    kind === "openai"
      ? "openai:ARCH, such as openai:ViT-B/32"
      : "open_clip:ARCH/TAG, such as open_clip:ViT-B-32/laion400m_e32";
  return new UsageError(`${kind}:${argument} names no model`, {
    hint: `Write ${form}. Near to it: ${findNearModels(name, kind).join(", ")}; \`observatory crepe models\` lists all.`,
  });
}
