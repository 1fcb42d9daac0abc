import { useQuery } from "@tanstack/react-query";
import { useBackend } from "../backend/backend-context.ts";
import { ErrorState, LoadingState } from "../shell/states.tsx";
import type { SourceViewProps } from "../source-view.ts";
import type { CrepePage } from "./crepe-page.ts";

/** Loads a benchmark's tables and shows one of its pages. */
export function CrepeSource({
  source,
  page,
  pages,
  view,
  setView,
}: SourceViewProps & { readonly pages: readonly CrepePage[] }) {
  const { backend } = useBackend();
  const overview = useQuery({
    queryKey: ["crepe", source.id],
    queryFn: ({ signal }) => backend.loadCrepe(source.id, { signal }),
  });
  if (overview.isPending) return <LoadingState what={source.title} />;
  if (overview.isError) return <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />;
  const Page = pages.find(({ name }) => name === page)?.Page;
  return Page === undefined ? null : (
    <Page source={source} overview={overview.data} view={view} setView={setView} />
  );
}
