import { openers } from "./lexicon.ts";
import type { Sentence } from "./tag-text.ts";

/** What the words that a polite opening left behind must be. */
export type Expectation = "anything" | "action" | "how-to" | "inquiry";

export interface Opening {
  /** Index of the first word of the request itself. */
  readonly next: number;
  readonly expectation: Expectation;
}

/** Openings as patterns over the lower-case words joined by blanks; the longest chain of them is skipped. */
const patterns: readonly (readonly [RegExp, Expectation])[] = [
  [
    /^(?:can|could|would|will|may|might) (?:you|u|i) (?:please |kindly |possibly |maybe |just |also )*(?:tell|let) (?:me|us) (?:know )?(?:please )?(?:about |more about )?/u,
    "inquiry",
  ],
  [
    /^(?:can|could|would|will) (?:you|u) (?:please |kindly |possibly |maybe |just )*(?:explain|clarify|inform me|remind me)(?: to me)? (?:of )?(?=what|who|when|where|why|how|if|whether)/u,
    "inquiry",
  ],
  [
    /^(?:do|would|did) (?:you|u) (?:happen to )?(?:know|remember|recall)(?: anything about| about)? /u,
    "inquiry",
  ],
  [
    /^(?:please )?(?:tell|let) (?:me|us) (?:know )?(?:please )?(?:about |more about )?(?!a |an |some |another )/u,
    "inquiry",
  ],
  [
    /^(?:i|we) (?:(?:just|really|also|only) )?(?:'d|would|want|need|wan na|wanna|wish|'m|am|was|'ve|have)? ?(?:(?:just|really|also) )?(?:like|love|need|got|going|trying|dying|curious)? ?(?:to )?(?:know|find out|hear|understand|learn|figure out|ask you|ask|see)(?: more)?(?: about)? (?=what|who|when|where|why|how|if|whether|about|the|my)/u,
    "inquiry",
  ],
  [
    /^(?:i|we) (?:wonder|'m wondering|am wondering|was wondering|was just wondering|'m curious|am curious|'m interested|am interested|have a question|'ve a question|got a question|'m not sure|am not sure|do n't know|forgot|'m confused|'ve been wondering)(?: about| in| to know| as to)? (?!if (?:you|u|i) (?:can|could|would|might))/u,
    "inquiry",
  ],
  [
    /^(?:i|we) (?:wonder|was wondering|'m wondering|am wondering|was just wondering) if (?:you|u) (?:can|could|would|might|will) /u,
    "action",
  ],
  [
    /^(?:any|have any|got any) (?:idea|clue|thoughts|information|info)(?: on| about| as to| of)? /u,
    "inquiry",
  ],
  [/^(?:may|can|could|might) i ask (?:you )?/u, "inquiry"],
  [
    /^(?:can|could|may|might) (?:i|we) (?:please )?(?:get|have|know) (?:some |more |any )?(?:information|info|details|help) (?:on|about|with|regarding) /u,
    "inquiry",
  ],
  [
    /^(?:give|get|find) (?:me |us )?(?:some |more |any |the )?(?:information|info|details|facts) (?:on|about|regarding|for) /u,
    "inquiry",
  ],
  [/^(?:would|do) (?:you|u) mind (?=\w+ing\b)/u, "action"],
  [
    /^(?:can|could|would|will|wo n't|ca n't) (?:you|u|ya) (?:please |kindly |possibly |maybe |just |also |then |go ahead and |try to |help me to |help me |help us |quickly )*/u,
    "action",
  ],
  [
    /^(?:i|we) (?:(?:just|really|also|kind of|would|will|'ll|think i|think we|have|had) )*(?:want|need|like|wish|love|'d like|'d love|wanna|wan na|hope|require|have|am trying|'m trying|am looking|'m looking|am going|'m going|plan|intend|would like|prefer) (?:for )?(?:(?:you|u) )?to (?:please |be able to |try to )?/u,
    "action",
  ],
  [/^(?:please )?(?:help|assist) (?:me|us) (?:to |in )?(?!with|out|on|about|understand)/u, "action"],
  [
    /^(?:i|we) (?:need|want|could use|would like) (?:some |your )?(?:help|assistance) (?:with |in )?(?=\w+ing\b)/u,
    "action",
  ],
  [/^(?:is|would) it (?:be )?possible (?:for (?:you|me|us) )?(?:that you |to )/u, "action"],
  [
    /^(?:is there (?:a |any |some )?way|are there any ways|any way) (?:for (?:you|me|us) to|to|that i can|i can|i could|you can|you could|that you can) /u,
    "how-to",
  ],
  [
    /^(?:what (?:is|are|'s|would be) )?(?:the )?(?:\w+ )?(?:\w+ )?(?:way|ways|process|steps|procedure|method|trick|protocol|instructions|recipe) (?:for|to|of|i can|i could|that i can) (?:me to |i can )?(?!my\b|the\b|a\b)/u,
    "how-to",
  ],
  [
    /^what (?:do|should|must|can|would|could|does|will)? ?(?:i|we|you|one) ?(?:need to|have to|must|got to)? ?(?:do)? (?:in order )?to (?=\w)/u,
    "how-to",
  ],
  [
    /^how (?:can|could|do|would|should|might|must|shall|does|did|are|am) (?:i|we|one|someone|people|somebody|ya|u) (?:go about |best |properly |supposed to |going to |able to |even |quickly |get to )?/u,
    "how-to",
  ],
  [
    /^(?:explain |describe |learn |know |understand |show (?:me|us) |teach (?:me|us) |instructions (?:for|on) |tips (?:for|on) |advice (?:for|on) )*how (?:best )?to /u,
    "how-to",
  ],
  [/^(?:let 's|let us|lets) /u, "action"],
  [
    /^(?:the )?(?:user|customer|person|human) (?:asked|asks|wanted|wants|requested|requests|would like|is asking|needs|needed) (?:the assistant |the model |you )?(?:for help )?(?:to|with) /u,
    "action",
  ],
  [
    /^(?:the )?(?:user|customer|person|human) (?:asked|asks|wanted|wants|requested|requests|is asking) (?:the assistant |to know )?(?:about |for )?/u,
    "inquiry",
  ],
  [/^to (?=\w)/u, "action"],
];

/** What a pattern can begin with: most sentences need not be tried at all. */
const firstWords: ReadonlySet<string> = new Set(
  `can could would will may might ca wo do did have got any tell let lets please i we give get find help assist is are what
  how explain describe learn know understand show teach instructions tips advice the user customer person human to best
  easiest fastest quickest proper way ways process steps procedure method trick`.split(/\s+/u),
);

/**
 * Skips "hello, could you please", "I was wondering", "what is the best way to" and the like.
 *
 * The expectation says what the opening promises: after "could you" comes an action, whatever the tagger thinks.
 */
export function skipOpening(tokens: Sentence, from = 0): Opening {
  let next = from;
  let expectation: Expectation = "anything";
  for (let round = 0; round < 6; round++) {
    while (next < tokens.length - 1 && isOpener(tokens, next)) next++;
    if (!firstWords.has(tokens[next]?.lower ?? "")) break;
    const rest = tokens
      .slice(next, next + 14)
      .map((token) => token.lower)
      .join(" ");
    let skipped = "";
    const match = patterns.find(([pattern]) => {
      skipped = pattern.exec(`${rest} `)?.[0].trim() ?? "";
      return skipped !== "";
    });
    if (match === undefined) break;
    const count = skipped.split(" ").length;
    if (next + count >= tokens.length) break;
    next += count;
    // "can you tell me how to": the last promise holds, save that a plain action does not undo a "how".
    expectation = expectation === "how-to" && match[1] === "action" ? "how-to" : match[1];
  }
  return { next, expectation };
}

function isOpener(tokens: Sentence, index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (token.pos === "PUNCT" || token.pos === "SYM") return true;
  // "show me now ..." but not "first class tickets": only before something else that is not its noun.
  if (!openers.has(token.lower)) return false;
  return token.pos !== "ADJ" && token.pos !== "NOUN"
    ? true
    : token.lower === "hello" || token.lower === "thanks" || token.lower === "hi" || token.lower === "hey";
}
