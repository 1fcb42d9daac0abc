import { createContext, use, useMemo, useState, type ReactNode } from "react";
import styles from "./ui.module.css";

const LiveRegionContext = createContext<(message: string) => void>(() => {});

/** Says something to a screen reader that only sight would notice: how many matches, what was copied. */
export function useAnnounce(): (message: string) => void {
  return use(LiveRegionContext);
}

/** The one polite live region of the page. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: "", turn: 0 });
  const announce = useMemo(() => (text: string) => setMessage(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <LiveRegionContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles["hidden"]}>
        {/* A new element each time, so that the same message is said again. */}
        <span key={message.turn}>{message.text}</span>
      </div>
    </LiveRegionContext>
  );
}
