import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { useBackend } from "../backend/backend-context.ts";
import { ErrorState, LoadingState } from "../shell/states.tsx";
import type { PageTab, SourceViewProps } from "../source-view.ts";
import type { ClioPageProps } from "./clio-page.ts";

export interface ClioPage extends PageTab {
  readonly Page: ComponentType<ClioPageProps>;
}

/** Loads a release and shows one of its pages. */
export function ClioSource({
  source,
  page,
  pages,
  view,
  setView,
}: SourceViewProps & { readonly pages: readonly ClioPage[] }) {
  const { backend } = useBackend();
  const data = useQuery({
    queryKey: ["clio", source.id],
    queryFn: ({ signal }) => backend.loadClio(source.id, { signal }),
  });
  if (data.isPending) return <LoadingState what={source.title} />;
  if (data.isError) return <ErrorState error={data.error} onRetry={() => void data.refetch()} />;
  const Page = pages.find(({ name }) => name === page)?.Page;
  return Page === undefined ? null : <Page data={data.data} view={view} setView={setView} />;
}
