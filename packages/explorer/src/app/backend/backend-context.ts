import { createContext, use } from "react";
import type { Backend } from "../../shared/backend.ts";
import type { Source } from "../../shared/source.ts";

export const BackendContext = createContext<{
  readonly backend: Backend;
  readonly sources: readonly Source[];
} | null>(null);

/** Where data comes from, and what else the page can show (for a page that compares). */
export function useBackend(): { readonly backend: Backend; readonly sources: readonly Source[] } {
  const value = use(BackendContext);
  if (value === null) throw new Error("useBackend is used outside the page");
  return value;
}
