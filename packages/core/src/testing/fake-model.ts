import type { LanguageModel, ModelReply, ModelRequest } from "../language-model.ts";

/** What a fake answers: its text, or a whole reply. Throw to fail. */
export type FakeAnswer = string | Partial<ModelReply>;

export interface FakeModel extends LanguageModel {
  /** Every request so far, in the order of the calls. */
  readonly requests: readonly ModelRequest[];
  /** How many calls were in flight at the same time at most. */
  readonly mostInFlight: number;
  /** How often it was closed. */
  readonly closed: number;
}

export interface FakeModelOptions {
  readonly id?: string;
  readonly concurrency?: number;
}

/**
 * A language model without weights, for tests of what asks one: answers by a function of the request. Calls end in
 * another order than they begin, the same at every run, so that nothing comes to rely on their order.
 *
 * @example
 * const model = createFakeModel(() => JSON.stringify({ keep: true }));
 */
export function createFakeModel(
  answer: (request: ModelRequest, call: number) => FakeAnswer,
  options: FakeModelOptions = {},
): FakeModel {
  const requests: ModelRequest[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  let closed = 0;
  return {
    id: options.id ?? "fake/model",
    concurrency: options.concurrency ?? 4,
    get requests() {
      return requests;
    },
    get mostInFlight() {
      return mostInFlight;
    },
    get closed() {
      return closed;
    },
    countTokens: (text) => Math.ceil(text.length / 4),
    generate: async (request, { signal } = {}) => {
      signal?.throwIfAborted();
      const call = requests.push(request) - 1;
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      try {
        for (let turn = 0; turn < 1 + ((call * 7) % 5); turn++) await nextTurn();
        signal?.throwIfAborted();
        return toReply(request, answer(request, call));
      } finally {
        inFlight--;
      }
    },
    close: async () => {
      closed++;
    },
  };
}

/** What the user's turn of a request says. */
export function toPromptText(request: ModelRequest): string {
  return request.prompt.map(({ text }) => text).join("");
}

function toReply(request: ModelRequest, answer: FakeAnswer): ModelReply {
  const reply = typeof answer === "string" ? { text: answer } : answer;
  const text = reply.text ?? "";
  return {
    text,
    stop: "end",
    usage: {
      inputTokens: Math.ceil(((request.system ?? "").length + toPromptText(request).length) / 4),
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: Math.ceil(text.length / 4),
    },
    ...reply,
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
