/** Hands a file to the browser's downloads. Made in memory, so it works from a file and without a network. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = toFileName(name);
  link.click();
  // The browser has taken what it needs by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function toFileName(name: string): string {
  const [, stem = name, end = ""] = /^(.*?)(\.[a-z]+)?$/su.exec(name) ?? [];
  const plain = stem
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  return `${plain.slice(0, 80) || "observatory"}${end}`;
}
