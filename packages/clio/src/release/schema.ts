import { z } from "zod";
import { differentialPrivacySchema } from "./differential-privacy-schema.ts";
import { namingModes, presetNames } from "../names.ts";
import { nameRefusals } from "../privacy/refusal-reasons.ts";

export const clustersSchemaName = "observatory/clio-clusters@1";
export const releaseSchemaName = "observatory/clio-release@1";

const count = z.number().int().nonnegative();

const withheldSchema = z.strictObject({ clusters: count, conversations: count });

const publishedClusterSchema = z.strictObject({
  id: z.string(),
  /** 0 is the base. */
  level: count,
  parent: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  /** Rounded; near-duplicates of one account count once. Equals the shown children's plus `withheld`. */
  conversations: count,
  /** Rounded distinct accounts. */
  accounts: count,
  /** Of all conversations, from the rounded counts. */
  share: z.number(),
  /** What this cluster's children hold that is not shown; null at the base. */
  withheld: withheldSchema.nullable(),
  audit: z.strictObject({ rating: z.number().int().min(1).max(5).nullable(), reason: z.string().nullable() }),
});

/** `release/clusters.json`. */
export const clustersFileSchema = z.strictObject({
  schema: z.literal(clustersSchemaName),
  /** Name of the clustered facet: a built-in one, or one that the user declared. */
  facet: z.string(),
  levels: count,
  /** From the top level down; within a family the largest first. */
  clusters: z.array(publishedClusterSchema),
});

/** `release/release.json`. */
export const releaseFileSchema = z.strictObject({
  schema: z.literal(releaseSchemaName),
  version: z.string(),
  preset: z.enum(presetNames),
  thresholds: z.strictObject({ minConversations: count, minAccounts: count, roundTo: count }),
  /** With `bothHalves` a published word is used in both of two account-disjoint halves of its cluster. */
  supportRule: z.strictObject({
    minAccounts: count,
    minShareOfAccounts: z.number(),
    bothHalves: z.boolean(),
    /** What a word needs that no dictionary has. */
    unknownWords: z.strictObject({
      minAccounts: count,
      minShareOfAccounts: z.number(),
      /** Or as many accounts of the whole run: then it counts as known. */
      commonInRun: z.strictObject({ minAccounts: count, minShareOfAccounts: z.number() }),
    }),
    /** Terms of the user's own reviewed glossary; which ones is not told. */
    terms: count,
  }),
  /** What names were made from: summaries or key phrases by a model, or counted words by rules. */
  naming: z.enum([...namingModes, "rules"]),
  epsilon: z.number().nullable(),
  /** How the epsilon was spent; null where there is none. */
  differentialPrivacy: differentialPrivacySchema.nullable().default(null),
  /** False where a conversation had no account: such ones count as their own and nobody's total is bounded. */
  accountProtection: z.boolean(),
  /** What one account can add, and what made accounts not count toward thresholds and support. Sizes are true all the same. */
  contributions: z.strictObject({
    /** Conversations of an account, in a cluster, whose words count toward support. */
    conversationsToSupport: count,
    /** Summaries of an account that the namer of a cluster sees. */
    summariesToNamer: count,
    /** Conversations of an account that count toward those that a cluster needs. */
    conversationsToThreshold: count,
    /** Conversations count once, whoever has them, from this resemblance or with a passage of so many words in common. */
    copies: z.strictObject({ resemblance: z.number(), passageTokens: count }),
    /** Texts that the product suggests to its users, as somebody listed them: they make nobody a copy. */
    knownPrompts: count,
    /** Of an account that counts; null where no history was asked for. */
    minAccountDays: count.nullable(),
    minAccountConversations: count.nullable(),
    /** Rounded: with too short a history, or with nothing but copies of what others have; fewer than a cluster needs are 0. */
    accountsNotCounted: count,
  }),
  analyst: z.string(),
  embedder: z.string(),
  seed: z.number(),
  totals: z.strictObject({ conversations: count, accounts: count }),
  /**
   * Requests that were embedded by meaning, and those in languages that the embedder does not know; fewer than a cluster
   * needs are counted with the others.
   */
  routes: z.strictObject({ semantic: count, lexical: count }),
  withheld: z.strictObject({
    topClusters: withheldSchema,
    belowThreshold: count,
    unnamed: count,
    complementary: count,
    /** Breakdowns of a cluster by a facet that told a sensitive value of more than nine of ten in it. */
    homogeneous: count,
  }),
  /** Which release of its project it is, and which one's ids, numbers and names it goes on with; null for the first. */
  ledger: z.strictObject({ number: z.number().int().positive(), continues: count.nullable() }),
  /** Shown names that were the first proposal, a later one, one of counted words; clusters withheld for want of any. */
  names: z.strictObject({
    first: count,
    again: count,
    byRule: count,
    withheld: count,
    /** Clusters of which some proposal was turned down, by reason; rounded. */
    refused: z.partialRecord(z.enum(nameRefusals), count),
  }),
  /** Null where nobody audited. */
  audit: z
    .strictObject({
      /** Names with a lower rating are not shown. */
      acceptable: count,
      rated: count,
      refused: count,
      /** How many shown names have the ratings 1 to 5. */
      shown: z.array(count),
      /** Shown names for which the auditor gave no usable rating. */
      unrated: count,
    })
    .nullable(),
  files: z.record(z.string(), z.strictObject({ sha256: z.string(), bytes: count })),
});

export type PublishedCluster = z.infer<typeof publishedClusterSchema>;
export type ClustersFile = z.infer<typeof clustersFileSchema>;
export type ReleaseFile = z.infer<typeof releaseFileSchema>;
