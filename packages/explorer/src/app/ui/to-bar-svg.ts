import { shorten } from "../../shared/format.ts";

const namespace = "http://www.w3.org/2000/svg";
const rowHeight = 24;
const nameWidth = 380;
const barWidth = 320;
const width = nameWidth + barWidth + 150;

/** The same bars as a drawing, which a page of text and boxes does not have: names, bars, numbers. Black on white, for print. */
export function toBarSvg(
  rows: readonly {
    readonly name: string;
    readonly part: number;
    readonly colour?: string | undefined;
    readonly text: string;
    readonly detail?: string | undefined;
  }[],
  { title }: { readonly title: string },
): string {
  const svg = create("svg", {
    viewBox: `0 0 ${width} ${rows.length * rowHeight + 52}`,
    width,
    height: rows.length * rowHeight + 52,
    "font-family": "system-ui, sans-serif",
    "font-size": 13,
  });
  svg.append(create("rect", { width: "100%", height: "100%", fill: "#ffffff" }));
  svg.append(create("text", { x: 16, y: 26, "font-weight": 600 }, title));
  for (const [index, { name, part, colour, text, detail }] of rows.entries()) {
    const y = 40 + index * rowHeight;
    const middle = { y: y + rowHeight / 2, "dominant-baseline": "central" };
    svg.append(
      create("text", { x: 16, ...middle }, shorten(name, 55)),
      create("rect", {
        x: nameWidth,
        y: y + 6,
        width: Math.max(1, barWidth * part),
        height: 12,
        rx: 2,
        fill: colour ?? "#4f9598",
      }),
      create("text", { x: nameWidth + barWidth + 70, ...middle, "text-anchor": "end" }, text),
      create(
        "text",
        { x: nameWidth + barWidth + 134, ...middle, "text-anchor": "end", fill: "#555c62" },
        detail ?? "",
      ),
    );
  }
  return new XMLSerializer().serializeToString(svg);
}

function create<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  text = "",
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== "") element.textContent = text;
  return element;
}
