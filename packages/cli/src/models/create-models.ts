import { createLexicalAnalyst, type Analyst, type Judge } from "@observatory/clio";
import { UsageError, type TextEmbedder } from "@observatory/core";
import { createBuiltinEmbedder } from "@observatory/models";

interface Resources {
  readonly threads: number;
}

const analysts = {
  lexical: ({ threads }: Resources): Analyst => createLexicalAnalyst({ threads }),
} as const;

const embedders = {
  builtin: ({ threads }: Resources): TextEmbedder => createBuiltinEmbedder({ threads }),
} as const;

/** No model to judge by is built in. */
const judges: Readonly<Record<string, (resources: Resources) => Judge>> = {};

/** The analyst of `--analyst`. Throws UsageError for a name that is not known. */
export function createAnalyst(name: string, resources: Resources): Analyst {
  return pick(analysts, name, "analyst")(resources);
}

/** The embedder of `--embedder`. Throws UsageError for a name that is not known. */
export function createEmbedder(name: string, resources: Resources): TextEmbedder {
  return pick(embedders, name, "embedder")(resources);
}

/** The judge of `--judge`. Throws UsageError for a name that is not known. */
export function createJudge(name: string, resources: Resources): Judge {
  return pick(judges, name, "judge")(resources);
}

function pick<T>(registry: Readonly<Record<string, T>>, name: string, kind: string): T {
  const found = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (found !== undefined) return found;
  throw new UsageError(`there is no ${kind} "${name}"`, {
    hint: `Known here: ${Object.keys(registry).join(", ") || "none"}.`,
  });
}
