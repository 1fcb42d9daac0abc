import { z } from "zod";
import { attackNames, presetNames, suiteSizes } from "../names.ts";

export const attackSchemaName = "observatory/clio-attack@1";

const intervalSchema = z.tuple([z.number(), z.number()]);

/** What an attack got out of one side: a count of `of`, or a number such as an AUC, with its interval at 95 %. */
const scoreSchema = z.strictObject({
  /** How many secrets, targets or strings; null where a number is measured that counts nothing. */
  count: z.number().int().nonnegative().nullable(),
  of: z.number().int().nonnegative(),
  /** The share, or the number; null of nothing. */
  value: z.number().nullable(),
  interval: intervalSchema.nullable(),
});

/**
 * - `holds`: what the attack gets is within the bound
 * - `fails`: it is not, though the defence is meant to keep it there
 * - `void`: with the defence off it gets nothing either, so that the test shows nothing
 * - `undecided`: too few were tried to tell
 * - `open`: no defence is claimed here, whatever it got this time
 */
export const verdicts = ["holds", "fails", "void", "undecided", "open"] as const;

const outcomeSchema = z.strictObject({
  attack: z.enum(attackNames),
  /** The form of the attack and what it ran against. */
  variant: z.string(),
  /** What is counted or measured. */
  measure: z.string(),
  off: scoreSchema,
  on: scoreSchema,
  /** What somebody without the release gets; null where that is nothing. */
  chance: z.number().nullable(),
  /** What `on` may be at most. */
  bound: z.number(),
  verdict: z.enum(verdicts),
  /** What else a reader needs, as a sentence; null for nothing. */
  note: z.string().nullable(),
});

/** What one attack found, as it is kept to go on from. */
export const attackResultSchema = z.strictObject({
  schema: z.literal(attackSchemaName),
  attack: z.enum(attackNames),
  /** Of all that the result depends on. */
  key: z.string(),
  outcomes: z.array(outcomeSchema),
});

/** Holds no private text: all that is attacked is synthetic. */
export const attackReportSchema = z.strictObject({
  schema: z.literal(attackSchemaName),
  version: z.string(),
  size: z.enum(suiteSizes),
  preset: z.enum(presetNames),
  seed: z.number(),
  outcomes: z.array(outcomeSchema),
  /** How many outcomes have which verdict. */
  verdicts: z.record(z.enum(verdicts), z.number().int().nonnegative()),
  /** Attacks that remain possible, as sentences. */
  remaining: z.array(z.string()),
});

export type AttackScore = z.infer<typeof scoreSchema>;
export type AttackOutcome = z.infer<typeof outcomeSchema>;

export type AttackReport = z.infer<typeof attackReportSchema>;
export type AttackVerdict = AttackOutcome["verdict"];
