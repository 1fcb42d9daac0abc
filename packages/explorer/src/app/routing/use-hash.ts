import { useSyncExternalStore } from "react";

/** The hash of the address, and a redraw whenever it changes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}

/** Puts a hash into the address: as a step that the back button undoes, or in place of the present one. */
export function writeHash(hash: string, { isStep }: { readonly isStep: boolean }): void {
  if (hash === location.hash) return;
  const before = location.href;
  if (isStep) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
  // The browser tells of its own changes only.
  window.dispatchEvent(new HashChangeEvent("hashchange", { oldURL: before, newURL: location.href }));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    window.removeEventListener("hashchange", onChange);
    window.removeEventListener("popstate", onChange);
  };
}
