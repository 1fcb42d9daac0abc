export interface ContactSheetItem {
  readonly png: Uint8Array;
  readonly caption: string;
  readonly negatives: readonly string[];
}

/**
 * One HTML page with the pictures inside it, for a person to look at items: each picture with its caption and its
 * negatives. It needs no other file, no script and no network.
 */
export function renderContactSheet(items: readonly ContactSheetItem[], title = "Contact sheet"): string {
  const figures = items.map(({ png, caption, negatives }, index) => {
    const source = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
    const list = negatives.map((negative) => `<li>${escapeHtml(negative)}</li>`).join("");
    return (
      `<figure><img src="${source}" alt=""><figcaption><b>${index + 1}. ${escapeHtml(caption)}</b>` +
      `${list ? `<ul>${list}</ul>` : ""}</figcaption></figure>`
    );
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 16px; display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); }
figure { margin: 0; border: 1px solid #ccc; padding: 8px; overflow-wrap: anywhere; }
img { max-width: 100%; border: 1px solid #eee; }
ul { margin: 4px 0 0; padding-left: 18px; color: #a00; }
</style>
${figures.join("\n")}
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}
