import type { ComponentType } from "react";
import type { Source } from "../shared/source.ts";
import { ClioSource, type ClioPage } from "./clio/clio-source.tsx";
import { OverviewPage } from "./clio/overview-page.tsx";
import { TreePage } from "./clio/tree-page.tsx";
import { ComparePage } from "./compare/compare-page.tsx";
import type { CrepePage } from "./crepe/crepe-page.ts";
import { CrepeSource } from "./crepe/crepe-source.tsx";
import { ItemsPage } from "./crepe/items-page.tsx";
import { OverviewPage as CrepeOverviewPage } from "./crepe/overview-page.tsx";
import { ScoresPage } from "./crepe/scores-page.tsx";
import { MapPage } from "./map/map-page.tsx";
import type { PageTab, SourceViewProps } from "./source-view.ts";

/** The pages of a run of Clio, in the order of their tabs; a bare address leads to the first. */
const clioPages: readonly ClioPage[] = [
  { name: "overview", title: "Overview", Page: OverviewPage },
  { name: "tree", title: "Tree", Page: TreePage },
  { name: "map", title: "Map", Page: MapPage },
  { name: "compare", title: "Compare", Page: ComparePage },
];

/** The pages of a benchmark of CREPE. */
const crepePages: readonly CrepePage[] = [
  { name: "overview", title: "Overview", Page: CrepeOverviewPage },
  { name: "scores", title: "Scores", Page: ScoresPage },
  { name: "items", title: "Items", Page: ItemsPage },
];

/** Which tabs a kind of source has, and who draws it. */
export const sourceKinds: Readonly<
  Record<
    Source["kind"],
    { readonly pages: readonly PageTab[]; readonly View: ComponentType<SourceViewProps> }
  >
> = {
  clio: { pages: clioPages, View: (props) => <ClioSource {...props} pages={clioPages} /> },
  crepe: { pages: crepePages, View: (props) => <CrepeSource {...props} pages={crepePages} /> },
};
