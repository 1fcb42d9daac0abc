import { useId, useRef } from "react";
import { useAnnounce } from "./live-region.tsx";
import { DownloadIcon } from "./icons.tsx";
import { placeBeside } from "./place-beside.ts";
import styles from "./ui.module.css";

export interface DownloadAction {
  readonly title: string;
  /** Said when it is done. */
  readonly done: string;
  readonly run: () => void | Promise<void>;
}

/** A small button that opens a list of ways to take something along. The browser closes it on Esc or a click elsewhere. */
export function DownloadMenu({
  label,
  actions,
}: {
  /** What is taken along, for the name of the button. */
  readonly label: string;
  readonly actions: readonly DownloadAction[];
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  return (
    <span className={styles["downloads"]}>
      <button
        ref={button}
        type="button"
        className={styles["iconButton"]}
        popoverTarget={id}
        aria-label={`Download or copy: ${label}`}
        title="Download or copy"
      >
        <DownloadIcon />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className={styles["menu"]}
        role="group"
        aria-label={`Download or copy: ${label}`}
        onToggle={({ newState }) => {
          if (newState === "open")
            placeBeside(menu.current, button.current, { align: "right", prefer: "below" });
        }}
      >
        {actions.map(({ title, done, run }) => (
          <button
            key={title}
            type="button"
            className={styles["menuItem"]}
            onClick={() => {
              menu.current?.hidePopover();
              void finish(run, done, announce);
            }}
          >
            {title}
          </button>
        ))}
      </div>
    </span>
  );
}

async function finish(
  run: DownloadAction["run"],
  done: string,
  announce: (message: string) => void,
): Promise<void> {
  try {
    await run();
    announce(done);
  } catch {
    announce("That did not work in this browser.");
  }
}
