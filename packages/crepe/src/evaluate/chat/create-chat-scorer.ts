import {
  failed,
  mapConcurrent,
  ModelError,
  succeeded,
  type LanguageModel,
  type ModelRequest,
  type Outcome,
  type PromptImage,
} from "@observatory/core";
import { readFile } from "node:fs/promises";
import type { RetrievalRow } from "../../interchange/retrieval-row.ts";
import type { LocateImage } from "../../lint/find-images.ts";
import type { Question, Scorer } from "../scorer.ts";
import { askNumber, askYesNo, chatVersion, readNumber, readYesNo, withImage } from "./chat-questions.ts";
import { askChoice, readChoice, toChoiceOrder } from "./chat-questions.ts";
import { choiceLetters } from "./choice-letters.ts";
import { describePlaces, type ChatReport } from "./chat-report.ts";

export type ChatMode = ChatReport["mode"];

export interface ChatScorerOptions {
  readonly mode: ChatMode;
  /** Whether the model's provider may tell the likeliest first tokens of an answer. */
  readonly tellsTokens: boolean;
  readonly locateImage: LocateImage;
  /** Makes of an image's file, or the part in a box, what a model is shown; or says why not. */
  readonly toPromptImage: (
    bytes: Uint8Array,
    box: RetrievalRow["image"]["box"],
  ) => Promise<Outcome<PromptImage>>;
}

/** Under which the calls of an evaluation are summed. */
export const chatPurpose = "crepe-chat";

/** Likeliest first tokens that are asked for. */
const firstTokens = 20;

/**
 * A scorer that asks a chat model with eyes, `chat/<model>`.
 *
 * `choice`: all captions of a question are shown as a list, in as many rotations as there are captions, and one is to be chosen;
 * a caption's score is the share of rotations in which it was. `yes-no`: each caption is judged alone; its score is the
 * probability of yes, by the first token of the answer where the provider tells it, else a number that the model names.
 *
 * A refusal, and an answer that cannot be read, is asked for once more. A question of which more than half of the rotations, or any
 * caption, is without an answer even then has no score: `refused`, or `unreadable-answer` where nothing was refused. The
 * model must keep its answers: nothing else does. Closing the scorer closes the model.
 */
export function createChatScorer(model: LanguageModel, options: ChatScorerOptions): Scorer {
  const { mode, locateImage, toPromptImage } = options;
  const tally = { asked: 0, again: 0, refused: 0, unreadable: 0 };
  const places: { place: number; length: number }[] = [];
  const sure: number[] = [];
  let named = 0;
  let tellsTokens = options.tellsTokens;

  /** Asks once, and once more where there is no answer that can be read. */
  async function ask<T>(
    toRequest: (again: boolean) => ModelRequest,
    read: (text: string) => T | null,
    signal: AbortSignal,
  ): Promise<Outcome<T>> {
    tally.asked++;
    let refused = false;
    for (const again of [false, true]) {
      if (again) tally.again++;
      const text = await say(toRequest(again), signal);
      const answer = text === null ? null : read(text);
      if (answer !== null) return succeeded(answer);
      refused = text === null;
    }
    if (refused) tally.refused++;
    else tally.unreadable++;
    return failed(refused ? "refused" : "unreadable-answer");
  }

  /** The text of an answer; null for a refusal, by the model or a filter before it. */
  async function say(request: ModelRequest, signal: AbortSignal): Promise<string | null> {
    try {
      const { text, stop } = await model.generate(request, { signal, purpose: chatPurpose });
      return stop === "refusal" ? null : text;
    } catch (error) {
      if (error instanceof ModelError && error.kind === "filtered") return null;
      throw error;
    }
  }

  async function choose({ row, type, captions }: Question, image: PromptImage, signal: AbortSignal) {
    const order = toChoiceOrder(`${row.id}/${type}`, captions.length);
    const chosen = captions.map(() => 0);
    const reasons: string[] = [];
    for (let rotation = 0; rotation < captions.length; rotation++) {
      const turned = order.map((_, place) => order[(place + rotation) % order.length] ?? 0);
      const listed = turned.map((caption) => captions[caption] ?? "");
      const answer = await ask(
        (again) => withImage(askChoice(listed, again), image),
        (text) => readChoice(text, listed),
        signal,
      );
      if (!answer.ok) {
        reasons.push(answer.reason);
        continue;
      }
      places.push({ place: answer.value, length: captions.length });
      const caption = turned[answer.value] ?? 0;
      chosen[caption] = (chosen[caption] ?? 0) + 1;
    }
    const valid = captions.length - reasons.length;
    if (2 * valid <= captions.length) return failed(toReason(reasons));
    return succeeded(chosen.map((number) => number / valid));
  }

  async function judge({ captions }: Question, image: PromptImage, signal: AbortSignal) {
    const scores: number[] = [];
    for (const caption of captions) {
      const answer = await judgeOne(caption, image, signal);
      if (!answer.ok) return answer;
      sure.push(answer.value);
      scores.push(answer.value);
    }
    return succeeded(scores);
  }

  async function judgeOne(
    caption: string,
    image: PromptImage,
    signal: AbortSignal,
  ): Promise<Outcome<number>> {
    if (tellsTokens) {
      const answer = await ask(
        (again) => withImage(askYesNo(caption, again), image, firstTokens),
        readYesNo,
        signal,
      );
      if (!answer.ok) return answer;
      if (answer.value.told) return succeeded(answer.value.yes);
      tellsTokens = false;
    }
    const number = await ask((again) => withImage(askNumber(caption, again), image), readNumber, signal);
    if (number.ok) named++;
    return number;
  }

  async function look({ image }: RetrievalRow): Promise<Outcome<PromptImage>> {
    const path = locateImage({ image });
    if (path === null) return failed("no-image");
    const bytes = await readFile(path).catch(() => null);
    return bytes === null ? failed("unreadable-image") : toPromptImage(bytes, image.box);
  }

  async function answer(question: Question, signal: AbortSignal): Promise<Outcome<readonly number[]>> {
    if (mode === "choice" && question.captions.length > choiceLetters.length)
      return failed("too-many-captions");
    const image = await look(question.row);
    if (!image.ok) return image;
    return mode === "choice" ? choose(question, image.value, signal) : judge(question, image.value, signal);
  }

  return {
    info: {
      id: mode === "choice" ? `chat/${model.id}` : `chat/${model.id}/yes-no`,
      kind: "language-model",
      details: {
        mode,
        version: chatVersion,
        model: model.id,
        certainty:
          mode === "choice"
            ? "share of rotations"
            : options.tellsTokens
              ? "first token, or number"
              : "number",
      },
    },
    score: (questions, { signal } = {}) =>
      mapConcurrent(questions, answer, { concurrency: model.concurrency, signal }),
    report: () => ({
      mode,
      ...tally,
      ...(mode === "choice"
        ? describePlaces(places)
        : {
            yes: sure.length === 0 ? null : sure.reduce((sum, value) => sum + value, 0) / sure.length,
            named,
          }),
    }),
    close: () => model.close(),
  };
}

/** Where refusals are among the reasons they are what counts. */
function toReason(reasons: readonly string[]): string {
  return reasons.includes("refused") ? "refused" : "unreadable-answer";
}
