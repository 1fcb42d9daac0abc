import { compileGrammar, type Grammar } from "./grammar.ts";

/**
 * A domain as written by hand. Each topic is a text of lines in the notation of `compileGrammar`:
 *
 * - a plain line is a whole request; `~ line` a request in a few words
 * - `< line` what people tell before or after they ask; `> line` what they say next
 * - `@ a|b` what it is about, as noun phrases
 * - `=slot a|b|c` the values of a slot; `!weight 2` how often it is asked; `!bare` never wrapped in pleasantries
 */
export interface DomainSource {
  readonly id: string;
  /** What the assistant answers in this domain, as a sentence or two. */
  readonly replies: readonly string[];
  /** Topic id (kebab-case) to its lines. */
  readonly topics: Readonly<Record<string, string>>;
}

/** A compiled topic, in one language. */
export interface Topic {
  readonly requests: readonly Grammar[];
  readonly terse: readonly Grammar[];
  readonly context: readonly Grammar[];
  /** Noun phrases for what the topic is about. */
  readonly about: Grammar | null;
  readonly followUps: readonly Grammar[];
  readonly slots: ReadonlyMap<string, Grammar>;
  readonly weight: number;
  readonly bare: boolean;
}

/** Compiles the lines of a topic. Throws SyntaxError that names the line. */
export function parseTopic(source: string): Topic {
  const topic = {
    requests: [] as Grammar[],
    terse: [] as Grammar[],
    context: [] as Grammar[],
    about: null as Grammar | null,
    followUps: [] as Grammar[],
    slots: new Map<string, Grammar>(),
    weight: 1,
    bare: false,
  };
  for (const raw of source.split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    const rest = line.slice(1).trim();
    if (line.startsWith("~")) topic.terse.push(compileLine(rest));
    else if (line.startsWith("<")) topic.context.push(compileLine(rest));
    else if (line.startsWith(">")) topic.followUps.push(compileLine(rest));
    else if (line.startsWith("@")) topic.about = compileLine(rest);
    else if (line.startsWith("=")) {
      const space = rest.indexOf(" ");
      topic.slots.set(rest.slice(0, space), compileLine(rest.slice(space + 1)));
    } else if (line === "!bare") topic.bare = true;
    else if (line.startsWith("!weight ")) topic.weight = Number(line.slice(8));
    else topic.requests.push(compileLine(line));
  }
  return topic;
}

function compileLine(line: string): Grammar {
  try {
    return compileGrammar(line);
  } catch (error) {
    throw new SyntaxError(`bad line of a topic: ${line}`, { cause: error });
  }
}
