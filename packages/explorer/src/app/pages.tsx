import type { ComponentType } from "react";
import type { Source } from "../shared/source.ts";
import { ClioSource, type ClioPage } from "./clio/clio-source.tsx";
import { OverviewPage } from "./clio/overview-page.tsx";
import { TreePage } from "./clio/tree-page.tsx";
import { ComparePage } from "./compare/compare-page.tsx";
import { MapPage } from "./map/map-page.tsx";
import { EmptyState } from "./shell/states.tsx";
import type { PageTab, SourceViewProps } from "./source-view.ts";

/** The pages of a run of Clio, in the order of their tabs; a bare address leads to the first. */
const clioPages: readonly ClioPage[] = [
  { name: "overview", title: "Overview", Page: OverviewPage },
  { name: "tree", title: "Tree", Page: TreePage },
  { name: "map", title: "Map", Page: MapPage },
  { name: "compare", title: "Compare", Page: ComparePage },
];

/** Which tabs a kind of source has, and who draws it. */
export const sourceKinds: Readonly<
  Record<
    Source["kind"],
    { readonly pages: readonly PageTab[]; readonly View: ComponentType<SourceViewProps> }
  >
> = {
  clio: { pages: clioPages, View: (props) => <ClioSource {...props} pages={clioPages} /> },
  crepe: { pages: [], View: NotYet },
};

function NotYet() {
  return <EmptyState title="Nothing to show yet">This page cannot show benchmarks.</EmptyState>;
}
