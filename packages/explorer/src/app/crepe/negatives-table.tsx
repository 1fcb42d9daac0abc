import type { ResultRow } from "@observatory/crepe/release";
import type { CrepeItem } from "../../shared/crepe/crepe-item.ts";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { describeChange, describeRule } from "../../shared/crepe/describe-edit.ts";
import { describeProof } from "../../shared/crepe/describe-proof.ts";
import { isRightAbout, toCountedScorers } from "../../shared/crepe/scorer-roles.ts";
import type { ShownItem, ShownNegative } from "../../shared/crepe/shown-item.ts";
import { diffTokens } from "../../shared/crepe/token-diff.ts";
import { formatCountOf } from "../../shared/format.ts";
import styles from "./negatives-table.module.css";

/** The captions of an item with what scorers gave each: the true one, then the negatives of each type. */
export function NegativesTable({
  data,
  overview,
}: {
  readonly data: CrepeItem;
  readonly overview: CrepeOverview;
}) {
  const { item } = data;
  const types = [...new Set(item.negatives.map(({ type }) => type))];
  return types.map((type) => (
    <section key={type}>
      <h2>
        {formatCountOf(item.negatives.filter((negative) => negative.type === type).length, "negative")},{" "}
        {type}
      </h2>
      <ol className={styles["negatives"]}>
        {item.negatives.map((negative, place) =>
          negative.type === type ? (
            <li key={place} className={styles["negative"]}>
              <NegativeText item={item} negative={negative} />
            </li>
          ) : null,
        )}
      </ol>
      <ScoresOfType data={data} overview={overview} type={type} />
    </section>
  ));
}

function NegativeText({ item, negative }: { readonly item: ShownItem; readonly negative: ShownNegative }) {
  return (
    <>
      <p className={styles["text"]} dir="auto">
        {diffTokens(item.caption, negative.text).map(({ text, isChanged }, i) =>
          isChanged ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
        )}
      </p>
      <Proof item={item} negative={negative} />
    </>
  );
}

/** How a negative came about and why it is false, where that is known. */
function Proof({
  item: { graph },
  negative,
}: {
  readonly item: ShownItem;
  readonly negative: ShownNegative;
}) {
  const { edit, falsity } = negative;
  if (edit === undefined || falsity === undefined || graph === undefined) return null;
  return (
    <p className={styles["proof"]}>
      <span className={styles["falsity"]} data-falsity={falsity}>
        {falsity}
      </span>{" "}
      <span dir="auto">{describeChange(edit)}</span> · {describeRule(edit.rule)}
      <span className={styles["why"]} dir="auto">
        {describeProof({ edit, falsity }, { graph })}
      </span>
    </p>
  );
}

function ScoresOfType({
  data: { item, scores },
  overview,
  type,
}: {
  readonly data: CrepeItem;
  readonly overview: CrepeOverview;
  readonly type: string;
}) {
  const all = scores.flatMap(({ scorer, rows }) => {
    const row = rows.find((one) => one.type === type);
    const results = overview.report.scorers.find(
      ({ results: { scorer: own } }) => own.id === scorer,
    )?.results;
    return row === undefined || results === undefined || results.scorer.kind === "chance"
      ? []
      : [{ scorer, row, isRight: isRightAbout([row], results.ties), tolerance: results.ties.tolerance }];
  });
  if (all.length === 0) return null;
  const counted = new Set(
    toCountedScorers(
      overview.report.scorers.map(({ results, stale }) => ({ scorer: results.scorer, stale })),
    ),
  );
  const first = all.filter(({ scorer }) => counted.has(scorer));
  const rest = all.filter(({ scorer }) => !counted.has(scorer));
  return (
    <>
      <ScoreTable rows={first} count={item.negatives.filter((negative) => negative.type === type).length} />
      {rest.length === 0 ? null : (
        <details className={styles["more"]}>
          <summary>{rest.length} blind probes</summary>
          <ScoreTable
            rows={rest}
            count={item.negatives.filter((negative) => negative.type === type).length}
          />
        </details>
      )}
    </>
  );
}

interface Scored {
  readonly scorer: string;
  readonly row: ResultRow;
  readonly isRight: boolean;
  readonly tolerance: number;
}

function ScoreTable({ rows, count }: { readonly rows: readonly Scored[]; readonly count: number }) {
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="Scores">
      <table className={styles["scores"]}>
        <thead>
          <tr>
            <th scope="col">Scorer</th>
            <th scope="col">Rank</th>
            <th scope="col">True</th>
            {Array.from({ length: count }, (_, i) => (
              <th key={i} scope="col">
                {i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ scorer, row, isRight, tolerance }) => (
            <tr key={scorer}>
              <th scope="row" dir="auto">
                {scorer}
              </th>
              <td className={styles["rank"]} data-right={isRight}>
                {row.rank}
              </td>
              <td className={styles["true"]}>{formatScore(row.positive)}</td>
              {row.negatives.map((score, i) => (
                <td
                  key={i}
                  data-side={
                    score - row.positive > tolerance
                      ? "above"
                      : score - row.positive >= -tolerance
                        ? "tied"
                        : undefined
                  }
                >
                  {formatScore(score)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Four significant digits: enough to see which is ahead. */
function formatScore(score: number): string {
  const size = Math.abs(score);
  const text =
    size !== 0 && (size >= 1e5 || size < 1e-3) ? size.toExponential(2) : String(Number(size.toPrecision(4)));
  return score < 0 ? `−${text}` : text;
}
