import { Option } from "@commander-js/extra-typings";
import {
  formatNames,
  parseColumnMap,
  presetNames,
  privacyUnits,
  type PrivacyUnit,
} from "@observatory/clio/names";
import type { ColumnMap, PrivacyRequest } from "@observatory/clio";
import { UsageError } from "@observatory/core";
import { z } from "zod";
import { toNumber, toPattern, wholeNumber } from "./options.ts";

const reading = "What is read:";
const building = "What is made of it:";
/** The heading in the help of flags that decide what may be shown. */
export const privacyHeading = "What may be shown:";
const noise = "Differential privacy:";

/** Flags that say what a run reads, keeps, builds and shows, for the commands that run or foretell a run. */
export const runOptions: readonly Option[] = [
  new Option("--format <name>", "the format of all inputs; detected file by file if not given")
    .choices(formatNames)
    .helpGroup(reading),
  mapOption().helpGroup(reading),
  new Option("--screen <question>", "keep only conversations for which a model says yes")
    .conflicts("screenPattern")
    .helpGroup(reading),
  new Option("--screen-pattern <regex>", "keep only conversations that match, case aside")
    .argParser(toPattern)
    .helpGroup(reading),
  new Option("--facet <name>", "the summary that is clustered: request, task or one of your own")
    .default("request")
    .helpGroup(building),
  new Option(
    "--overlay <column>",
    "count clusters by this key of the input's labels too, and publish the counts; may be repeated",
  )
    .argParser((column: string, columns: readonly string[] | undefined) => [...(columns ?? []), column])
    .helpGroup(building),
  new Option(
    "--clusters <k>",
    "base clusters; if not given, one per 100 conversations from 5,000 on, smaller ones below",
  )
    .argParser(wholeNumber(1))
    .helpGroup(building),
  new Option("--levels <l>", "levels of the hierarchy; 1 to 3 by size if not given")
    .argParser(wholeNumber(1))
    .helpGroup(building),
  new Option("--seed <n>", "the same seed gives the same release")
    .argParser(wholeNumber(0))
    .default(0)
    .helpGroup(building),
  new Option("--threads <n>", "threads; all cores if not given. The release does not depend on it")
    .argParser(wholeNumber(1))
    .helpGroup(building),
  new Option("--preset <name>", "what a cluster needs to be shown")
    .choices(presetNames)
    .default("explore")
    .helpGroup(privacyHeading),
  new Option("--min-accounts <n>", "distinct accounts of a shown cluster")
    .argParser(wholeNumber(2))
    .helpGroup(privacyHeading),
  new Option("--min-conversations <n>", "distinct conversations of a shown cluster")
    .argParser(wholeNumber(2))
    .helpGroup(privacyHeading),
  new Option(
    "--min-account-days <n>",
    "days between the first and last conversation of an account that counts toward thresholds and words",
  )
    .argParser(wholeNumber(1))
    .helpGroup(privacyHeading),
  new Option(
    "--min-account-conversations <n>",
    "distinct conversations of an account that counts toward thresholds and words",
  )
    .argParser(wholeNumber(2))
    .helpGroup(privacyHeading),
  new Option(
    "--known-prompts <file>",
    "texts that your product suggests to its users, one a line: many people who send one are many, not copies of one",
  ).helpGroup(privacyHeading),
  new Option(
    "--terms <file>",
    "terms that you have read and found harmless, one a line: names may use them like words of a dictionary",
  ).helpGroup(privacyHeading),
  new Option(
    "--sensitive <name>",
    "an own facet or --overlay column, or NAME=VALUE, that is not told where over nine of ten in a cluster have it; may be repeated",
  )
    .argParser((given: string, all: readonly SensitiveFacet[] | undefined) => [
      ...(all ?? []),
      toSensitiveFacet(given),
    ])
    .helpGroup(privacyHeading),
  new Option(
    "--project <dir>",
    "a private directory shared by the releases about the same people; the run's own if not given",
  ).helpGroup(privacyHeading),
  new Option(
    "--epsilon <e>",
    "a release under differential privacy: how much one account may change; smaller protects more, 1 to 8 is usual",
  )
    .argParser(toNumber)
    .helpGroup(noise),
  new Option(
    "--delta <d>",
    "the chance that this fails; well under one by the number of accounts, and not chosen by it (1e-6)",
  )
    .argParser(toNumber)
    .helpGroup(noise),
  new Option("--epsilon-limit <e>", "what all releases of the project may come to; set once")
    .argParser(toNumber)
    .helpGroup(noise),
  new Option("--privacy-unit <unit>", "whose presence is hidden (account)")
    .choices(privacyUnits)
    .helpGroup(noise),
  new Option("--public-term <word>", "a word that is public, beside 8,000 English ones; may be repeated")
    .argParser((word: string, words: readonly string[] | undefined) => [...(words ?? []), word])
    .helpGroup(noise),
];

