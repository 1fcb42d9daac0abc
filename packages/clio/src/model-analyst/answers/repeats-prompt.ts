import { toPlainWords } from "../../words/plain-words.ts";
import { concernRules } from "../prompts/facet-rules.ts";
import { facetPrompt } from "../prompts/facet-prompt.ts";
import { facetsPrompt } from "../prompts/facets-prompt.ts";

/** A run of this many words counts as one place where two texts say the same. */
const runLength = 3;
/** Fewer runs are found in any two English texts. */
const leastRuns = 2;

const runsOfPrompts = listRunsOfPrompts();

/**
 * Whether a summary merely repeats what the prompt says about summaries ("what the user wants to reach"), as small models do:
 * more than half of its runs of three words stand there, other than those that the conversation itself has.
 *
 * @param shown gives the transcript that the model was shown; asked for only where the summary looks like the prompt.
 */
export function repeatsPrompt(summary: string, shown: () => string): boolean {
  const runs = toRuns(summary);
  if (runs.length < leastRuns) return false;
  const repeated = runs.filter((run) => runsOfPrompts.has(run));
  if (repeated.length * 2 <= runs.length) return false;
  const said = new Set(toRuns(shown()));
  return repeated.filter((run) => !said.has(run)).length * 2 > runs.length;
}

/** Without the scale of concern: its words are those of real wishes. */
function listRunsOfPrompts(): ReadonlySet<string> {
  const temperature = 0;
  const requests = [
    facetsPrompt("", { requests: 1, temperature }),
    facetsPrompt("", { requests: 3, temperature }),
    facetPrompt("", "request", { temperature }),
    facetPrompt("", "task", { temperature }),
  ];
  const texts = requests.map(({ system, prompt }) =>
    `${system ?? ""}\n${prompt.map(({ text }) => text).join("\n")}`.replace(concernRules, ""),
  );
  return new Set(texts.flatMap((text) => text.split("\n").flatMap(toRuns)));
}

function toRuns(text: string): readonly string[] {
  const words = toPlainWords(text);
  return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(" "));
}
