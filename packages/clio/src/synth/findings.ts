/** Languages of the synthetic corpus and the share of accounts that write in each. */
export const synthLanguages = {
  en: 0.73,
  es: 0.065,
  ja: 0.045,
  zh: 0.04,
  fr: 0.035,
  de: 0.03,
  pt: 0.03,
  ru: 0.025,
} as const satisfies Readonly<Record<string, number>>;

export type SynthLanguage = keyof typeof synthLanguages;

/**
 * What is hidden in every synthetic corpus for a tool to find.
 *
 * `overRepresented`: the topic's share among conversations in that language is at least `atLeast` times its
 * share among all conversations. `launch`: the topic does not exist before that fraction of the time span and grows
 * after it. `fade`: its weekly share falls to less than half between the first and the last third of the span.
 */
export const synthFindings = {
  overRepresented: [
    { language: "ja", topic: "elder-care", weight: 14, atLeast: 3 },
    { language: "es", topic: "visa-immigration", weight: 8, atLeast: 3 },
    { language: "de", topic: "tax-question", weight: 8, atLeast: 3 },
    { language: "fr", topic: "email-draft", weight: 4, atLeast: 2 },
    { language: "pt", topic: "study-plan", weight: 8, atLeast: 3 },
    { language: "zh", topic: "proofread", weight: 7, atLeast: 3 },
    { language: "ru", topic: "calculus", weight: 9, atLeast: 3 },
  ],
  launch: { topic: "shared-notebooks", at: 5 / 12 },
  fade: { topic: "new-year-resolutions" },
} as const;
