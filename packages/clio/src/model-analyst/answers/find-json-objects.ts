const mostObjects = 20;
/** Opening braces that are tried; each that never closes costs a walk to the end. */
const mostStarts = 60;

/** The stretches of a text that look like whole JSON objects, repaired where that is safe, the last first. */
export function findJsonObjects(text: string): readonly string[] {
  const spoken = dropThoughts(text);
  const objects: string[] = [];
  let start = spoken.indexOf("{");
  for (let tries = 0; start !== -1 && tries < mostStarts && objects.length < mostObjects; tries++) {
    const end = findEnd(spoken, start);
    if (end !== null) objects.push(repair(spoken.slice(start, end)));
    start = spoken.indexOf("{", end ?? start + 1);
  }
  return objects.toReversed();
}

/** Local models may think aloud before they answer. */
function dropThoughts(text: string): string {
  const end = text.lastIndexOf("</think>");
  return end === -1 ? text : text.slice(end + "</think>".length);
}

/** Where the object that begins at `start` ends, or null where it does not. */
function findEnd(text: string, start: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return null;
}

const stringOrComma = /"[^"\\]*(?:\\[^][^"\\]*)*"|,(?=\s*[}\]])/gu;

/** Drops commas before a closing bracket, and control characters within strings. */
function repair(json: string): string {
  return json.replace(stringOrComma, (part) => (part === "," ? "" : part.replace(/\p{Cc}/gu, " ")));
}
