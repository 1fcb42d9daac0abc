import { createRandom, parseJson } from "@observatory/core";
import * as z from "zod";
import { toWords } from "./answers/words.ts";
import { replyJson, type HttpReply, type HttpRequest } from "./http-reply.ts";
import { ProviderFailure } from "./provider-failure.ts";
import type { ProviderState } from "./provider-state.ts";
import { readBody } from "./read-body.ts";

const bodySchema = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.string()).min(1).max(2048)]),
  encoding_format: z.enum(["float", "base64"]).nullish(),
  dimensions: z.int().min(1).nullish(),
});

/** Answers `/v1/embeddings`: unit vectors that are sums of a random direction for each word of a text. */
export async function handleEmbeddings(state: ProviderState, request: HttpRequest): Promise<HttpReply> {
  const json = parseJson(new TextDecoder().decode(await request.read(state.settings.maxBodyBytes)));
  if (!json.ok) throw new ProviderFailure("invalid-request", "The request body is not valid JSON.");
  const body = readBody(bodySchema, json.value);
  const texts = typeof body.input === "string" ? [body.input] : body.input;
  const dimensions = body.dimensions ?? state.settings.dimensions;
  state.tally.embedded(texts.length);
  const tokens = texts.reduce((sum, text) => sum + state.settings.countTokens(text), 0);
  return replyJson({
    object: "list",
    model: body.model,
    data: texts.map((text, index) => {
      const vector = embedText(text, dimensions);
      const isPacked = body.encoding_format === "base64";
      const embedding = isPacked ? Buffer.from(vector.buffer).toString("base64") : [...vector];
      return { object: "embedding", index, embedding };
    }),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  });
}

/** The unit vector of a text: texts that share words are near. */
export function embedText(text: string, dimensions: number): Float32Array<ArrayBuffer> {
  const sum = new Float32Array(dimensions);
  for (const word of ["", ...toWords(text)]) {
    const random = createRandom(word);
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + random.normal();
  }
  const norm = Math.hypot(...sum);
  return sum.map((value) => value / norm);
}
