import { useEffect, useRef } from "react";

/** `j` and arrow right go on, `k` and arrow left go back, from anywhere but where one types or chooses. */
export function useItemKeys(move: (by: 1 | -1) => void): void {
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isControl(event.target)) return;
      const by =
        event.key === "j" || event.key === "ArrowRight"
          ? 1
          : event.key === "k" || event.key === "ArrowLeft"
            ? -1
            : 0;
      if (by === 0) return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [role=region]");
}
