const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Full English name of a language by its ISO 639 code; regions, scripts and variants are dropped. Null where there is none. */
export function nameLanguage(code: string): string | null {
  const base = /^[a-z]{2,3}(?=[-_]|$)/i.exec(code.trim())?.[0].toLowerCase();
  return base === undefined ? null : (names.of(base) ?? null);
}
