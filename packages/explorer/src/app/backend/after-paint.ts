/** Comes back once the browser has shown what was drawn, so that long work does not hold it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page in the background paints nothing.
    setTimeout(resolve, mostMs);
  });
}

const mostMs = 250;
