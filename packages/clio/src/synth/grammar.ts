import type { Random } from "@observatory/core";

/**
 * A text with choices, compiled by {@link compileGrammar}: literal text, a sequence, a choice, a slot,
 * or a passage of several items of a bank in random order.
 */
export type Grammar =
  | string
  | readonly Grammar[]
  | { readonly kind: "choice"; readonly options: readonly Grammar[] }
  | { readonly kind: "slot"; readonly name: string; readonly base: string; readonly capital: boolean }
  | {
      readonly kind: "passage";
      readonly bank: readonly Grammar[];
      readonly least: number;
      readonly most: number;
      readonly join: string;
    };

/** What an expansion needs: randomness, the meaning of slots, and the values that slots already have. */
export interface Expansion {
  readonly random: Random;
  readonly slot: (name: string) => Grammar | undefined;
  /** Filled while expanding: a slot keeps its value for the life of this map. */
  readonly bound: Map<string, string>;
}

/**
 * Compiles the notation of the synthetic corpus. Throws SyntaxError for unbalanced brackets.
 *
 * - `{a|b|c}` one of them, `[a]` or nothing (each with one half), both nest; a bare `|` splits the whole text
 * - `$slot` the value of a slot, the same wherever it is repeated; `$slot2` another value of the same slot;
 *   `$Slot` the value with a capital first letter
 * - `\n` a line break, `\` before any other character takes it literally; `$5` is an amount of money
 *
 * @example
 * const grammar = compileGrammar("[Hi! ]{Why|How come} is $food so {salty|dry}?");
 */
export function compileGrammar(text: string): Grammar {
  const reader = { text, at: 0 };
  const grammar = readChoice(reader, "");
  if (reader.at < text.length) throw new SyntaxError(`unexpected "${text[reader.at]}" at ${reader.at}`);
  return grammar;
}

/** Compiles a text in which only `$slot` has a meaning, for program code. */
export function compileLiteral(text: string): Grammar {
  return text.split(/(\$[A-Za-z]+\d*)/u).map((part) => {
    const name = /^\$([A-Za-z]+\d*)$/u.exec(part)?.[1];
    return name === undefined ? part : slotNode(name);
  });
}

/** Between `least` and `most` distinct items of `bank`, in random order, with `join` between them. */
export function passage(bank: readonly Grammar[], least: number, most: number, join = " "): Grammar {
  return { kind: "passage", bank, least, most, join };
}

/** One text of the grammar. Throws RangeError for a slot that has no meaning. */
export function expandGrammar(grammar: Grammar, expansion: Expansion): string {
  if (typeof grammar === "string") return grammar;
  if (!("kind" in grammar)) {
    let text = "";
    for (const part of grammar) text += expandGrammar(part, expansion);
    return text;
  }
  switch (grammar.kind) {
    case "choice":
      return expandGrammar(expansion.random.pick(grammar.options), expansion);
    case "slot": {
      const value = slotValue(grammar.name, grammar.base, expansion);
      return grammar.capital ? capitalized(value) : value;
    }
    case "passage":
      return expandPassage(grammar, expansion);
    default:
      return grammar satisfies never;
  }
}

/** Names of the slots that a grammar mentions, without their numbers. */
export function slotsOf(grammar: Grammar): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Grammar): void => {
    if (typeof node === "string") return;
    if (!("kind" in node)) node.forEach(visit);
    else if (node.kind === "slot") names.add(node.base);
    else (node.kind === "choice" ? node.options : node.bank).forEach(visit);
  };
  visit(grammar);
  return names;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface Reader {
  readonly text: string;
  at: number;
}

function readChoice(reader: Reader, end: string): Grammar {
  const options: Grammar[] = [readSequence(reader, end)];
  while (reader.text[reader.at] === "|") {
    reader.at++;
    options.push(readSequence(reader, end));
  }
  const only = options.length === 1 ? options[0] : undefined;
  return only ?? { kind: "choice", options };
}

function readSequence(reader: Reader, end: string): Grammar {
  const parts: Grammar[] = [];
  let literal = "";
  const flush = (): void => {
    if (literal !== "") parts.push(literal);
    literal = "";
  };
  while (reader.at < reader.text.length) {
    const character = reader.text.charAt(reader.at);
    if (character === "|" || (character === end && end !== "")) break;
    if (character === "}" || character === "]") {
      throw new SyntaxError(`"${character}" without its opening bracket at ${reader.at}`);
    }
    reader.at++;
    if (character === "\\") {
      const escaped = reader.text.charAt(reader.at++);
      literal += escaped === "n" ? "\n" : escaped;
    } else if (character === "{" || character === "[") {
      flush();
      parts.push(readBracket(reader, character));
    } else if (character === "$" && /[A-Za-z]/u.test(reader.text.charAt(reader.at))) {
      flush();
      parts.push(readSlot(reader));
    } else literal += character;
  }
  flush();
  const only = parts.length === 1 ? parts[0] : undefined;
  return parts.length === 0 ? "" : (only ?? parts);
}

function readBracket(reader: Reader, opening: "{" | "["): Grammar {
  const start = reader.at;
  const closing = opening === "{" ? "}" : "]";
  const inner = readChoice(reader, closing);
  if (reader.text[reader.at] !== closing)
    throw new SyntaxError(`"${opening}" at ${start - 1} is never closed`);
  reader.at++;
  return opening === "{" ? inner : { kind: "choice", options: [inner, ""] };
}

function readSlot(reader: Reader): Grammar {
  const name = /^[A-Za-z]+\d*/u.exec(reader.text.slice(reader.at))?.[0] ?? "";
  reader.at += name.length;
  return slotNode(name);
}

function slotNode(written: string): Grammar {
  const name = written.charAt(0).toLowerCase() + written.slice(1);
  return { kind: "slot", name, base: name.replace(/\d+$/u, ""), capital: written !== name };
}

function slotValue(name: string, base: string, expansion: Expansion): string {
  const known = expansion.bound.get(name);
  if (known !== undefined) return known;
  const grammar = expansion.slot(base);
  if (grammar === undefined) throw new RangeError(`no slot named "${base}"`);
  const taken = new Set<string>();
  for (const [other, text] of expansion.bound) {
    if (other.startsWith(base) && /^\d*$/u.test(other.slice(base.length))) taken.add(text);
  }
  let value = expandGrammar(grammar, expansion);
  for (let attempt = 0; attempt < 8 && taken.has(value); attempt++) value = expandGrammar(grammar, expansion);
  expansion.bound.set(name, value);
  return value;
}

function expandPassage(
  { bank, least, most, join }: Extract<Grammar, { kind: "passage" }>,
  expansion: Expansion,
): string {
  const count = Math.min(bank.length, least + expansion.random.integer(most - least + 1));
  return expansion.random
    .shuffle(bank)
    .slice(0, count)
    .map((item) => expandGrammar(item, expansion))
    .join(join);
}
