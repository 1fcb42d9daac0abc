/** Spellings that the tagger would cut in two, and the one word that stands for them until a name is written. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bto[- ]?do[- ]?(?=lists?\b|items?\b|tasks?\b)/gi, "todo "],
  [/\bto-dos\b/gi, "todos"],
  [/\bjump[- ]start/gi, "jumpstart"],
  [/\be-mail/gi, "email"],
  [/\bwi-fi\b/gi, "wifi"],
  [/\bt-shirt/gi, "tshirt"],
  [/\bx-ray/gi, "xray"],
  [/\bcheck[- ]in\b(?! on)/gi, "checkin"],
  [/\bcarry[- ]on(?=s?\b(?: bag| lugg| item| rule| polic| restr| limit))/gi, "carryon"],
  [/\bcheck[- ]engine(?= (?:light|lamp|sign))/gi, "checkengine"],
  [/\bcarry[- ]ons\b/gi, "carryons"],
  [/\bone[- ]way\b/gi, "oneway"],
  [/\btime zone/gi, "timezone"],
  [/\bwhats\b/gi, "what is"],
  [/\b(how|where|who|when|that)s\b/gi, "$1 is"],
  [/\bim\b/gi, "i'm"],
  [/\b(can|don|won|isn|didn|doesn|wouldn|couldn|aren|wasn)t\b/gi, "$1't"],
];

/** How such a word is written in a name. */
export const joinedSpelling: Readonly<Record<string, string>> = {
  oneway: "one-way",
  checkengine: "check-engine",
  timezone: "time zone",
  timezones: "time zones",
  todo: "to-do",
  todos: "to-dos",
  jumpstart: "jump-start",
  wifi: "Wi-Fi",
  tshirt: "T-shirt",
  tshirts: "T-shirts",
  xray: "X-ray",
  xrays: "X-rays",
  checkin: "check-in",
  carryon: "carry-on",
  carryons: "carry-ons",
};

const anySpelling = new RegExp(joined.map(([pattern]) => pattern.source).join("|"), "i");

/** Writes such words in their one form. */
export function joinSpellings(text: string): string {
  if (!anySpelling.test(text)) return text;
  return joined.reduce((joinedText, [pattern, spelling]) => joinedText.replace(pattern, spelling), text);
}
