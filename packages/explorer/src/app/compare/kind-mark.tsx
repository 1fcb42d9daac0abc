import type { CompareKind } from "../../shared/compare/compare-rows.ts";
import styles from "./compare.module.css";

interface KindText {
  readonly title: string;
  readonly sign: string;
  readonly hint: string;
}

/** What each kind of change is called, and what it means. */
export const kindTexts: Readonly<Record<CompareKind, KindText>> = {
  grew: { title: "Grew", sign: "↑", hint: "The share is larger than chance explains." },
  shrank: { title: "Shrank", sign: "↓", hint: "The share is smaller than chance explains." },
  steady: { title: "Steady", sign: "=", hint: "In both, and the difference may be chance." },
  born: {
    title: "Born",
    sign: "+",
    hint: "Shown after and like nothing before. Not tested: it may have been withheld, or named in other words.",
  },
  gone: {
    title: "Gone",
    sign: "−",
    hint: "Shown before and like nothing after. Not tested: it may be withheld now, or named in other words.",
  },
  split: { title: "Split", sign: "⋔", hint: "One cluster before, several after." },
  merged: { title: "Merged", sign: "⋏", hint: "Several clusters before, one after." },
  mixed: { title: "Regrouped", sign: "⇄", hint: "Several clusters before, several others after." },
};

/** A kind of change, as a sign and a word. */
export function KindMark({ kind }: { readonly kind: CompareKind }) {
  const { title, sign, hint } = kindTexts[kind];
  return (
    <span className={styles["kind"]} data-kind={kind} title={hint}>
      <span aria-hidden="true">{sign}</span> {title}
    </span>
  );
}
