/** Puts a popover (fixed, in the top layer) under or above an element, on the other side where there is no room, and inside the window. */
export function placeBeside(
  popover: HTMLElement | null,
  anchor: Element | null,
  { align, prefer }: { readonly align: "left" | "right"; readonly prefer: "above" | "below" },
): void {
  if (popover === null || anchor === null) return;
  const at = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const wanted = align === "left" ? at.left : at.right - width;
  const left = Math.max(8, Math.min(wanted, document.documentElement.clientWidth - width - 8));
  const [above, below] = [at.top - height - 6, at.bottom + 6];
  const fitsAbove = above > 8;
  const fitsBelow = below + height < innerHeight - 8;
  const isAbove = prefer === "above" ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;
  popover.style.left = `${left}px`;
  popover.style.top = `${isAbove ? above : below}px`;
}
