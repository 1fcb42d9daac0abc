import { useQuery } from "@tanstack/react-query";
import type { Backend } from "../shared/backend.ts";

/** The whole page: the sources, and the one that the address names. */
export function App({ backend }: { readonly backend: Backend }) {
  const sources = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => backend.listSources({ signal }),
  });
  return (
    <main>
      <h1>Observatory</h1>
      <ul>
        {sources.data?.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </main>
  );
}
