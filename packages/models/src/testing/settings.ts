import { z } from "zod";
import type { Json } from "@observatory/core";
import { batchSettingsSchema } from "./batches/batch-settings.ts";
import { countPieces } from "./count-pieces.ts";
import { faultRuleSchema, type FaultRule } from "./faults.ts";
import type { ProviderCall } from "./provider-call.ts";

/** The part of the options that can be written as JSON: what `serve.js` takes. */
export const settingsSchema = z.strictObject({
  /** Which protocols are spoken; both, told apart by path and headers, unless told. */
  protocol: z.enum(["anthropic", "openai", "both"]).default("both"),
  /** 0, unless told: any free port. */
  port: z.int().min(0).max(65_535).default(0),
  /** The key that a caller has to send; any or none will do unless told. */
  apiKey: z.string().optional(),
  faults: z.union([faultRuleSchema, z.array(faultRuleSchema)]).optional(),
  /** How long a `rate-limit` fault asks to wait; 20 ms unless told. */
  retryAfterMs: z.number().min(0).default(20),
  /** How long an answer takes. */
  latencyMs: z.number().min(0).default(0),
  seed: z.union([z.number(), z.string()]).default(1),
  rateLimit: z
    .strictObject({
      requests: z.int().min(1).optional(),
      tokens: z.int().min(1).optional(),
      windowMs: z.number().min(1).optional(),
    })
    .default({}),
  /** Names of models; any name will do unless told. */
  models: z.array(z.string()).optional(),
  /** Tokens of a prompt at most. */
  contextTokens: z.int().min(1).default(200_000),
  /** Bytes of a call at most. */
  maxBodyBytes: z
    .int()
    .min(1)
    .default(32 * 1024 * 1024),
  /** Tokens that a cached prefix has at least: 0 where it is marked (Anthropic), 1,024 where it is not (OpenAI) unless told. */
  minCacheTokens: z.int().min(0).optional(),
  /** Numbers of an embedding. */
  dimensions: z.int().min(1).default(64),
  batches: batchSettingsSchema.prefault({}),
});

/** What {@link settingsSchema} takes, and what JSON cannot hold. */
export interface TestProviderOptions extends z.input<typeof settingsSchema> {
  /** What the model says: a value that becomes JSON, or words; `undefined` leaves it to the analyst by rules. */
  readonly answer?: (call: ProviderCall) => Json | undefined;
  /** The likeliest first tokens of an answer to a call that asks for them; none are told unless this is given. */
  readonly firstTokens?: (call: ProviderCall) => readonly (readonly [token: string, logprob: number])[];
  /** How tokens are counted; `countPieces` unless told. Must not fall as a text grows. */
  readonly countTokens?: (text: string) => number;
  /** Milliseconds since 1970, for windows of rate limits. */
  readonly clock?: () => number;
}

export interface Settings extends z.output<typeof settingsSchema> {
  readonly answer: (call: ProviderCall) => Json | undefined;
  readonly firstTokens: TestProviderOptions["firstTokens"] | undefined;
  readonly countTokens: (text: string) => number;
  readonly clock: () => number;
}

/** Options with every default filled in. Throws ZodError. */
export function toSettings(options: TestProviderOptions): Settings {
  const {
    answer = () => undefined,
    firstTokens,
    countTokens = countPieces,
    clock = Date.now,
    ...rest
  } = options;
  return { ...settingsSchema.parse(rest), answer, firstTokens, countTokens, clock };
}

/** One rule or several, as a list. */
export function toRules(faults: FaultRule | readonly FaultRule[] | undefined): readonly FaultRule[] {
  if (faults === undefined) return [];
  return "kinds" in faults ? [faults] : faults;
}
