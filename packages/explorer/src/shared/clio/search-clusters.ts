import type { PublishedCluster } from "@observatory/clio/release";

/** A piece of a text, and whether the search matched it. */
export interface TextPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** Ids of the clusters whose name and description together hold every word of the query; null for an empty query. */
export function searchClusters(
  clusters: readonly PublishedCluster[],
  query: string,
): ReadonlySet<string> | null {
  const words = toWords(query);
  if (words.length === 0) return null;
  const ids = clusters.flatMap(({ id, name, description }) => {
    const text = fold(`${name}\n${description}`);
    return words.every((word) => text.includes(word)) ? [id] : [];
  });
  return new Set(ids);
}

/** The text in pieces, those that a word of the query matches marked; put together they are the text again. */
export function splitHits(text: string, query: string): readonly TextPiece[] {
  const points = Array.from(text);
  const folded = points.map(fold);
  // Folding can change lengths (ß, ligatures), so places in the folded text lead back to code points.
  const starts: number[] = [];
  for (const [index, part] of folded.entries()) {
    for (let unit = 0; unit < part.length; unit++) starts.push(index);
  }
  const whole = folded.join("");
  const isHit = points.map(() => false);
  for (const word of toWords(query)) {
    for (let at = whole.indexOf(word); at !== -1; at = whole.indexOf(word, at + word.length)) {
      for (let unit = at; unit < at + word.length; unit++) isHit[starts[unit] ?? 0] = true;
    }
  }
  // A combining mark folds to nothing and stays with its letter.
  for (const [index, part] of folded.entries()) {
    if (part === "" && index > 0) isHit[index] = isHit[index - 1] ?? false;
  }
  const pieces: TextPiece[] = [];
  let first = 0;
  for (let index = 1; index <= points.length; index++) {
    if (index < points.length && isHit[index] === isHit[first]) continue;
    pieces.push({ text: points.slice(first, index).join(""), isHit: isHit[first] ?? false });
    first = index;
  }
  return pieces.filter((piece) => piece.text !== "");
}

function toWords(query: string): readonly string[] {
  return [...new Set(fold(query.slice(0, 500)).split(/\s+/u))].filter((word) => word !== "");
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
