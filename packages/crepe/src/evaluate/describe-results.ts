import { choiceLetters } from "./chat/choice-letters.ts";
import type { ChatReport } from "./chat/chat-report.ts";
import { describeAnalyses } from "./describe-analyses.ts";
import type {
  PairScores,
  PublishedFigure,
  ResultAverage,
  ResultCell,
  ResultsHead,
  TiePolicy,
} from "./results.ts";

/** Results as text for people: one line for each type of negatives, the averages, the analyses, and published figures. */
export function describeResults({
  scorer,
  cells,
  averages,
  pairs,
  figures = [],
  losses,
  chat,
  ...analyses
}: ResultsHead): string[] {
  const lost = Object.entries(losses).map(([reason, count]) => `${reason} ${count}`);
  return [
    scorer.id,
    ...cells.filter(({ key }) => key.by === "type").map(describeCell),
    ...describeAverage("macro, types", averages.macro),
    ...describeAverage("micro, rows", averages.micro),
    ...(pairs === undefined ? [] : [describePairs(pairs)]),
    ...describeAnalyses({ scorer, ...analyses }),
    ...(figures.length === 0
      ? []
      : ["  as the release's own scripts have it:", ...figures.map(describeFigure)]),
    ...(chat === undefined ? [] : describeChat(chat)),
    ...(lost.length === 0 ? [] : [`  without scores: ${lost.join(", ")}`]),
  ];
}

function describeAverage(name: string, average: ResultAverage | null): string[] {
  if (average === null) return [];
  return [`  ${name.padEnd(13)} R@1 ${percent(average.rAt1)} % ${interval(average.interval)}`];
}

const tieWords = {
  expected: "ties shared",
  optimistic: "ties won",
  pessimistic: "ties lost",
} as const satisfies Record<TiePolicy, string>;

function describeFigure(figure: PublishedFigure): string {
  const { release, name, measure, average, over, groups, items, ties } = figure;
  const mean = average === "micro" ? `micro, ${items} ${over}` : `macro, ${groups} ${over}`;
  return `    ${release} ${name}: ${measure} ${percent(figure.share)} % ${interval(figure.interval)} (${mean}, ${tieWords[ties]}, chance ${percent(figure.chance)} %)`;
}

function describeChat({
  asked,
  again,
  refused,
  unreadable,
  places = [],
  bias,
  yes,
  named = 0,
}: ChatReport): string[] {
  const letters = places.map(({ share }, i) => `${choiceLetters[i] ?? ""} ${percent(share)}`);
  return [
    `  ${asked} questions, ${again} asked again, ${refused} refused, ${unreadable} with answers that cannot be read`,
    ...(bias == null
      ? []
      : [
          `  places        ${letters.join(", ")} %: ${percent(bias.distance)} % off even, p ${bias.p < 0.001 ? "< 0.001" : bias.p.toFixed(3)}`,
        ]),
    ...(yes == null
      ? []
      : [
          `  yes           ${percent(yes)} % on average${named === 0 ? "" : `, ${named} captions by a number that the model named`}`,
        ]),
  ];
}

function describePairs({ pairs, chance, ...scores }: PairScores): string {
  const measures = (["text", "image", "group"] as const).map(
    (name) =>
      `${name} ${percent(scores[name].share)} % ${interval(scores[name].interval)}, chance ${percent(chance[name])} %`,
  );
  return `  ${"2 x 2".padEnd(13)} ${measures.join("; ")} (${pairs} pairs)`;
}

function describeCell({
  type,
  rows,
  images,
  chance,
  rAt1,
  interval: range,
  meanRank,
  ties,
}: ResultCell): string {
  const tied = ties === 0 ? "" : `, ${ties} with ties`;
  return `  ${type.padEnd(13)} R@1 ${percent(rAt1)} % ${interval(range)}, chance ${percent(chance)} %, mean rank ${meanRank.toFixed(2)} (${rows} rows, ${images} images${tied})`;
}

function interval([low, high]: readonly [number, number]): string {
  return `[${percent(low)}, ${percent(high)}]`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
