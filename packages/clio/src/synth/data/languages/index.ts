import type { LanguageSource } from "../../language-source.ts";

export const otherLanguages: Readonly<Record<string, LanguageSource>> = {};
