/** A message as a trace tells it: told again with every later turn, in most. */
export interface HistoryMessage {
  readonly role: string;
  readonly content: string;
  /** Set for what no person reads, calls of tools and their results: histories often leave them out. */
  readonly isStep?: boolean | undefined;
}

/** One call of a model or of an application: what it was given, mostly the history so far, and what it gave. */
export interface Turn {
  readonly input: readonly HistoryMessage[];
  /** New messages; or, as some frameworks have it, the input with the new messages at its end. */
  readonly output: readonly HistoryMessage[];
}

export interface MergedHistory {
  /** System prompts first, then every message once, in the order in which they were told. */
  readonly messages: readonly HistoryMessage[];
  /** How many of the messages the first turn was given. */
  readonly firstInput: number;
  /** Messages left out since an earlier turn had told them. */
  readonly repeated: number;
  /** Whether later turns had other system prompts than the first one that had any; those are left out. */
  readonly systemChanged: boolean;
}

/**
 * One conversation from successive turns of which each repeats the history so far.
 *
 * A turn goes on where the longest end of the history is the start of its input: all of it, or less where only a window of the
 * last messages is sent. If it starts as the history did and then differs, somebody edited a message or asked
 * again: the new branch is appended and is what later turns are compared with. A turn that repeats nothing is appended
 * whole. Messages are compared by role and text up to white space; system prompts and the steps of tools are passed over,
 * and the last answer may differ from what the history makes of it.
 *
 * Takes time and memory in proportion to what the turns hold together (overlaps by the prefix function of Knuth, Morris and Pratt).
 */
export function mergeHistories(turns: readonly Turn[]): MergedHistory {
  const keyOf = createKeys();
  const prompts = createSystemPrompts(keyOf);
  const messages: HistoryMessage[] = [];
  const history: Utterance[] = [];
  let firstInput = 0;
  let repeated = 0;

  /** Appends those of the steps after something said that the history does not have after it. */
  const appendSteps = (steps: readonly Step[], seam: Utterance | undefined): void => {
    let shared = 0;
    while (shared < steps.length && steps[shared]?.key === seam?.steps[shared]?.key) shared++;
    repeated += shared;
    const fresh = steps.slice(shared);
    for (const { message } of fresh) messages.push(message);
    seam?.steps.push(...fresh);
  };
  /** Appends what follows the first `known` utterances, the last of which is `seam` in the history. */
  const append = (told: readonly Utterance[], known: number, seam: Utterance | undefined): void => {
    for (const { steps } of told.slice(0, Math.max(0, known - 1))) repeated += steps.length;
    repeated += known;
    const last = known === 0 ? undefined : told[known - 1];
    if (last !== undefined) appendSteps(last.steps, seam);
    for (const utterance of told.slice(known)) {
      messages.push(utterance.message);
      for (const { message } of utterance.steps) messages.push(message);
      history.push(utterance);
    }
  };

  for (const [index, turn] of turns.entries()) {
    prompts.read(turn);
    const { leading, input, output } = toUtterances(turn, keyOf);
    const { knownInput, knownOutput, seam, truncateTo, retold } = findPlace(history, input, output);
    if (truncateTo !== null) history.length = truncateTo;
    // Later histories have the answer as this one does.
    if (retold !== null) history.splice(-1, 1, retold);
    if (knownInput > 0) repeated += leading.length;
    else appendSteps(leading, undefined);
    append(input, knownInput, seam);
    if (index === 0) firstInput = messages.length;
    const known = Math.max(knownOutput, overlap(history, output));
    append(output, known, history.at(-1));
  }
  const system = prompts.kept;
  return {
    messages: [...system, ...messages],
    firstInput: firstInput + system.length,
    repeated: repeated + prompts.repeated(),
    systemChanged: prompts.changed(),
  };
}

interface Step {
  readonly key: number;
  readonly message: HistoryMessage;
}

/** Something said, and the steps of tools that follow it. */
interface Utterance extends Step {
  readonly steps: Step[];
}

/** Where a turn goes on. */
interface Place {
  /** How many utterances of the input, and of the output, the history has. */
  readonly knownInput: number;
  readonly knownOutput: number;
  /** The last known one of the input as the history has it. */
  readonly seam: Utterance | undefined;
  /** Length to which the history is cut back, where a branch starts. */
  readonly truncateTo: number | null;
  /** The last answer, known by what the input makes of it. */
  readonly retold: Utterance | null;
}

const nowhere: Place = { knownInput: 0, knownOutput: 0, seam: undefined, truncateTo: null, retold: null };

