import { toShownScorers, toTrainingSets } from "../../shared/crepe/score-series.ts";
import { EmptyState } from "../shell/states.tsx";
import type { CrepePageProps } from "./crepe-page.ts";
import styles from "./crepe.module.css";
import { AnalysisTables } from "./analysis-tables.tsx";
import { DifferencesTable } from "./differences-table.tsx";
import { GainCharts } from "./gain-charts.tsx";
import { ResultsWarnings } from "./results-warnings.tsx";
import { ScoreCharts } from "./score-charts.tsx";
import { ScorerChooser } from "./scorer-chooser.tsx";
import { ScorersTable } from "./scorers-table.tsx";

/** The most scorers that a chart can tell apart. */
const most = 5;

/** What scorers reach, over complexity, splits and how often combinations were seen. */
export function ScoresPage({ overview, view, setView }: CrepePageProps) {
  const { scorers } = overview.report;
  const wanted = view.parameters["scorers"]?.split("~") ?? [];
  const known = wanted.filter((id) =>
    scorers.some(({ results, stale }) => !stale && results.scorer.id === id),
  );
  const shown = known.length > 0 ? known.slice(0, most) : toShownScorers(scorers, most);
  if (scorers.length === 0) {
    return (
      <div className={styles["page"]}>
        <ResultsWarnings overview={overview} />
        <EmptyState title="No results yet">
          Score this benchmark to see them here. What a model has to beat comes first:{" "}
          <code>observatory crepe evaluate BENCH --scorer chance blind</code>, where BENCH is its directory.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <h1>Scores</h1>
        <p className={styles["lead"]}>
          How often the true caption comes first among its negatives (R@1). Intervals hold 95 % and are drawn
          by image. A score says something about eyes only where it lies above chance and above what the best
          scorer without eyes reaches: the gain.
        </p>
      </header>
      <ResultsWarnings overview={overview} />
      <ScorersTable overview={overview} />
      <GainCharts overview={overview} />
      <ScorerChooser
        scorers={scorers}
        shown={shown}
        most={most}
        onChange={(ids) => setView({ scorers: ids.join("~") })}
      />
      <ScoreCharts
        overview={overview}
        axis={{ by: "complexity" }}
        shown={shown}
        title="By complexity"
        axisTitle="n"
        note="n is the number of objects, relations and attributes that the caption names."
      />
      {toTrainingSets(overview, "split").map((trainingSet) => (
        <ScoreCharts
          key={`split ${trainingSet}`}
          overview={overview}
          axis={{ by: "split", trainingSet }}
          shown={shown}
          mark="bar"
          title={`Seen and unseen by ${trainingSet}`}
          axisTitle="split"
          note="SC: every combination was seen in training. UC: every word was seen, some combination never. UA: some word never."
        />
      ))}
      {toTrainingSets(overview, "seen").map((trainingSet) => (
        <ScoreCharts
          key={`seen ${trainingSet}`}
          overview={overview}
          axis={{ by: "seen", trainingSet }}
          shown={shown}
          title={`Dose: how often ${trainingSet} names the rarest combination`}
          axisTitle="captions of the training set with it"
          note="Each item by its rarest combination of attribute and object, or of two objects and a relation."
        />
      ))}
      <AnalysisTables overview={overview} />
      <DifferencesTable overview={overview} />
    </div>
  );
}
