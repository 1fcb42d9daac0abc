import { expect, test } from "vitest";
import { renderContactSheet } from "./contact-sheet.ts";

test("a contact sheet holds its pictures and shows texts as text", () => {
  const page = renderContactSheet([
    { png: new Uint8Array([1, 2, 3]), caption: "a <b>cat</b>", negatives: ['a "dog" & a cow'] },
  ]);
  expect(page).toContain("data:image/png;base64,AQID");
  expect(page).toContain("a &lt;b&gt;cat&lt;/b&gt;");
  expect(page).toContain("<li>a &quot;dog&quot; &amp; a cow</li>");
  expect(page).not.toContain("<script");
});
