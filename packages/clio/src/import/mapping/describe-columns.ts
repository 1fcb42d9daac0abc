const shown = 40;

/**
 * Names of columns for people: at most forty, and only what looks like a name. A table without a first row of names has
 * the texts of somebody's conversation in their place.
 */
export function describeColumns(columns: readonly string[]): string[] {
  const names = columns.slice(0, shown).map((name, i) => (isNameLike(name) ? name : `(column ${i + 1})`));
  return columns.length > shown ? [...names, "..."] : names;
}

function isNameLike(name: string): boolean {
  return name.length <= 40 && /^[\p{L}\p{N}_.:/#()-]+(?: [\p{L}\p{N}_.:/#()-]+){0,3}$/u.test(name);
}
