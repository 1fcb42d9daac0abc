/**
 * What models typically write, as examples: each is as long as the mean answer of its kind, so that any model's own
 * count of tokens can be taken of it. The lengths are those of the provider for tests and of published examples of the Clio
 * paper, in tokens of `o200k_base`; nothing in them depends on one corpus.
 */
export const typicalTexts = {
  /** 20 tokens. */
  request: "to plan a week of simple dinners for a family of four, with a clear list of what to buy there",
  /** 14 tokens. */
  task: "to write a direct and useful plan of dinners with recipes and a list",
  /** 8 tokens: the name of a base cluster. */
  name: "Get help with planning meals and shopping",
  /** 12 tokens: a broader name says more. */
  parentName: "Get help with planning meals, recipes, shopping and diets",
  /** 51 tokens: two sentences. */
  description:
    "Users asked for help with planning meals, recipes and shopping in several different ways, and most mentioned meals with shopping. Some of the questions were also about diets, and users typically wanted to be given a way to get it done on their own.",
  /** 38 tokens: what is left of a description where a sentence is refused, which happens to some. */
  shownDescription:
    "Users asked for help with planning meals, recipes and shopping in several different ways, and most mentioned meals with shopping. Some of the questions were also about diets and costs.",
  /** What many members say. */
  phrase: "plan meals",
  /** A word that the support rule refused. */
  refusedWord: "recipes",
} as const;

/** Shares that are the same for every corpus. */
export const typicalShares = {
  /** First answers that do not fit and are asked for again. */
  repaired: 0.01,
} as const;

/** Numbers that are the same for every corpus. */
export const typicalCounts = {
  /** Words that a second question for a name forbids. */
  refusedWords: 3,
  /** Phrases that are told of a cluster, and of those near it. */
  phrases: 15,
  outsidePhrases: 25,
} as const;
