import { UsageError, type EventSink } from "@observatory/core";
import type { EvaluatedRows, LocateImage, Scorer, View } from "@observatory/crepe";
import type { Environment } from "./environment.ts";

/** What scorers may need; each takes its part. */
export interface OpenScorerOptions {
  readonly threads: number;
  readonly batch: number;
  /** What will be scored. */
  readonly rows: EvaluatedRows["rows"];
  /** The images of the items. Throws UsageError where nothing says where they are. */
  readonly images: () => Promise<LocateImage>;
  /** Directory of what is kept from run to run. */
  readonly cache: string;
  /** Opens the scorer of a chat model by its name, such as `openai:MODEL`. */
  readonly openChat: (model: string, locateImage: LocateImage) => Promise<Scorer>;
  /** Where models by name come from. */
  readonly models: Environment["models"];
  /** Directory of folders of models, in place of the hub. */
  readonly modelsDir: string | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: EventSink;
}

type Open = (argument: string, options: OpenScorerOptions) => Promise<Scorer>;

/** Scorers by the word before the colon. What one needs is loaded when it is used. */
const kinds = {
  onnx: async (directory, { threads, batch, images, cache, signal, onEvent }) => {
    const [{ openDualEncoder }, { createEmbeddingScorer }] = await Promise.all([
      import("@observatory/models"),
      import("@observatory/crepe"),
    ]);
    const locateImage = await images();
    const encoder = await openDualEncoder(directory, { threads, batch, signal, onEvent });
    return createEmbeddingScorer(encoder, { locateImage, cache });
  },
  observatory: async (name, { threads, batch, images, cache, signal, onEvent }) => {
    requireBuiltIn(name);
    const [{ openWorldClip }, { createEmbeddingScorer }] = await Promise.all([
      import("@observatory/models"),
      import("@observatory/crepe"),
    ]);
    const locateImage = await images();
    return createEmbeddingScorer(await openWorldClip({ threads, batch, signal, onEvent }), {
      locateImage,
      cache,
    });
  },
  open_clip: (name, options) => openByName("open_clip", name, options),
  openai: (name, options) => openByName("openai", name, options),
  oracle: async (name, { rows }) => {
    const { createOracleScorer } = await import("@observatory/crepe");
    return createOracleScorer(await findView(name), { rows });
  },
  "pixel-parser": async (_, { rows, images }) => {
    const [{ decodeImage }, { createPixelParser }] = await Promise.all([
      import("@observatory/models"),
      import("@observatory/crepe"),
    ]);
    return createPixelParser({ rows, decodeImage, locateImage: await images() });
  },
  embeddings: async (file, { rows, signal }) => {
    const { createEmbeddingFileScorer } = await import("@observatory/crepe");
    return createEmbeddingFileScorer(file, { rows, signal });
  },
  chat: async (model, { images, openChat }) => openChat(model, await images()),
  scores: async (file, { rows, signal }) => {
    const { createFileScorer } = await import("@observatory/crepe");
    return createFileScorer(file, { rows, signal });
  },
} as const satisfies Record<string, Open>;

async function openByName(
  kind: "open_clip" | "openai",
  name: string,
  { models, modelsDir, images, cache, ...options }: OpenScorerOptions,
): Promise<Scorer> {
  const [{ createHub, openKnownEncoder, resolveModel }, { createEmbeddingScorer }, { acquireLock }] =
    await Promise.all([
      import("@observatory/models"),
      import("@observatory/crepe"),
      import("@observatory/store"),
    ]);
  const source = resolveModel(kind, name);
  const locateImage = await images();
  const encoder = await openKnownEncoder(source, {
    ...options,
    hub: createHub({ baseUrl: models.hub, token: models.token }),
    cache: models.cache,
    modelsDirectory: modelsDir,
    lock: acquireLock,
  });
  return createEmbeddingScorer(encoder, { locateImage, cache });
}

/** Between a kind and its argument, where that is not a colon. */
const separators: Readonly<Record<string, string>> = { observatory: "/", oracle: "/", "pixel-parser": "" };

const withEyes: ReadonlySet<string> = new Set([
  "onnx",
  "observatory",
  "open_clip",
  "openai",
  "pixel-parser",
  "chat",
] satisfies (keyof typeof kinds)[]);

/** Whether a scorer needs the images of the items. Throws UsageError for an id that is not known. */
export function looksAtImages(id: string): boolean {
  return withEyes.has(findScorer(id).kind);
}

/** Opens a scorer by its id, such as `onnx:DIR`. The caller closes it. Throws UsageError for one that is not known. */
export async function openScorer(id: string, options: OpenScorerOptions): Promise<Scorer> {
  const { open, argument } = findScorer(id);
  return open(argument, options);
}

/** What `oracle/<name>` sees. Throws UsageError. */
export async function findView(name: string): Promise<View> {
  const { views } = await import("@observatory/crepe");
  const found = views.find((view) => view === name);
  if (found !== undefined) return found;
  throw new UsageError(`there is no oracle/${name}`, {
    hint: `There are ${views.map((view) => `oracle/${view}`).join(", ")}.`,
  });
}

/** Throws UsageError for a model that is not in the package. */
export function requireBuiltIn(name: string): void {
  if (name === "world-clip") return;
  throw new UsageError(`there is no observatory/${name}`, { hint: "There is observatory/world-clip." });
}

/** Throws UsageError for an id that {@link openScorer} does not know. */
export function findScorer(id: string): {
  readonly kind: string;
  readonly open: Open;
  readonly argument: string;
} {
  const [, kind = "", separator = "", argument = ""] = /^([a-z_-]+)(?:([:/])(.+))?$/u.exec(id) ?? [];
  const open = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  if (open !== undefined && separator === (separators[kind] ?? ":")) return { kind, open, argument };
  throw new UsageError(`there is no scorer ${id}`, {
    hint: "There are chance, blind, blind/PROBE, oracle/VIEW, pixel-parser, observatory/world-clip, onnx:DIR, open_clip:ARCH/TAG, openai:ARCH, chat:anthropic:MODEL, chat:openai:MODEL, embeddings:FILE and scores:FILE; `observatory crepe evaluate --help` says what they are.",
  });
}
