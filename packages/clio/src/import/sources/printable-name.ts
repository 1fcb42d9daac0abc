const maxCharacters = 200;

/** A name as reports may print it: names may hold line ends and terminal codes, reports must not. */
export function toPrintableName(name: string): string {
  return name.toWellFormed().replaceAll(/\p{Cc}/gu, "?");
}

/**
 * The name of an archive's entry as reports and generated ids say it: no path that leads anywhere, at most 200 characters.
 * Nothing is ever written or looked up under it.
 */
export function toEntryName(name: string): string {
  const parts = toPrintableName(name)
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  const clean = parts.join("/");
  return (clean.length > maxCharacters ? clean.slice(-maxCharacters).toWellFormed() : clean) || "?";
}
