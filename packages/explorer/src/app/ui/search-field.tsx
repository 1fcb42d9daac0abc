import { useEffect, useRef, useState } from "react";
import styles from "./control.module.css";
import { CloseIcon, SearchIcon } from "./icons.tsx";

/** A search box: `/` goes to it from anywhere, Esc empties it. What is typed is handed on when typing rests. */
export function SearchField({
  label,
  value,
  onChange,
  onEnter,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const handedOn = useRef(value);
  useEffect(() => {
    // A link or the back button changed it.
    if (value === handedOn.current) return;
    handedOn.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === handedOn.current) return;
    const timer = setTimeout(() => {
      handedOn.current = typed;
      onChange(typed);
    }, 120);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener("keydown", focus);
    return () => window.removeEventListener("keydown", focus);
  }, []);
  return (
    <div className={styles["search"]}>
      <SearchIcon className={styles["searchIcon"]} />
      <input
        ref={input}
        type="text"
        role="searchbox"
        className={styles["searchInput"]}
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        dir="auto"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && typed !== "") {
            event.preventDefault();
            setTyped("");
          } else if (event.key === "Enter" || event.key === "ArrowDown") {
            event.preventDefault();
            onEnter?.();
          }
        }}
      />
      {typed === "" ? (
        <kbd className={styles["key"]} aria-hidden="true">
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={styles["clear"]}
          aria-label="Empty the search"
          onClick={() => {
            setTyped("");
            input.current?.focus();
          }}
        >
          <CloseIcon className={styles["clearIcon"]} />
        </button>
      )}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches("input:not([type=radio]), textarea, select") || target.isContentEditable)
  );
}
