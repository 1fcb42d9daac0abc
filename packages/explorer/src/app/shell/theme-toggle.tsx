import { use } from "react";
import { MoonIcon, SunIcon } from "../ui/icons.tsx";
import styles from "./theme-toggle.module.css";
import { ThemeContext } from "./use-theme.ts";

/** Changes between light and dark; what the system prefers is where it starts. */
export function ThemeToggle() {
  const { theme, setPreference } = use(ThemeContext);
  const other = theme === "light" ? "dark" : "light";
  return (
    <button
      type="button"
      className={styles["toggle"]}
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      onClick={() => setPreference(other)}
    >
      {theme === "light" ? <MoonIcon /> : <SunIcon />}
    </button>
  );
}
