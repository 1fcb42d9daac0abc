import type { AuditCase } from "../audit-case.ts";
import { communityCases, leisureCases, travelCases } from "./leisure-and-places.ts";
import { educationCases, safetyCases, softwareCases } from "./learning-and-software.ts";
import { familyCases, healthCases, identityCases } from "./people.ts";
import { lawCases, moneyCases, workCases } from "./work-and-law.ts";

/**
 * 240 names and descriptions of clusters with the rating that each deserves on the scale of the Clio paper's auditor (appendix D): four
 * of each rating in each of twelve subjects. A third is written to mislead: what is sensitive or names something famous but tells of
 * nobody, what sounds general but points at one person, secrets in odd spellings, texts that ask for a rating, other languages.
 */
export const auditCases: readonly AuditCase[] = [
  ...healthCases,
  ...familyCases,
  ...identityCases,
  ...workCases,
  ...moneyCases,
  ...lawCases,
  ...educationCases,
  ...softwareCases,
  ...safetyCases,
  ...travelCases,
  ...leisureCases,
  ...communityCases,
];
