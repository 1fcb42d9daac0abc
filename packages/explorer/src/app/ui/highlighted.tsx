import { splitHits } from "../../shared/clio/search-clusters.ts";

/** Text with the words of a search marked. */
export function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  if (query === "") return <bdi>{text}</bdi>;
  return (
    <bdi>
      {splitHits(text, query).map((piece, index) =>
        piece.isHit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
    </bdi>
  );
}
