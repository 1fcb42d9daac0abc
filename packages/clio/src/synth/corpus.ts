import { compileGrammar, type Grammar } from "./grammar.ts";
import { parseTopic, type Topic } from "./topic-source.ts";
import { englishDomains } from "./data/english/index.ts";
import {
  announcements,
  backgrounds,
  circumstances,
  closers,
  followUps,
  openers,
  replyEnds,
  replyLeads,
  sharedSlots,
  terseAnnouncements,
  thanks,
} from "./data/shared-english.ts";
import { pasteSlots } from "./data/pastes.ts";
import { otherLanguages } from "./data/languages/index.ts";
import type { LanguageSource } from "./language-source.ts";

/** A topic of the corpus in every language in which it was written. */
export interface CorpusTopic {
  readonly domain: string;
  readonly id: string;
  readonly weight: number;
  readonly bare: boolean;
  /** By language code; always has `en`. */
  readonly text: ReadonlyMap<string, Topic>;
  /** English replies of the domain. */
  readonly replies: readonly Grammar[];
}

/** What a language shares between its topics. Lists may be empty. */
export interface CorpusLanguage {
  readonly code: string;
  readonly openers: readonly Grammar[];
  readonly announcements: readonly Grammar[];
  readonly backgrounds: readonly Grammar[];
  readonly terseAnnouncements: readonly Grammar[];
  readonly closers: readonly Grammar[];
  readonly circumstances: readonly Grammar[];
  readonly followUps: readonly Grammar[];
  readonly thanks: readonly Grammar[];
  readonly replies: readonly Grammar[];
  readonly replyEnds: readonly Grammar[];
  readonly slots: ReadonlyMap<string, Grammar>;
  /** Between two sentences: nothing in Chinese and Japanese. */
  readonly space: string;
}

export interface Corpus {
  readonly topics: readonly CorpusTopic[];
  readonly languages: ReadonlyMap<string, CorpusLanguage>;
}

/** Compiles all hand-written data; some tens of milliseconds. Throws SyntaxError for a bad line. */
export function createCorpus(): Corpus {
  const topics: CorpusTopic[] = [];
  for (const domain of englishDomains) {
    const replies = domain.replies.map(compileGrammar);
    for (const [id, source] of Object.entries(domain.topics)) {
      const english = parseTopic(source);
      const text = new Map([["en", english]]);
      for (const [code, language] of Object.entries(otherLanguages)) {
        const other = language.topics[id];
        if (other !== undefined) text.set(code, parseTopic(other));
      }
      topics.push({ domain: domain.id, id, weight: english.weight, bare: english.bare, text, replies });
    }
  }
  const languages = new Map([["en", english()]]);
  for (const [code, source] of Object.entries(otherLanguages)) languages.set(code, toLanguage(code, source));
  return { topics, languages };
}

function english(): CorpusLanguage {
  const slots = compileSlots(sharedSlots);
  for (const [name, grammar] of Object.entries(pasteSlots)) slots.set(name, grammar);
  return {
    code: "en",
    openers: openers.map(compileGrammar),
    announcements: announcements.map(compileGrammar),
    backgrounds: backgrounds.map(compileGrammar),
    terseAnnouncements: terseAnnouncements.map(compileGrammar),
    closers: closers.map(compileGrammar),
    circumstances: circumstances.map(compileGrammar),
    followUps: followUps.map(compileGrammar),
    thanks: thanks.map(compileGrammar),
    replies: replyLeads.map(compileGrammar),
    replyEnds: replyEnds.map(compileGrammar),
    slots,
    space: " ",
  };
}

function toLanguage(code: string, source: LanguageSource): CorpusLanguage {
  return {
    code,
    openers: source.openers.map(compileGrammar),
    announcements: [],
    backgrounds: [],
    terseAnnouncements: [],
    closers: source.closers.map(compileGrammar),
    circumstances: source.circumstances.map(compileGrammar),
    followUps: source.followUps.map(compileGrammar),
    thanks: source.thanks.map(compileGrammar),
    replies: source.replies.map(compileGrammar),
    replyEnds: [""],
    slots: compileSlots(source.slots),
    space: code === "ja" || code === "zh" ? "" : " ",
  };
}

function compileSlots(slots: Readonly<Record<string, string>>): Map<string, Grammar> {
  return new Map(Object.entries(slots).map(([name, text]) => [name, compileGrammar(text)]));
}
