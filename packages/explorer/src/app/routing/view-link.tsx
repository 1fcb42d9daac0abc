import type { ReactNode } from "react";
import { changePage, changeParameters, toHash, type ViewChange } from "../../shared/view-state.ts";
import { useView } from "./view-context.ts";

export interface ViewLinkProps {
  /** Without one the link stays on the page and keeps all that is not changed. */
  readonly page?: string;
  readonly change?: ViewChange;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
  /** Whether it leads to where the reader is. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A real link to a view of the same source, so that it opens in a new tab and can be copied. */
export function ViewLink({ page, change, className, title, isCurrent = false, children }: ViewLinkProps) {
  const view = useView();
  const target = page === undefined ? changeParameters(view, change ?? {}) : changePage(view, page, change);
  const href = toHash(target);
  return (
    <a
      href={href}
      className={className}
      title={title}
      aria-current={isCurrent ? "page" : undefined}
      dir="auto"
    >
      {children}
    </a>
  );
}
