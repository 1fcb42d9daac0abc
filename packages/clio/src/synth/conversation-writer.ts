import type { Random } from "@observatory/core";
import type { Message } from "../conversation.ts";
import type { Register } from "./accounts.ts";
import type { Corpus, CorpusLanguage, CorpusTopic } from "./corpus.ts";
import type { SynthLanguage } from "./findings.ts";
import { expandGrammar, type Expansion, type Grammar } from "./grammar.ts";
import { tidyEnglish, tidySpaces, toSloppy } from "./style.ts";
import type { Topic } from "./topic-source.ts";

/** What is to be written. */
export interface Assignment {
  readonly topic: CorpusTopic;
  readonly language: SynthLanguage;
  readonly register: Register;
  /** A second topic that the conversation drifts to after the first answer. */
  readonly drift: CorpusTopic | null;
}

/** Writes the messages of one conversation. */
export type ConversationWriter = (assignment: Assignment, random: Random) => Message[];

/** Creates the writer of ordinary conversations: a first request in the account's manner, answers, what is said next. */
export function createConversationWriter(corpus: Corpus): ConversationWriter {
  return (assignment, random) => {
    const language = corpus.languages.get(assignment.language);
    const topic = assignment.topic.text.get(assignment.language);
    if (language === undefined || topic === undefined) {
      throw new RangeError(`no text for ${assignment.topic.id} in ${assignment.language}`);
    }
    const voice = createVoice(topic, language, assignment.register, random);
    const messages: Message[] = [{ role: "user", content: firstRequest(voice) }];
    const answer = (): void => {
      messages.push({ role: "assistant", content: reply(voice, assignment.topic) });
    };
    answer();
    const turns = turnCount(random);
    const asked = new Set<string>();
    const driftAt = assignment.drift === null ? -1 : random.integer(turns + 1);
    for (let turn = 0; turn <= turns; turn++) {
      const drifted = turn === driftAt ? assignment.drift?.text.get(assignment.language) : undefined;
      if (drifted !== undefined) {
        const other = createVoice(drifted, language, assignment.register, random);
        messages.push({ role: "user", content: other.say(random.pick(drifted.requests)) });
        answer();
      }
      if (turn === turns) break;
      const next = nextRequest(voice);
      if (asked.has(next)) continue;
      asked.add(next);
      messages.push({ role: "user", content: next });
      answer();
    }
    if (turns > 0 && random.next() < 0.25 && language.thanks.length > 0) {
      messages.push({ role: "user", content: voice.say(random.pick(language.thanks)) });
    }
    return messages;
  };
}

interface Voice {
  readonly topic: Topic;
  readonly language: CorpusLanguage;
  readonly register: Register;
  readonly random: Random;
  /** One text of a grammar, spelled as the account spells. */
  say(grammar: Grammar): string;
  /** Gives a slot its value. */
  bind(slot: string, value: string): void;
  /** A text as the account spells. */
  spell(text: string): string;
  /** One text of a grammar, before spelling. */
  expand(grammar: Grammar): string;
}

function createVoice(topic: Topic, language: CorpusLanguage, register: Register, random: Random): Voice {
  const expansion: Expansion = {
    random,
    bound: new Map(),
    slot: (name) =>
      topic.slots.get(name) ?? (name === "about" ? (topic.about ?? undefined) : language.slots.get(name)),
  };
  const expand = (grammar: Grammar): string => expandGrammar(grammar, expansion);
  const spell = (text: string): string => {
    if (language.code !== "en") return tidySpaces(text, language.code === "fr");
    return register === "sloppy" ? toSloppy(tidyEnglish(text), random) : tidyEnglish(text);
  };
  const say = (grammar: Grammar): string => spell(expand(grammar));
  const bind = (slot: string, value: string): void => void expansion.bound.set(slot, value);
  return { topic, language, register, random, say, spell, bind, expand };
}

/** Chances of what surrounds a first request, by the way an account writes. */
const manners = {
  plain: { about: 0.78, second: 0.45, terse: 0.12, opener: 0.07, context: 0.38, life: 0.03, closer: 0.08 },
  polite: { about: 0.78, second: 0.45, terse: 0.02, opener: 0.5, context: 0.42, life: 0.05, closer: 0.4 },
  terse: { about: 0.78, second: 0.12, terse: 0.7, opener: 0.02, context: 0.05, life: 0, closer: 0.06 },
  chatty: { about: 0.7, second: 0.65, terse: 0, opener: 0.4, context: 0.8, life: 0.5, closer: 0.25 },
  frustrated: { about: 0.75, second: 0.5, terse: 0.08, opener: 0.1, context: 0.45, life: 0.25, closer: 0.15 },
  sloppy: { about: 0.72, second: 0.35, terse: 0.35, opener: 0.07, context: 0.28, life: 0.04, closer: 0.07 },
} as const satisfies Record<Register, Record<string, number>>;

