import { useQuery } from "@tanstack/react-query";
import type { CrepeItem } from "../../shared/crepe/crepe-item.ts";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import type { Source } from "../../shared/source.ts";
import { useBackend } from "../backend/backend-context.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { useView } from "../routing/view-context.ts";
import { ErrorState, LoadingState } from "../shell/states.tsx";
import { BackIcon, ChevronIcon } from "../ui/icons.tsx";
import { GraphFigure } from "./graph-figure.tsx";
import { ItemImage } from "./item-image.tsx";
import styles from "./item-panel.module.css";
import { NegativesTable } from "./negatives-table.tsx";

/** Everything about one item. */
export function ItemPanel({
  source,
  overview,
  id,
  onMove,
  onBack,
}: {
  readonly source: Source;
  readonly overview: CrepeOverview;
  readonly id: string;
  readonly onMove: (by: 1 | -1) => void;
  readonly onBack: () => void;
}) {
  const { backend } = useBackend();
  const found = useQuery({
    queryKey: ["crepe-item", source.id, id],
    queryFn: ({ signal }) => backend.loadCrepeItem(source.id, id, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <article className={styles["panel"]} aria-label="Item">
      <div className={styles["bar"]}>
        <button type="button" className={styles["back"]} onClick={onBack}>
          <BackIcon /> List
        </button>
        <span className={styles["id"]} dir="auto">
          {id}
        </span>
        <StepButton by={-1} onMove={onMove} />
        <StepButton by={1} onMove={onMove} />
      </div>
      {found.isPending ? (
        <LoadingState what="the item" />
      ) : found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ItemBody data={found.data} overview={overview} />
      )}
    </article>
  );
}

function StepButton({ by, onMove }: { readonly by: 1 | -1; readonly onMove: (by: 1 | -1) => void }) {
  return (
    <button
      type="button"
      className={styles["step"]}
      aria-label={by === 1 ? "Next item" : "Previous item"}
      title={by === 1 ? "Next (j)" : "Previous (k)"}
      onClick={() => onMove(by)}
    >
      <ChevronIcon className={by === 1 ? undefined : styles["left"]} />
    </button>
  );
}

function ItemBody({ data, overview }: { readonly data: CrepeItem; readonly overview: CrepeOverview }) {
  const { item } = data;
  return (
    <>
      <h1 className={styles["caption"]} dir="auto">
        {item.caption}
      </h1>
      <Facts item={item} />
      <div className={styles["pictures"]}>
        <ItemImage key={item.id} item={item} url={data.imageUrl} />
        {item.graph === undefined ? null : <GraphFigure id={item.id} graph={item.graph} />}
      </div>
      <NegativesTable data={data} overview={overview} />
      <Siblings data={data} />
    </>
  );
}

function Facts({ item }: Pick<CrepeItem, "item">) {
  const facts = [
    ...(item.complexity === undefined ? [] : [describeComplexity(item.complexity)]),
    ...(item.style === undefined ? [] : [`style: ${item.style}`]),
    ...Object.entries(item.split ?? {}).map(
      ([trainingSet, { split, rarestCompound }]) =>
        `${trainingSet}: ${split}${rarestCompound === null ? "" : `, rarest combination seen ${count(rarestCompound, "time")}`}`,
    ),
  ];
  return (
    <ul className={styles["facts"]}>
      {facts.map((fact) => (
        <li key={fact} dir="auto">
          {fact}
        </li>
      ))}
    </ul>
  );
}

function describeComplexity({
  n,
  objects,
  relations,
  attributes,
  components,
}: NonNullable<CrepeItem["item"]["complexity"]>): string {
  return `n = ${n}: ${count(objects, "object")}, ${count(relations, "relation")}, ${count(attributes, "attribute")}${components > 1 ? `, in ${components} parts` : ""}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The other items of a pair or family: the same captions, other images. */
function Siblings({ data: { item, siblings } }: { readonly data: CrepeItem }) {
  const { parameters } = useView();
  if (siblings.length === 0) return null;
  return (
    <section>
      <h2>{item.pair === undefined ? "Family" : "Pair"}</h2>
      <p className={styles["note"]}>
        The same {siblings.length + 1} captions, each true of one image: without looking, each is as likely as
        any other.
      </p>
      <ul className={styles["siblings"]}>
        {siblings.map(({ id, caption, imageUrl }) => (
          <li key={id}>
            <ViewLink page="items" change={{ ...parameters, item: id }} className={styles["sibling"]}>
              {imageUrl === null ? null : <img src={imageUrl} alt="" loading="lazy" />}
              <span>{caption}</span>
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
