/** Spellings that the tagger would cut in two, and the one word that stands for them until a name is written. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bto[- ]?do[- ]?(?=lists?\b|items?\b|tasks?\b)/giu, "todo "],
  [/\bto-dos\b/giu, "todos"],
  [/\bjump[- ]start/giu, "jumpstart"],
  [/\be-mail/giu, "email"],
  [/\bwi-fi\b/giu, "wifi"],
  [/\bt-shirt/giu, "tshirt"],
  [/\bx-ray/giu, "xray"],
  [/\bcheck[- ]in\b(?! on)/giu, "checkin"],
  [/\bcarry[- ]on(?=s?\b(?: bag| lugg| item| rule| polic| restr| limit))/giu, "carryon"],
  [/\bcheck[- ]engine(?= (?:light|lamp|sign))/giu, "checkengine"],
  [/\bcarry[- ]ons\b/giu, "carryons"],
  [/\bone[- ]way\b/giu, "oneway"],
  [/\btime zone/giu, "timezone"],
  [/\bwhats\b/giu, "what is"],
  [/\b(how|where|who|when|that)s\b/giu, "$1 is"],
  [/\bim\b/giu, "i'm"],
  [/\b(can|don|won|isn|didn|doesn|wouldn|couldn|aren|wasn)t\b/giu, "$1't"],
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

const anySpelling = new RegExp(joined.map(([pattern]) => pattern.source).join("|"), "iu");

/** Writes such words in their one form. */
export function joinSpellings(text: string): string {
  if (!anySpelling.test(text)) return text;
  return joined.reduce((joinedText, [pattern, spelling]) => joinedText.replace(pattern, spelling), text);
}
