import { imperativeVerbs, phrasalVerbs } from "./lexicon.ts";

/** One thing that a name says: "set alarms and timers" says "set" of two objects. */
export interface Clause {
  readonly opening: string;
  readonly objects: readonly string[];
  /**
   * `act`: a move of the dialogue; `assistant`: about the assistant itself; `mixed`: what has no pattern;
   * `detail`: what stands after the colon of a heading.
   */
  readonly kind: "plain" | "act" | "assistant" | "mixed" | "detail";
}

const openings = [
  "ask the assistant about its",
  "ask the assistant about itself",
  "ask the assistant",
  "ask about",
  "learn how to",
  "find out",
  "talk about",
  "report that",
  "get help with",
  "mixed requests about",
  "check",
];

/**
 * Reads a name that the lexical analyst wrote back into what it says: "check bills and ask about fees" -> "check" of
 * bills, "ask about" of fees. Of verbs joined by "or" only the first counts.
 */
export function parseName(name: string): readonly Clause[] {
  const [heading = "", details = ""] = lowerFirst(name).split(": ");
  if (heading.includes("«")) return [];
  if (kindOf(heading) === "mixed") return [{ opening: "", objects: [heading], kind: "mixed" }];
  const clauses: { opening: string; objects: string[]; kind: Clause["kind"] }[] = [];
  for (const [index, piece] of heading.split(/,? and |, /u).entries()) {
    const opening =
      openings.find((candidate) => piece === candidate || piece.startsWith(`${candidate} `)) ??
      openingVerbs(piece, index === 0);
    const last = clauses.at(-1);
    if (opening === null && last !== undefined) last.objects.push(piece);
    else {
      const rest = piece.slice((opening ?? "").length).trim();
      clauses.push({
        opening: (opening ?? "").split(" or ")[0] ?? "",
        objects: [rest],
        kind: kindOf(piece),
      });
    }
  }
  if (details !== "" && !/^(?:make small|ask the assistant)/u.test(heading))
    clauses.push({ opening: "ask about", objects: details.split(/ and |, /u), kind: "detail" });
  // "check and pay bills", "add, make or submit requests" come apart: verbs without an object belong to the next clause.
  return clauses
    .map((clause) => ({ ...clause, objects: clause.objects.filter((object) => object !== "") }))
    .filter(({ objects, kind }) => kind !== "plain" || objects.length > 0);
}

function kindOf(piece: string): Clause["kind"] {
  if (/^(?:various|further|several|other|mixed) /u.test(piece)) return "mixed";
  if (/^(?:ask the assistant|ask what the assistant)/u.test(piece)) return "assistant";
  return /^(?:thank the|say goodbye|greet the|answer (?:yes|no|with)|cancel a request|ask for a rep|insult the)/u.test(
    piece,
  )
    ? "act"
    : "plain";
}

/** The verbs that a piece begins with, joined by "or"; the first word of a name is a verb whether we know it or not. */
function openingVerbs(piece: string, first: boolean): string | null {
  const words = piece.split(" ");
  let end = 0;
  for (;;) {
    const verb = words[end] ?? "";
    if (!(imperativeVerbs.has(verb) || (first && end === 0) || words[end - 1] === "or")) break;
    end += phrasalVerbs.has(`${verb}_${words[end + 1] ?? ""}`) ? 2 : 1;
    if (words[end] !== "or") break;
    end++;
  }
  if (words[end - 1] === "or") end--;
  if (end > 0 && /^(?:from|to|with|into|for)$/u.test(words[end] ?? "")) end++;
  return end === 0 ? null : words.slice(0, end).join(" ");
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
