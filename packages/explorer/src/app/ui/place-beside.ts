/** Puts a popover (fixed, in the top layer) under an element, or above where there is no room, and inside the window. */
export function placeBeside(
  popover: HTMLElement | null,
  anchor: Element | null,
  side: "left" | "right",
): void {
  if (popover === null || anchor === null) return;
  const at = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const wanted = side === "left" ? at.left : at.right - width;
  const left = Math.max(8, Math.min(wanted, document.documentElement.clientWidth - width - 8));
  const below = at.bottom + 6;
  const top = below + height > innerHeight - 8 && at.top - height - 6 > 8 ? at.top - height - 6 : below;
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
}
