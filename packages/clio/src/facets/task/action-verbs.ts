/** What a model can be asked to do, and the English verbs that say so. The first verb of each line is the one shown. */
const verbs = {
  write: "write compose draft author pen",
  rewrite:
    "rewrite rephrase paraphrase reword edit revise improve polish proofread shorten expand simplify refine rework humanize enhance correct",
  create:
    "create generate make build develop design produce prepare construct craft invent compile draw paint",
  continue: "continue extend complete finish elaborate",
  summarize: "summarize summarise condense shorten abridge outline recap",
  translate: "translate localize transcribe",
  explain: "explain describe clarify define elaborate illustrate teach demonstrate discuss interpret",
  answer: "answer respond reply",
  tell: "tell inform say speak talk",
  give: "give provide offer share supply name",
  list: "list enumerate",
  suggest: "suggest recommend propose advise brainstorm think imagine",
  find: "find search locate look lookup google get discover identify retrieve fetch browse seek choose pick select determine detect spot",
  show: "show display check view see read open verify review confirm track monitor",
  code: "code implement program script deploy refactor optimize optimise configure install",
  fix: "fix debug repair troubleshoot resolve",
  solve:
    "solve calculate compute count estimate evaluate prove derive simplify integrate add-up sum predict measure",
  analyze: "analyze analyse examine assess critique rate rank judge inspect study investigate",
  compare: "compare contrast differentiate match",
  classify: "classify categorize categorise label sort group tag extract parse",
  convert: "convert transform turn format change switch",
  plan: "plan organize organise schedule arrange",
  book: "book reserve rent hire",
  buy: "buy order purchase pay transfer send shop",
  set: "set add remind put create start stop play pause cancel delete remove reset turn snooze skip rewind resume call text email message reply mute increase decrease raise lower adjust activate enable disable update report freeze block close redeem apply request replace roll flip save store remember ignore forget repeat print copy insert",
  act: "act pretend roleplay role-play behave simulate play",
  learn: "learn watch listen visit",
} as const satisfies Readonly<Record<string, string>>;

export type Action = keyof typeof verbs;

const actions: ReadonlyMap<string, Action> = new Map(
  (Object.entries(verbs) as [Action, string][])
    .flatMap(([action, words]) => words.split(" ").map((word) => [word, action] as const))
    .toReversed(),
);

/** The action that an English verb in its base form asks for, or null. */
export function actionOf(word: string): Action | null {
  return actions.get(word.toLowerCase().replace(/[^a-z-]/g, "")) ?? null;
}

/** Whether an English word is the base form of a verb with which people ask a model for something. */
export function isActionVerb(word: string): boolean {
  return actionOf(word) !== null;
}