function firstRequest(voice: Voice): string {
  const { topic, language, random } = voice;
  const manner = manners[voice.register];
  const terse = topic.terse.length > 0 && random.next() < manner.terse;
  const grammar = random.pick(terse ? topic.terse : topic.requests);
  const request = voice.expand(grammar);
  const announced = topic.about !== null && random.next() < manner.about;
  if (terse && announced && language.terseAnnouncements.length > 0) {
    voice.bind("request", request);
    return voice.say(random.pick(language.terseAnnouncements));
  }
  if (topic.bare || terse) return voice.spell(request);
  const maybe = (chance: number, bank: readonly Grammar[]): string[] =>
    bank.length > 0 && random.next() < chance ? [voice.expand(random.pick(bank))] : [];
  const opener = maybe(manner.opener, language.openers);
  const told = topic.context.length > 0 && random.next() < 0.5 ? topic.context : language.backgrounds;
  const context = [...maybe(manner.context, told), ...maybe(manner.life, language.circumstances)];
  const announcement = announced ? maybe(1, language.announcements) : [];
  const requests = [...announcement, request, ...secondRequest(voice, grammar, request, manner.second)];
  const closer = maybe(manner.closer, language.closers);
  const pasted = request.includes("\n\n");
  const said =
    !pasted && random.next() < 0.25
      ? [...opener, ...requests, ...context]
      : [...opener, ...context, ...requests];
  for (const part of closer) said.push(pasted ? `\n\n${part}` : part);
  if (random.next() < 0.006) said.push(`\n\n${longPaste(voice)}`);
  return voice.spell(joinSentences(said, language.space));
}

/** Sometimes people ask two things at once. */
function secondRequest(voice: Voice, first: Grammar, text: string, chance: number): string[] {
  const others = voice.topic.requests.filter((grammar) => grammar !== first);
  if (text.includes("\n") || others.length === 0 || voice.random.next() >= chance) return [];
  const second = voice.expand(voice.random.pick(others));
  return second.includes("\n") ? [] : [second];
}

function longPaste(voice: Voice): string {
  const long = voice.language.slots.get("pasteLong");
  return long === undefined ? voice.expand(voice.random.pick(voice.topic.requests)) : voice.expand(long);
}

/** Sentences with blanks between them; after a comma or a dash the next goes on in lower case if it may. */
function joinSentences(parts: readonly string[], space: string): string {
  let text = "";
  for (const untrimmed of parts) {
    const part = untrimmed.trimEnd();
    if (text === "" || part.startsWith("\n")) {
      text += part;
      continue;
    }
    const goesOn = text.endsWith(",") && commonStart.test(part);
    if (text.endsWith(",") && !goesOn) text = `${text.slice(0, -1)}.`;
    const stop = /[\p{L}\p{N})]$/u.test(text) ? (space === "" ? "。" : ".") : "";
    text += `${stop}${space}${goesOn ? part.charAt(0).toLowerCase() + part.slice(1) : part}`;
  }
  return text;
}

/** Words that are only capital because they begin a sentence. */
const commonStart =
  /^(?:What|How|Why|Can|Could|Is|Are|Do|Does|Should|My|The|This|When|Where|Which|Who|We|It|Give|Write|Explain|Help|Make|Please|If|Any|There|Our|Some|Would|Will|Need|Show|Tell|Suggest|Plan|Which)\b/u;

function nextRequest(voice: Voice): string {
  const { topic, language, random } = voice;
  const draw = random.next();
  if (draw < 0.5 && topic.followUps.length > 0) return voice.say(random.pick(topic.followUps));
  if (draw < 0.88 && language.followUps.length > 0) return voice.say(random.pick(language.followUps));
  return voice.say(random.pick(random.next() < 0.3 && topic.terse.length > 0 ? topic.terse : topic.requests));
}

/** Turns after the first: none for half of the conversations, seldom more than five, once in a while dozens. */
function turnCount(random: Random): number {
  if (random.next() < 0.52) return 0;
  if (random.next() < 0.006) return 12 + random.integer(25);
  let turns = 1;
  while (turns < 9 && random.next() < 0.45) turns++;
  return turns;
}

function reply(voice: Voice, topic: CorpusTopic): string {
  const { language, random } = voice;
  const lead = language.replies.length > 0 ? voice.expand(random.pick(language.replies)) : "";
  if (language.code !== "en") return lead;
  const body = voice.expand(random.pick(topic.replies));
  const end = voice.expand(random.pick(language.replyEnds));
  return [lead, body, end].filter((part) => part !== "").join(" ");
}
