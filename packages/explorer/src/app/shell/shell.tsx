import type { ReactNode } from "react";
import type { Source } from "../../shared/source.ts";
import { toHash, type ViewState } from "../../shared/view-state.ts";
import type { PageTab } from "../source-view.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { LogoIcon } from "../ui/icons.tsx";
import styles from "./shell.module.css";
import { SourceSwitcher } from "./source-switcher.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

export interface ShellProps {
  readonly sources: readonly Source[];
  readonly source: Source;
  readonly pages: readonly PageTab[];
  readonly view: ViewState;
  readonly children: ReactNode;
}

/** Header with title, switcher, tabs and theme, and under it the page. */
export function Shell({ sources, source, pages, view, children }: ShellProps) {
  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#content" onClick={skipToContent}>
        Skip to content
      </a>
      <header className={styles["header"]}>
        <a
          className={styles["brand"]}
          href={toHash({ ...view, page: null, parameters: {} })}
          aria-label="Observatory"
        >
          <LogoIcon className={styles["logo"]} />
          <span className={styles["brandName"]}>Observatory</span>
        </a>
        <SourceSwitcher sources={sources} source={source} />
        <ThemeToggle />
        <nav className={styles["tabs"]} aria-label="Pages">
          {pages.map(({ name, title }) => (
            <Tab key={name} name={name} title={title} isCurrent={name === view.page} />
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={styles["main"]}>
        {children}
      </main>
    </div>
  );
}

function Tab({
  name,
  title,
  isCurrent,
}: {
  readonly name: string;
  readonly title: string;
  readonly isCurrent: boolean;
}) {
  return (
    <span className={styles["tab"]} data-current={isCurrent || undefined}>
      <ViewLink page={name} isCurrent={isCurrent}>
        {title}
      </ViewLink>
    </span>
  );
}

// The hash is the view, so a plain in-page link would lose it.
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#content")?.focus();
}
