import type { ReactNode } from "react";
import styles from "./marks.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** A number with a star where it is significant; without one it keeps the star's room, so that numbers stay in line. */
export function Significance({
  isSignificant,
  children,
}: {
  readonly isSignificant: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      {children}
      <span className={styles["star"]} aria-hidden="true">
        {isSignificant ? "★" : ""}
      </span>
      {isSignificant ? <VisuallyHidden> (significant)</VisuallyHidden> : null}
    </>
  );
}
