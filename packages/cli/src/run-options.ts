import { Option } from "@commander-js/extra-typings";
import { formatNames, presetNames } from "@observatory/clio/names";
import { z } from "zod";
import { toPattern, wholeNumber } from "./options.ts";

/** Flags that say what a run reads, keeps, builds and shows, for the commands that run or foretell a run. */
export const runOptions: readonly Option[] = [
  new Option("--format <name>", "the format of all inputs; detected file by file if not given").choices(
    formatNames,
  ),
  new Option("--facet <name>", "the summary that is clustered: request, task or one of your own").default(
    "request",
  ),
  new Option("--preset <name>", "what a cluster needs to be shown").choices(presetNames).default("explore"),
  new Option("--min-accounts <n>", "distinct accounts of a shown cluster").argParser(wholeNumber(2)),
  new Option("--min-conversations <n>", "distinct conversations of a shown cluster").argParser(
    wholeNumber(2),
  ),
  new Option(
    "--min-account-days <n>",
    "days between the first and last conversation of an account that counts toward thresholds and words",
  ).argParser(wholeNumber(1)),
  new Option(
    "--min-account-conversations <n>",
    "distinct conversations of an account that counts toward thresholds and words",
  ).argParser(wholeNumber(2)),
  new Option(
    "--overlay <column>",
    "count clusters by this key of the input's labels too, and publish the counts; may be repeated",
  ).argParser((column: string, columns: readonly string[] | undefined) => [...(columns ?? []), column]),
  new Option(
    "--terms <file>",
    "terms that you have read and found harmless, one a line: names may use them like words of a dictionary",
  ),
  new Option(
    "--clusters <k>",
    "base clusters; if not given, one per 100 conversations from 5,000 on, smaller ones below",
  ).argParser(wholeNumber(1)),
  new Option("--levels <l>", "levels of the hierarchy; 1 to 3 by size if not given").argParser(
    wholeNumber(1),
  ),
  new Option("--seed <n>", "the same seed gives the same release").argParser(wholeNumber(0)).default(0),
  new Option("--threads <n>", "threads; all cores if not given. The release does not depend on it").argParser(
    wholeNumber(1),
  ),
  new Option("--screen <question>", "keep only conversations for which a model says yes").conflicts(
    "screenPattern",
  ),
  new Option("--screen-pattern <regex>", "keep only conversations that match, case aside").argParser(
    toPattern,
  ),
];

const runFlagsSchema = z
  .object({
    format: z.enum(formatNames).optional(),
    facet: z.string().default("request"),
    preset: z.enum(presetNames).default("explore"),
    minAccounts: z.number().optional(),
    minConversations: z.number().optional(),
    minAccountDays: z.number().optional(),
    minAccountConversations: z.number().optional(),
    overlay: z.array(z.string()).optional(),
    terms: z.string().optional(),
    clusters: z.number().optional(),
    levels: z.number().optional(),
    seed: z.number().default(0),
    threads: z.number().optional(),
    screen: z.string().optional(),
    screenPattern: z.instanceof(RegExp).optional(),
  })
  .transform(({ screen: question, screenPattern: pattern, overlay: overlays, ...flags }) => ({
    ...flags,
    overlays,
    screen: pattern ? { pattern } : question === undefined ? undefined : { question },
  }));

/** What the flags of `runOptions` say. */
export type RunFlags = z.infer<typeof runFlagsSchema>;

/** Takes the flags of `runOptions` out of all that a command was given. */
export function readRunFlags(options: unknown): RunFlags {
  return runFlagsSchema.parse(options);
}
