import type { Probe } from "./probe.ts";

/** The caption with the fewest slips of an editing machine: `a apple`, `the the`, two marks in a row, a missing space. */
export const fewestSlips = {
  name: "fewest_slips",
  clue: "slips of grammar and spacing",
  learns: false,
  fit: () => (caption) => -slips.reduce((sum, slip) => sum + (caption.match(slip)?.length ?? 0), 0),
} as const satisfies Probe;

const slips = [
  // The article by spelling; words whose first sound differs from their first letter are left out.
  /\ba (?=[aeio])(?!one\b|once\b|eu)/giu,
  /\ban (?=[b-df-gj-np-tv-z])/giu,
  /\b(\p{L}+) \1\b/giu,
  /[.,;:!?]\s*[.,;:]/gu,
  /\s[.,;:!?]/gu,
  / {2,}|^\s|\s$/gu,
  /[.,;:!?]\p{L}/gu,
];
