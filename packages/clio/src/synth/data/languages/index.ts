import type { LanguageSource } from "../../language-source.ts";
import { chinese } from "./chinese.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { japanese } from "./japanese.ts";
import { portuguese } from "./portuguese.ts";
import { russian } from "./russian.ts";
import { spanish } from "./spanish.ts";

/** Languages besides English by ISO 639-1 code; each has some forty topics over all kinds of domains. */
export const otherLanguages: Readonly<Record<string, LanguageSource>> = {
  es: spanish,
  ja: japanese,
  zh: chinese,
  fr: french,
  de: german,
  pt: portuguese,
  ru: russian,
};
