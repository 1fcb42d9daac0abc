/** Runs the command of this process; the `observatory` executable calls it. */
export { main } from "./main.ts";
