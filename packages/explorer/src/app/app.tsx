import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Backend } from "../shared/backend.ts";
import { shorten } from "../shared/format.ts";
import type { Source } from "../shared/source.ts";
import { parseViewState } from "../shared/view-state.ts";
import { BackendContext } from "./backend/backend-context.ts";
import { sourceKinds } from "./pages.tsx";
import { useHash } from "./routing/use-hash.ts";
import { createSetView, ViewContext } from "./routing/view-context.ts";
import { ErrorBoundary } from "./shell/error-boundary.tsx";
import { Shell } from "./shell/shell.tsx";
import { EmptyState, ErrorState, LoadingState } from "./shell/states.tsx";
import { ThemeContext, useThemeChoice } from "./shell/use-theme.ts";
import { LiveRegion } from "./ui/live-region.tsx";

/** The whole page: the sources, and the page of one of them that the address names. */
export function App({ backend }: { readonly backend: Backend }) {
  const theme = useThemeChoice();
  const sources = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => backend.listSources({ signal }),
  });
  return (
    <ThemeContext value={theme}>
      <LiveRegion>
        {sources.isPending ? (
          <LoadingState what="the list of runs" />
        ) : sources.isError ? (
          <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />
        ) : (
          <SourceView backend={backend} sources={sources.data} />
        )}
      </LiveRegion>
    </ThemeContext>
  );
}

function SourceView({
  backend,
  sources,
}: {
  readonly backend: Backend;
  readonly sources: readonly Source[];
}) {
  const hash = useHash();
  const shared = useMemo(() => ({ backend, sources }), [backend, sources]);
  const address = useMemo(() => parseViewState(hash), [hash]);
  const source = sources.find(({ id }) => id === address.source) ?? sources[0];
  const isUnknown = address.source !== null && source?.id !== address.source;
  const pages = source === undefined ? [] : sourceKinds[source.kind].pages;
  const page = pages.find(({ name }) => name === address.page) ?? pages[0];
  const view = useMemo(
    () => ({ ...address, source: source?.id ?? null, page: page?.name ?? null }),
    [address, source?.id, page?.name],
  );
  const setView = useMemo(() => createSetView(view), [view]);
  useEffect(() => {
    document.title = [page?.title, source?.title, "Observatory"]
      .filter((part) => part !== undefined)
      .join(" · ");
  }, [page?.title, source?.title]);

  if (source === undefined) {
    return (
      <EmptyState title="Nothing to show">
        Name a run or a benchmark when you start the page: <code>observatory explore PATH</code>.
      </EmptyState>
    );
  }
  const View = sourceKinds[source.kind].View;
  return (
    <BackendContext value={shared}>
      <ViewContext value={view}>
        <Shell sources={sources} source={source} pages={pages} view={view}>
          <ErrorBoundary key={`${address.source ?? source.id}/${page?.name}`}>
            {isUnknown ? (
              <EmptyState title="The link names a run that is not open here">
                Nothing here is called “<bdi>{shorten(address.source ?? "", 60)}</bdi>”. Choose another at the
                top, or start <code>observatory explore</code> with its path.
              </EmptyState>
            ) : (
              <View key={source.id} source={source} page={page?.name ?? ""} view={view} setView={setView} />
            )}
          </ErrorBoundary>
        </Shell>
      </ViewContext>
    </BackendContext>
  );
}
