import type { Random } from "@observatory/core";
import type { Message } from "../conversation.ts";
import { compileGrammar, expandGrammar, type Grammar } from "./grammar.ts";
import { emptyish, oddities, oddSlots } from "./data/odd-requests.ts";

const empty: readonly Grammar[] = emptyish.map(compileGrammar);
const odd: readonly Grammar[] = oddities.map(compileGrammar);
const slots = new Map(Object.entries(oddSlots).map(([name, text]) => [name, compileGrammar(text)]));

/** A conversation that belongs to no topic: a greeting, a test, a slip, or a question that nobody else asks. */
export function otherRequest(random: Random): Message[] {
  const bank = random.next() < 0.35 ? empty : odd;
  const expansion = { random, bound: new Map<string, string>(), slot: (name: string) => slots.get(name) };
  return [
    { role: "user", content: expandGrammar(random.pick(bank), expansion) },
    {
      role: "assistant",
      content: random.pick(["Hello! How can I help you today?", "I'm here. What would you like to do?"]),
    },
  ];
}
