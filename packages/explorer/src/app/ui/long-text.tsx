import { useEffect, useRef, useState } from "react";
import { Highlighted } from "./highlighted.tsx";
import styles from "./text.module.css";

/** Text of any length: what goes beyond some lines is folded away behind a button. */
export function LongText({
  text,
  lines,
  query = "",
}: {
  readonly text: string;
  readonly lines: 1 | 2 | 3 | 5;
  readonly query?: string;
}) {
  const element = useRef<HTMLSpanElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => {
      if (measured.dataset["open"] === undefined)
        setIsLong(measured.scrollHeight > measured.clientHeight + 2);
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <span
        ref={element}
        dir="auto"
        className={styles["long"]}
        data-lines={lines}
        data-open={isOpen || undefined}
      >
        <Highlighted text={text} query={query} />
      </span>
      {isLong ? (
        <button
          type="button"
          className={styles["toggle"]}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? "Show less" : "Show all"}
        </button>
      ) : null}
    </>
  );
}
