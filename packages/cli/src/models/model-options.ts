import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { namingModes, type NamingMode, type PresetName } from "@observatory/clio/names";
import { z } from "zod";
import { wholeNumber } from "../options.ts";
import { privacyHeading } from "../run-options.ts";

const roles = ["extractor", "namer", "auditor", "screener"] as const;
type RoleTemperatures = Partial<Record<(typeof roles)[number], number>>;

/** What the help of a command that may ask a language model says after its examples. */
export const modelHelp = `
Analysts: lexical (no model, the default), anthropic:MODEL, openai:MODEL, llama:FILE.gguf. Keys come from the environment:
ANTHROPIC_API_KEY, OPENAI_API_KEY. With --base-url, openai:MODEL speaks to any server of that protocol: Ollama, vLLM,
llama.cpp, LM Studio, OpenRouter. Every answer is kept before it is used: nothing is paid twice.
Costs of --embedder openai:MODEL are not counted: not in an estimate, the usage of a run, or what --budget bounds. A text is
embedded once in the life of a run.

What a provider is sent: of the conversations the transcripts, in which personal data is replaced before (--redact on, the default):
names of people, addresses, birth dates, telephone and card numbers, accounts, identity numbers, keys, links. A rule misses
some, above all names without a cue and in other languages than English. With --redact off transcripts go as they are: for models
on your own machine. Never sent: accounts, labels, times. Then, for names, summaries (and names) of requests, always redacted.

Facets of your own (--facets FILE) are questions that the model answers about each conversation. A summary can be
clustered by --facet NAME; categories and ratings stand in the output of clio assignments.
  {"facets": [
    {"name": "obstacle", "kind": "summary", "question": "What kept the user from getting what they wanted?",
     "naming": "a noun phrase for the obstacle, such as 'Outdated library versions'"},
    {"name": "sector", "kind": "categories", "question": "In which sector does the user work?",
     "values": ["health", "education", "software", "other"]},
    {"name": "success", "kind": "rating", "question": "How far did the user get what they wanted?"}
  ]}`;

const models = "Models:";

/** Flags that choose models and bound what they may cost, for any command. */
export const modelOptions: readonly Option[] = [
  new Option("--analyst <spec>", "who reads and names: lexical, anthropic:MODEL, openai:MODEL, llama:FILE")
    .default("lexical")
    .helpGroup(models),
  new Option("--namer <spec>", "another model for names and hierarchy").helpGroup(models),
  new Option("--auditor <spec>", "another model for ratings of privacy; the namer's if not given").helpGroup(
    models,
  ),
  new Option("--embedder <spec>", "what turns texts into vectors: builtin, openai:MODEL")
    .default("builtin")
    .helpGroup(models),
  baseUrlOption().helpGroup(models),
  new Option("--requests <n>", "requests of a conversation at most (3); 1: one conversation, one point")
    .argParser(wholeNumber(1))
    .helpGroup(models),
  new Option("--facet-calls <how>", "one call for all facets of a conversation, or one for each")
    .choices(["one", "each"])
    .default("one")
    .helpGroup(models),
  new Option(
    "--naming <how>",
    "what the namer is told of a cluster: summaries of members, or phrases that many accounts use; phrases with --preset public",
  )
    .choices(namingModes)
    .helpGroup(privacyHeading),
  new Option(
    "--redact <on|off>",
    "replace personal data before a model sees it (on); the lexical analyst always does",
  )
    .choices(["on", "off"])
    .helpGroup(privacyHeading),
  new Option("--facets <file>", "facets of your own: JSON, see below").helpGroup(models),
  new Option("--temperature <role=value>", `the temperature of one of ${roles.join(", ")}; may be repeated`)
    .argParser(toTemperatures)
    .helpGroup(models),
  new Option("--budget <usd>", "stop before the call that would pass it; the same command with more goes on")
    .argParser(positiveNumber)
    .helpGroup(models),
  new Option("--prices <file>", "your own prices: JSON, US dollars per million tokens by model").helpGroup(
    models,
  ),
  new Option("--concurrency <n>", "calls in flight at most; it adapts to the server below that")
    .argParser(wholeNumber(1))
    .helpGroup(models),
  new Option("--timeout <seconds>", "of one attempt of a call").argParser(positiveNumber).helpGroup(models),
  new Option("--batch", "the providers' batch endpoints: half the price, hours instead of minutes").helpGroup(
    models,
  ),
  new Option("--batch-poll <seconds>", "how often to ask how far a batch is (30)")
    .argParser(positiveNumber)
    .helpGroup(models),
  new Option(
    "--cache <dir>",
    "where answers are kept, to share them between runs; inside the run if not given",
  ).helpGroup(models),
  new Option("--yes", "do not ask before spending").helpGroup(models),
];

