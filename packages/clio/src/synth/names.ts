import type { SynthLanguage } from "./findings.ts";
import type { Plant } from "./plants/lay-plants.ts";

/** Codes of the languages that the synthetic corpus is written in. */
export const synthLanguageCodes = ["en", "es", "fr", "de", "pt", "ja", "zh", "ru"] as const satisfies readonly SynthLanguage[];

/** What can be planted in a synthetic corpus. */
export const plantNames = ["canaries", "ring", "poison"] as const satisfies readonly Plant[];
