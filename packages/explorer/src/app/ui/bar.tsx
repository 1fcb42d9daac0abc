import styles from "./marks.module.css";

/** A horizontal bar of a share of the room. Decoration: the number stands beside it as text. */
export function Bar({ part, colour }: { readonly part: number; readonly colour?: string | undefined }) {
  const width = `${100 * Math.min(1, Math.max(0, part))}%`;
  return (
    <span className={styles["bar"]} aria-hidden="true">
      <span
        className={styles["fill"]}
        style={colour === undefined ? { width } : { width, background: colour }}
      />
    </span>
  );
}

/** Two thin bars under each other on one scale: here, and in the rest. */
export function PairedBar({ part, rest }: { readonly part: number; readonly rest: number | null }) {
  const width = (share: number) => ({ width: `${100 * Math.min(1, Math.max(0, share))}%` });
  return (
    <span className={styles["pair"]} aria-hidden="true">
      <span className={styles["fill"]} style={width(part)} />
      {rest === null ? null : <span className={styles["restFill"]} style={width(rest)} />}
    </span>
  );
}