const modelFlagsSchema = z.object({
  analyst: z.string(),
  namer: z.string().optional(),
  auditor: z.string().optional(),
  embedder: z.string(),
  baseUrl: z.object({ anthropic: z.string().optional(), openai: z.string().optional() }).optional(),
  requests: z.number().optional(),
  facetCalls: z.enum(["one", "each"]),
  naming: z.enum(namingModes).optional(),
  redact: z.enum(["on", "off"]).optional(),
  facets: z.string().optional(),
  temperature: z.partialRecord(z.enum(roles), z.number()).optional(),
  budget: z.number().optional(),
  prices: z.string().optional(),
  concurrency: z.number().optional(),
  timeout: z.number().optional(),
  batch: z.boolean().optional(),
  batchPoll: z.number().optional(),
  cache: z.string().optional(),
  yes: z.boolean().optional(),
});

/** `--base-url`, for any command that may ask a language model. */
export function baseUrlOption() {
  return new Option(
    "--base-url <url>",
    "the server of the models; for one provider alone, perhaps one after the other: openai=URL, anthropic=URL",
  ).argParser(toBaseUrls);
}

/** What the flags of `modelOptions` say. */
export type ModelFlags = z.infer<typeof modelFlagsSchema>;

/** The flags of a run that needs no model and no key. */
export const withoutModels: ModelFlags = { analyst: "lexical", embedder: "builtin", facetCalls: "one" };

/** Takes the flags of `modelOptions` out of all that a command was given. */
export function readModelFlags(options: unknown): ModelFlags {
  return modelFlagsSchema.parse(options);
}

/** What the namer is told where `--naming` does not say: what anybody may read is named from phrases. */
export function chooseNaming({ naming }: ModelFlags, preset: PresetName): NamingMode {
  return naming ?? (preset === "public" ? "phrases" : "summaries");
}

interface BaseUrls {
  readonly anthropic?: string;
  readonly openai?: string;
}

function toBaseUrls(text: string, earlier: BaseUrls | undefined): BaseUrls {
  const [, provider, url = ""] = /^(?:(anthropic|openai)=)?(.*)$/u.exec(text) ?? [];
  if (!/^https?:\/\//u.test(url) || !URL.canParse(url))
    throw new InvalidArgumentError("It must be an address that begins with http:// or https://.");
  const { username, password } = new URL(url);
  if (username !== "" || password !== "")
    throw new InvalidArgumentError("It must not hold a user or a password; keys come from the environment.");
  return { ...earlier, ...(provider === undefined ? { anthropic: url, openai: url } : { [provider]: url }) };
}

/** A finite number above 0. Throws what commander shows. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

function toTemperatures(text: string, earlier: RoleTemperatures | undefined): RoleTemperatures {
  const [name, number, ...rest] = text.split("=");
  const role = roles.find((known) => known === name);
  const value = Number(number);
  if (role === undefined || rest.length > 0 || number === "" || !(value >= 0 && value <= 2)) {
    throw new InvalidArgumentError(`It must be one of ${roles.join(", ")}, "=" and a number from 0 to 2.`);
  }
  return { ...earlier, [role]: value };
}
