import type { PublishedCluster } from "@observatory/clio/release";
import { shorten } from "../../shared/format.ts";
import { ViewLink } from "../routing/view-link.tsx";

/** The name of a cluster, which leads to its page beside the tree. */
export function ClusterLink({
  cluster,
  className,
}: {
  readonly cluster: Pick<PublishedCluster, "id" | "name">;
  readonly className?: string | undefined;
}) {
  const { id, name } = cluster;
  return (
    <ViewLink page="tree" change={{ cluster: id }} className={className} title={shorten(name, 400)}>
      {shorten(name, 400)}
    </ViewLink>
  );
}
