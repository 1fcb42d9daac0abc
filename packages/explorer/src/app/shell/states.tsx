import type { ReactNode } from "react";
import { AlertIcon, EmptyIcon } from "../ui/icons.tsx";
import styles from "./states.module.css";

/** Says that something is on its way; appears late, so that what comes at once does not flash. */
export function LoadingState({ what }: { readonly what: string }) {
  return (
    <div className={styles["state"]} role="status">
      <div className={styles["spinner"]} aria-hidden="true" />
      <p className={styles["late"]}>
        Loading <span dir="auto">{what}</span> …
      </p>
    </div>
  );
}

/** A failure: what was wrong, as its error says it, and a way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <div className={styles["state"]} role="alert">
      <AlertIcon className={styles["badIcon"]} />
      <h2>This cannot be shown</h2>
      <p className={styles["message"]} dir="auto">
        {error.message}
      </p>
      {onRetry === undefined ? null : (
        <button type="button" className={styles["button"]} onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Nothing is there, and what one can do about it. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles["state"]}>
      <EmptyIcon className={styles["icon"]} />
      <h2>{title}</h2>
      {children === undefined ? null : <p className={styles["message"]}>{children}</p>}
    </div>
  );
}
