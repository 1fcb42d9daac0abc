import { useCallback, useState } from "react";

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** A ref to put on an element, and its content size in CSS pixels; null until it is laid out. */
export function useElementSize<E extends Element>(): readonly [
  (element: E | null) => (() => void) | undefined,
  ElementSize | null,
] {
  const [size, setSize] = useState<ElementSize | null>(null);
  const ref = useCallback((element: E | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
