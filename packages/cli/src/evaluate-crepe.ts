import { once, UsageError, type EventSink } from "@observatory/core";
import type { LocateImage, Results, Scorer, TiePolicy } from "@observatory/crepe";
import { join } from "node:path";
import type { Environment } from "./environment.ts";
import { findCrepeImages } from "./find-crepe-images.ts";
import { isDirectory } from "./is-directory.ts";
import { checkScorer } from "./check-scorer.ts";
import { looksAtImages, openScorer } from "./open-scorer.ts";
import type { ChatScorerRequest } from "./models/open-chat-scorer.ts";

export interface EvaluateCrepeOptions {
  /** Ids, in the order in which they are run; chance and blind probes first. */
  readonly scorers: readonly string[];
  readonly images: string | undefined;
  /** Where `results/` is written; the benchmark itself unless told. */
  readonly out: string | undefined;
  readonly models: Environment["models"];
  readonly modelsDir: string | undefined;
  readonly threads: number;
  readonly batch: number;
  readonly seed: number;
  readonly resamples: number;
  readonly ties: TiePolicy;
  /** Only the first items; blind scorers look at all in any case. */
  readonly limit?: number;
  /** Retrieval over the whole set too. */
  readonly fullSet?: boolean;
  /** Which atoms a scorer recognises alone, and scores on those. */
  readonly gate?: boolean;
  readonly signal: AbortSignal;
  readonly onEvent: EventSink;
  /** How chat models are asked; without it none is. */
  readonly chatModels?: ChatAccess;
}

/** Chat models by name, such as `openai:MODEL`. */
export interface ChatAccess {
  /** Throws UsageError for what is missing: a key, a price, somebody who agrees to it. */
  readonly check: (model: string) => Promise<void>;
  /** Opens the scorer. Throws UsageError where nobody agrees to its price. */
  readonly open: (model: string, request: Omit<ChatScorerRequest, "flags">) => Promise<Scorer>;
}

/**
 * Runs scorers over a benchmark's directory or files and yields what was written, one scorer after the other. All ids
 * are checked before anything is scored, and so are the images where one looks at them. Throws UsageError where files come
 * without a place for results, and where a scorer with eyes finds no images.
 */
export async function* evaluateCrepe(
  paths: readonly string[],
  options: EvaluateCrepeOptions,
): AsyncGenerator<{ readonly path: string; readonly results: Results }> {
  const {
    evaluateAtoms,
    evaluateBlind,
    evaluateScorer,
    findImages,
    findLossHint,
    isBlindScorer,
    loadEvaluatedRows,
    prepareAtoms,
    toAtomImages,
    toScoringDirectory,
  } = await import("@observatory/crepe");
  const blind = options.scorers.filter(isBlindScorer);
  const others = options.scorers.filter((id) => !isBlindScorer(id));
  const chatModels = options.chatModels ?? withoutChat;
  for (const id of others) await checkScorer(id, { ...options, checkChat: chatModels.check });
  const directory = await toDirectory(paths);
  const out = options.out ?? directory;
  if (out === null)
    throw new UsageError("files have no place for results", { hint: "Name a directory: --out DIR." });
  const rows = await loadEvaluatedRows(paths, options);
  for (const [reason, place] of Object.entries(rows.lossExamples ?? {})) {
    const count = rows.losses[reason] ?? 0;
    const which = count === 1 ? "1 row cannot be read" : `${count} rows cannot be read`;
    const message = `${which} (${reason}): ${place}${count > 1 ? " and others" : ""}`;
    options.onEvent({ type: "warning", code: reason, message, hint: findLossHint(reason) });
  }
  if (options.fullSet === true && others.length === 0) {
    options.onEvent({
      type: "warning",
      code: "no-vectors",
      message: "chance and blind probes compare no vectors, so they have no scores over the whole set",
    });
  }
  const kept = toScoringDirectory(out);
  const benchmarkImages = once(() =>
    findCrepeImages(paths, {
      ...options,
      rows: rows.rows,
      images: options.images ?? (directory === null ? undefined : join(directory, "images")),
      extracted: join(kept, "images"),
    }),
  );
  if (others.some(looksAtImages)) await benchmarkImages();
  yield* evaluateBlind(rows, { ...options, out, scorers: blind });

  const atoms = options.gate === true ? await prepareAtoms(rows, { ...options, out }) : null;
  const all = [...rows.rows, ...(atoms?.rows ?? [])];
  const images = once(async (): Promise<LocateImage> => {
    const locateImage = await benchmarkImages();
    if (atoms === null) return locateImage;
    const locateDrawn = await findImages(toAtomImages(out));
    return (row) => locateImage(row) ?? locateDrawn(row);
  });
  const openChat = async (model: string, locateImage: LocateImage): Promise<Scorer> => {
    const asked = [...rows.rows.slice(0, options.limit), ...(atoms?.rows ?? [])];
    return chatModels.open(model, { rows: asked, locateImage, directory: kept, onEvent: options.onEvent });
  };
  for (const id of others) {
    const scorer = await openScorer(id, {
      ...options,
      rows: all,
      images,
      cache: join(kept, "vectors"),
      openChat,
    });
    try {
      const recognition =
        atoms === null ? undefined : await evaluateAtoms(scorer, atoms, { ...options, out });
      yield await evaluateScorer(scorer, rows, { ...options, out, recognition });
    } finally {
      await scorer.close();
    }
  }
}

function refuseChat(): Promise<never> {
  return Promise.reject(new UsageError("no chat model is asked here"));
}
const withoutChat: ChatAccess = { check: refuseChat, open: refuseChat };

/** The directory of a benchmark, or null for files. */
async function toDirectory([path = "", ...others]: readonly string[]): Promise<string | null> {
  if (others.length > 0) return null;
  return (await isDirectory(path)) ? path : null;
}
