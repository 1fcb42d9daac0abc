/** UTF-16 code units: far more than any answer that is asked for has. */
const longestAnswer = 2 ** 17;

/** An answer of bounded size, whatever a server sends: it is kept on disk for the life of a run. What is beyond is dropped. */
export function boundAnswer(text: string): string {
  return text.length <= longestAnswer ? text : text.slice(0, longestAnswer).toWellFormed();
}