/** Says what columns hold, for the commands that read conversations. */
export function mapOption() {
  return new Option(
    "--map <field=column,...>",
    "what columns of CSV, TSV, Parquet or JSON lines hold: user=question,assistant=answer,account=uid,time=ts; also messages, role, content, conversation, system, id, language, model, labels.NAME",
  )
    .argParser(parseColumnMap)
    .conflicts("format");
}

const runFlagsSchema = z
  .object({
    format: z.enum(formatNames).optional(),
    map: z.custom<ColumnMap>().optional(), // as its parser gave it
    facet: z.string().default("request"),
    preset: z.enum(presetNames).default("explore"),
    minAccounts: z.number().optional(),
    minConversations: z.number().optional(),
    minAccountDays: z.number().optional(),
    minAccountConversations: z.number().optional(),
    overlay: z.array(z.string()).optional(),
    project: z.string().optional(),
    epsilon: z.number().optional(),
    delta: z.number().optional(),
    epsilonLimit: z.number().optional(),
    privacyUnit: z.enum(privacyUnits).optional(),
    publicTerm: z.array(z.string()).optional(),
    terms: z.string().optional(),
    knownPrompts: z.string().optional(),
    sensitive: z.array(z.object({ name: z.string(), value: z.string().nullable() })).optional(),
    clusters: z.number().optional(),
    levels: z.number().optional(),
    seed: z.number().default(0),
    threads: z.number().optional(),
    screen: z.string().optional(),
    screenPattern: z.instanceof(RegExp).optional(),
  })
  .transform(({ screen: question, screenPattern: pattern, overlay: overlays, ...flags }) => ({
    ...withoutPrivacyFlags(flags),
    overlays,
    privacy: toPrivacyRequest(flags),
    screen: pattern ? { pattern } : question === undefined ? undefined : { question },
  }));

interface PrivacyFlags {
  readonly epsilon?: number | undefined;
  readonly delta?: number | undefined;
  readonly epsilonLimit?: number | undefined;
  readonly privacyUnit?: PrivacyUnit | undefined;
  readonly publicTerm?: readonly string[] | undefined;
}

/** Throws UsageError for flags that say something of an epsilon that is not there. */
function toPrivacyRequest(flags: PrivacyFlags): PrivacyRequest | undefined {
  const { epsilon, delta, epsilonLimit, privacyUnit: unit, publicTerm: terms } = flags;
  if (epsilon !== undefined) return { epsilon, delta, epsilonLimit, unit, terms };
  const [given] = Object.entries({
    delta,
    "epsilon-limit": epsilonLimit,
    "privacy-unit": unit,
    "public-term": terms,
  }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given === undefined) return undefined;
  throw new UsageError(`--${given} says nothing without --epsilon`, { hint: "Give --epsilon too." });
}

function withoutPrivacyFlags<T extends PrivacyFlags>(flags: T): Omit<T, keyof PrivacyFlags> {
  const { epsilon: _e, delta: _d, epsilonLimit: _l, privacyUnit: _u, publicTerm: _t, ...rest } = flags;
  return rest;
}

/** What the flags of `runOptions` say. */
export type RunFlags = z.infer<typeof runFlagsSchema>;

interface SensitiveFacet {
  readonly name: string;
  readonly value: string | null;
}

function toSensitiveFacet(given: string): SensitiveFacet {
  const at = given.indexOf("=");
  return at < 0 ? { name: given, value: null } : { name: given.slice(0, at), value: given.slice(at + 1) };
}

/** Takes the flags of `runOptions` out of all that a command was given. */
export function readRunFlags(options: unknown): RunFlags {
  return runFlagsSchema.parse(options);
}
