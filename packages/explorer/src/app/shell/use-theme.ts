import { createContext, use, useEffect, useState } from "react";
import type { Theme } from "../../shared/colour-scale.ts";

export type ThemePreference = Theme | "system";

export interface ThemeChoice {
  /** What is shown: a preference of `system` is resolved. */
  readonly theme: Theme;
  readonly preference: ThemePreference;
  readonly setPreference: (preference: ThemePreference) => void;
}

export const ThemeContext = createContext<ThemeChoice>({
  theme: "light",
  preference: "system",
  setPreference: () => {},
});

const storageKey = "observatory.theme";

/** The theme that is shown, for what must know colours in numbers (canvas, scales). */
export function useTheme(): Theme {
  return use(ThemeContext).theme;
}

/** Follows the system until a reader chooses; puts `data-theme` on the root element. One use, at the top of the page. */
export function useThemeChoice(): ThemeChoice {
  const [preference, setPreference] = useState(readPreference);
  const [isDark, setIsDark] = useState(() => darkQuery().matches);
  const theme = preference === "system" ? (isDark ? "dark" : "light") : preference;
  useEffect(() => {
    const query = darkQuery();
    const follow = () => setIsDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    writePreference(preference);
  }, [theme, preference]);
  return { theme, preference, setPreference };
}

/** Before the first paint, so that the page does not flash in the other theme. */
export function applyTheme(): void {
  const preference = readPreference();
  const system = darkQuery().matches ? "dark" : "light";
  document.documentElement.dataset["theme"] = preference === "system" ? system : preference;
}

function darkQuery(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

// A page from a file, or one in a browser that keeps nothing, may have no storage.
function readPreference(): ThemePreference {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

function writePreference(preference: ThemePreference): void {
  try {
    if (preference === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, preference);
  } catch {
    // The choice then holds for this page only.
  }
}
