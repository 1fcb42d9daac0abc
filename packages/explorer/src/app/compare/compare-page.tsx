import { compareReleasesGradually, type ReleaseComparison } from "@observatory/clio/release";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ClioData } from "../../shared/clio-data.ts";
import { chooseCompareLevel, toCompareRows } from "../../shared/compare/compare-rows.ts";
import type { Source } from "../../shared/source.ts";
import { useBackend } from "../backend/backend-context.ts";
import type { ClioPageProps } from "../clio/clio-page.ts";
import { EmptyState, ErrorState, LoadingState } from "../shell/states.tsx";
import { CompareHead } from "./compare-head.tsx";
import { CompareSummary } from "./compare-summary.tsx";
import { CompareTable } from "./compare-table.tsx";
import { ShareChart } from "./share-chart.tsx";
import styles from "./compare.module.css";

/** What changed from this run to another one that the page has. */
export function ComparePage({ data, view, setView }: ClioPageProps) {
  const { backend, sources } = useBackend();
  const others = sources.filter(({ kind, id }) => kind === "clio" && id !== view.source);
  const other = others.find(({ id }) => id === view.parameters["with"]) ?? others[0];
  const source = sources.find(({ id }) => id === view.source);
  const loaded = useQuery({
    queryKey: ["clio", other?.id],
    queryFn: ({ signal }) => backend.loadClio(other?.id ?? "", { signal }),
    enabled: other !== undefined,
  });
  if (other === undefined || source === undefined) {
    return (
      <EmptyState title="One run alone">
        Name two to compare them: <code>observatory explore BEFORE AFTER</code>.
      </EmptyState>
    );
  }
  if (loaded.isPending) return <LoadingState what={other.title} />;
  if (loaded.isError) return <ErrorState error={loaded.error} onRetry={() => void loaded.refetch()} />;
  return (
    <Comparison
      before={{ source, data }}
      after={{ source: other, data: loaded.data }}
      others={others}
      view={view}
      setView={setView}
    />
  );
}

/** A run that is compared. */
export interface ComparedRun {
  readonly source: Source;
  readonly data: ClioData;
}

interface ComparisonProps extends Omit<ClioPageProps, "data"> {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  readonly others: readonly Source[];
}

// A second or more for two releases of thousands of clusters, in which the page stays usable.
function Comparison(props: ComparisonProps) {
  const { before, after } = props;
  const compared = useQuery({
    queryKey: ["compare", before.source.id, after.source.id],
    queryFn: ({ signal }) => compareReleasesGradually(before.data, after.data, { signal }),
    staleTime: Infinity,
  });
  if (compared.isError) return <ErrorState error={compared.error} />;
  if (compared.isPending) return <LoadingState what={`${before.source.title} and ${after.source.title}`} />;
  return <Compared {...props} comparison={compared.data} />;
}

function Compared({
  before,
  after,
  others,
  view,
  setView,
  comparison,
}: ComparisonProps & { readonly comparison: ReleaseComparison }) {
  const { levels } = comparison;
  const level =
    levels.find((each) => String(each.level) === view.parameters["level"])?.level ??
    chooseCompareLevel(comparison);
  const rows = useMemo(() => (level === null ? [] : toCompareRows(comparison, level)), [comparison, level]);
  const head = (
    <CompareHead
      before={before}
      after={after}
      others={others}
      comparison={comparison}
      level={level}
      view={view}
      setView={setView}
    />
  );
  if (level === null) {
    return (
      <div className={styles["page"]}>
        {head}
        <EmptyState title="Nothing to compare">The two runs share no level of clusters.</EmptyState>
      </div>
    );
  }
  return (
    <div className={styles["page"]}>
      {head}
      <CompareSummary rows={rows} comparison={comparison} level={level} />
      <ShareChart rows={rows} before={before} after={after} />
      <CompareTable rows={rows} comparison={comparison} before={before} after={after} />
    </div>
  );
}
