import { useId, useRef, type ReactNode } from "react";
import { InfoIcon } from "./icons.tsx";
import { placeBeside } from "./place-beside.ts";
import styles from "./ui.module.css";

/** A word with an explanation, which shows on hover, on focus and on a tap. */
export function Explained({
  text,
  children,
}: {
  readonly text: string;
  /** Without them a small "i" is shown, named by `text`. */
  readonly children?: ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const show = () => {
    if (tip.current === null || tip.current.matches(":popover-open")) return;
    tip.current.showPopover();
    placeBeside(tip.current, button.current, { align: "left", prefer: "above" });
  };
  const hide = () => {
    if (tip.current?.matches(":popover-open") === true) tip.current.hidePopover();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={children === undefined ? styles["infoButton"] : styles["explained"]}
        aria-label={children === undefined ? "What this means" : undefined}
        aria-describedby={id}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={({ key }) => {
          if (key === "Escape") hide();
        }}
      >
        {children ?? <InfoIcon className={styles["infoIcon"]} />}
      </button>
      <span ref={tip} id={id} role="tooltip" popover="manual" className={styles["tip"]}>
        {text}
      </span>
    </>
  );
}
