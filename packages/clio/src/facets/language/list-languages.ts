import type { Message } from "../../conversation.ts";
import { guessLanguage, type LanguageGuess } from "./guess-language.ts";
import { nameLanguage } from "./name-language.ts";

const mostMessages = 3;
const chunkLength = 200;
/** A second language must fill this share of the text, and this many characters. */
const leastShare = 0.1;
const leastCharacters = 40;

/**
 * Full English names of the languages in and after the first user turn, most used first. Each message speaks for itself
 * (a long one by its start, middle and end), so that a mixed conversation lists several. Where nothing is clear the stated
 * language decides; where the text is a relative of a stated language that the detector does not know, the stated one is
 * taken ("Swiss German" for what looks like German). Empty where there are no words at all.
 *
 * @param stated the code that the source states, or null.
 */
export function listLanguages(messages: readonly Message[], stated: string | null): readonly string[] {
  const characters = new Map<string, number>();
  const unclear: LanguageGuess[] = [];
  for (const chunk of toChunks(messages)) {
    const language = guessLanguage(chunk);
    if (language === null) continue;
    const code = reconcile(language.code, stated);
    if (language.reliable) characters.set(code, (characters.get(code) ?? 0) + chunk.length);
    else unclear.push(language);
  }
  const total = [...characters.values()].reduce((sum, length) => sum + length, 0);
  const clear = [...characters]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .filter(([, length], rank) => rank === 0 || (length >= total * leastShare && length >= leastCharacters));
  if (clear.length > 0) return clear.map(([code]) => nameLanguage(code) ?? code);
  const guess = unclear[0];
  if (guess === undefined) return [];
  const name = stated === null ? null : nameLanguage(stated);
  return [name ?? nameLanguage(guess.code) ?? guess.code];
}

function toChunks(messages: readonly Message[]): readonly string[] {
  const first = messages.findIndex(({ role }) => role === "user");
  const spoken = messages
    .slice(Math.max(0, first))
    .filter(({ role }) => role === "user" || role === "assistant");
  return sample(spoken, mostMessages).flatMap(({ content }) => {
    if (content.length <= chunkLength * 2) return [content];
    const starts = [0, Math.floor(content.length / 2), content.length - chunkLength];
    return spoken.length > 3
      ? [content.slice(0, chunkLength)]
      : starts.map((start) => content.slice(start, start + chunkLength));
  });
}

function sample<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return items.filter((_, index) => index % Math.ceil(items.length / most) === 0);
}

/** Languages that the detector cannot tell apart or does not know, by the code it gives for them. */
const relatives: Readonly<Record<string, readonly string[]>> = {
  ms: ["id", "jv", "su"],
  hr: ["sr", "bs", "cnr"],
  de: ["gsw", "bar", "lb", "ksh", "nds", "pfl", "vmf"],
  it: ["nap", "scn", "vec", "lij", "pms", "lmo", "fur", "sc"],
  no: ["nb", "nn"],
  tl: ["fil", "ceb"],
  fa: ["prs", "tg"],
  es: ["ast", "gl", "an"],
  pt: ["gl"],
  zh: ["yue", "wuu"],
  ru: ["kk", "ky", "tt", "mn", "uz"],
  be: ["kk", "ky", "tt", "mn", "uz"],
  uk: ["kk", "ky", "tt", "mn", "uz"],
  nl: ["af", "fy", "li"],
  hi: ["ne", "sa", "mai", "bho"],
};

function reconcile(code: string, stated: string | null): string {
  const base = stated?.toLowerCase().split(/[-_]/)[0] ?? "";
  return relatives[code]?.includes(base) === true ? base : code;
}
