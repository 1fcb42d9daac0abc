import { findPersonalData } from "./find-personal-data.ts";

/** Whether any detector of personal data marks something in a text. */
export function hasPersonalData(text: string): boolean {
  return findPersonalData(text).length > 0;
}
