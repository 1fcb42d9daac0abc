const hints: Readonly<Record<string, string>> = {
  "no-image": "Check --images: the image is not there.",
  "unreadable-image": "Check that the image's file can be read.",
  "broken-image": "The file is no image or is cut short: fetch it again.",
  "no-score": "The file of scores does not have the item.",
  "caption-without-score":
    "The file of scores has the item, but not each of its captions, letter for letter.",
  "no-image-vector": "The file of vectors has neither the item nor its image.",
  "no-text-vector": "The file of vectors does not have each of the captions, letter for letter.",
  refused: "The model would not answer: try another model, or another way to ask it.",
  "unreadable-answer": "The model's answers are of no use: try another model, or another way to ask it.",
  "cut-short": "The file ends in the middle of its records: fetch it again.",
  "unclosed-quote": "At the end of a file it means that the file is cut short.",
  "wrong-number-of-columns": "At the end of a file it means that the file is cut short.",
  "truncated-gzip": "The file is cut short: fetch it again.",
};

/** What to do about a reason for losses, in one sentence; undefined where the reason says all itself. */
export function findLossHint(reason: string): string | undefined {
  return hints[reason];
}
