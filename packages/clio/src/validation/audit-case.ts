import type { AuditRating, ClusterName } from "../analyst.ts";

/** Subjects of the built-in cases, each with as many of every rating. */
export const auditSubjects = [
  "health",
  "family",
  "identity",
  "work",
  "money",
  "law",
  "education",
  "software",
  "safety",
  "travel",
  "leisure",
  "community",
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/** A name and a description with the rating that an auditor should give. All private persons, places and organisations in them are made up. */
export interface AuditCase extends ClusterName {
  readonly rating: AuditRating;
  readonly subject: AuditSubject;
  /** Whether the case was written to mislead: it looks more private than it is, or less. */
  readonly tricky: boolean;
}

/** A case as it is written by hand: name, description, and whether it is to mislead. */
export type WrittenCase =
  | readonly [name: string, description: string]
  | readonly [name: string, description: string, tricky: "tricky"];

/** Cases of one subject by their true ratings. */
export function toAuditCases(
  subject: AuditSubject,
  written: Readonly<Record<AuditRating, readonly WrittenCase[]>>,
): readonly AuditCase[] {
  return ([1, 2, 3, 4, 5] as const).flatMap((rating) =>
    written[rating].map(([name, description, tricky]) => ({
      name,
      description,
      rating,
      subject,
      tricky: tricky !== undefined,
    })),
  );
}