function findPlace(
  history: readonly Utterance[],
  input: readonly Utterance[],
  output: readonly Utterance[],
): Place {
  const overlapped = overlap(history, input);
  const shared = sharedStart(history, input, 0);
  if (overlapped > 0 && overlapped >= shared) {
    return { ...nowhere, knownInput: overlapped, seam: history.at(-1) };
  }
  const beforeAnswer = findPlaceBeforeAnswer(history, input, output);
  if (beforeAnswer.knownInput > shared) return beforeAnswer;
  // One message that the start has too is no history: people greet twice.
  if (shared === 0 || (shared === 1 && history.length > 2)) return beforeAnswer;
  const knownOutput = shared === input.length ? sharedStart(history, output, shared) : 0;
  const isRetry = shared === input.length && knownOutput === output.length;
  const truncateTo = isRetry ? null : shared + knownOutput;
  return { ...nowhere, knownInput: shared, knownOutput, seam: history[shared - 1], truncateTo };
}

/** The place of a turn that has what the last answer answered, and not that answer as it was told. */
function findPlaceBeforeAnswer(
  history: readonly Utterance[],
  input: readonly Utterance[],
  output: readonly Utterance[],
): Place {
  const answer = history.at(-1);
  if (answer?.message.role !== "assistant") return nowhere;
  const known = overlap(history.slice(-1 - input.length, -1), input);
  if (known === 0 || (known === 1 && input.length === 1)) return nowhere;
  const next = input[known];
  if (next !== undefined) {
    if (next.message.role !== "assistant" || input.length === known + 1) return nowhere;
    const retold = { ...answer, key: next.key };
    return { ...nowhere, knownInput: known + 1, seam: retold, retold };
  }
  const place = { ...nowhere, knownInput: known, seam: history.at(-2) };
  const isSame = output.length === 1 && output[0]?.key === answer.key;
  return isSame ? { ...place, knownOutput: 1 } : { ...place, truncateTo: history.length - 1 };
}

/** The longest end of the history that is a start of what is told now. */
function overlap(history: readonly Utterance[], told: readonly Utterance[]): number {
  const borders = toBorders(told);
  let matched = 0;
  for (let i = Math.max(0, history.length - told.length); i < history.length; i++) {
    const key = history[i]?.key;
    while (matched > 0 && told[matched]?.key !== key) matched = borders[matched - 1] ?? 0;
    if (told[matched]?.key === key) matched++;
  }
  return matched;
}

/** For each start of the list the longest shorter start that it also ends with. */
function toBorders(told: readonly Utterance[]): number[] {
  const borders: number[] = told.length === 0 ? [] : [0];
  for (let i = 1; i < told.length; i++) {
    let border = borders[i - 1] ?? 0;
    while (border > 0 && told[border]?.key !== told[i]?.key) border = borders[border - 1] ?? 0;
    borders.push(told[border]?.key === told[i]?.key ? border + 1 : 0);
  }
  return borders;
}

function sharedStart(history: readonly Utterance[], told: readonly Utterance[], from: number): number {
  let shared = 0;
  while (shared < told.length && told[shared]?.key === history[from + shared]?.key) shared++;
  return shared;
}

function toUtterances(
  turn: Turn,
  keyOf: (message: HistoryMessage) => number,
): { readonly leading: Step[]; readonly input: Utterance[]; readonly output: Utterance[] } {
  const leading: Step[] = [];
  const input: Utterance[] = [];
  const output: Utterance[] = [];
  for (const [list, messages] of [
    [input, turn.input],
    [output, turn.output],
  ] as const) {
    for (const message of messages) {
      if (message.role === "system") continue;
      const key = keyOf(message);
      const before = (list.at(-1) ?? input.at(-1))?.steps ?? leading;
      if (message.isStep === true) before.push({ key, message });
      else list.push({ key, message, steps: [] });
    }
  }
  return { leading, input, output };
}

/** The system prompts of the first turn that has any. */
function createSystemPrompts(keyOf: (message: HistoryMessage) => number): {
  readonly kept: readonly HistoryMessage[];
  read(turn: Turn): void;
  repeated(): number;
  changed(): boolean;
} {
  const kept: HistoryMessage[] = [];
  const keys = new Set<number>();
  let repeated = 0;
  let changed = false;
  return {
    kept,
    read: ({ input, output }) => {
      const isFirst = keys.size === 0;
      for (const message of [...input, ...output]) {
        if (message.role !== "system") continue;
        const key = keyOf(message);
        if (keys.has(key)) {
          repeated++;
        } else if (isFirst) {
          keys.add(key);
          kept.push(message);
        } else {
          changed = true;
        }
      }
    },
    repeated: () => repeated,
    changed: () => changed,
  };
}

/** Numbers from 1 for messages, the same for those of one role and text. */
function createKeys(): (message: HistoryMessage) => number {
  const keys = new Map<string, number>();
  return ({ role, content }) => {
    const text = `${role}\n${content.replaceAll(/\s+/gu, " ").trim()}`;
    const key = keys.get(text) ?? keys.size + 1;
    keys.set(text, key);
    return key;
  };
}
