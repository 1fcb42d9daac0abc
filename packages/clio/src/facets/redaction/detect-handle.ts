import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";

const handle = /(?<![\p{L}\p{N}@._/-])@[A-Za-z]\w{2,30}(?![\w(]|\.\w|@)/gu;
const code =
  /^@(?:override|param|returns?|throws|import|media|keyframes|charset|font|property|staticmethod|classmethod|dataclass|app|pytest|autowired|component|service|entity|id|table|column|test|bean|deprecated|todo|author|everyone|here|echo|type|see|since|example|input|output|mixin|include|extend|wraps|cached|router|client|bot|tree|injectable|ngmodule|restcontroller|controller|requestmapping|getmapping|postmapping)$/i;

/** Handles such as `@jane_doe`; annotations, directives and decorators of programs stay. */
export function detectHandle(text: string): readonly Finding[] {
  return text.includes("@") ? findMatches(text, "handle", handle, (value) => !code.test(value)) : [];
}
