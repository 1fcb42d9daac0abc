import { normalTail } from "@observatory/numerics/statistics";
import { z } from "zod";

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

/** How a chat model answered, apart from what it chose. */
export const chatReportSchema = z.strictObject({
  mode: z.enum(["choice", "yes-no"]),
  /** Questions that were put, each once for every rotation or caption. */
  asked: count,
  /** Those that were put a second time, since the first answer was a refusal or could not be read. */
  again: count,
  /** Those that were refused both times, and those whose second answer could not be read. */
  refused: count,
  unreadable: count,
  /** By place in the list, where captions are chosen: the share of answers, and the share that chance would give. */
  places: z
    .array(z.strictObject({ share, expected: share }))
    .readonly()
    .optional(),
  /** How far shares are from what is expected: half the sum of differences, and Pearson's chi-square. Null for no answers. */
  bias: z
    .strictObject({
      distance: share,
      chiSquare: z.number().nonnegative(),
      degrees: count,
      /** Of so much by chance. */
      p: share,
    })
    .nullable()
    .optional(),
  /** Mean probability of yes, where captions are judged one by one. */
  yes: share.nullable().optional(),
  /** Captions whose probability is a number that the model named, since its provider did not tell first tokens. */
  named: count.optional(),
});
export type ChatReport = z.infer<typeof chatReportSchema>;

/**
 * What places answers named, and what would be expected of a model without a preference for a place: each rotation of a list
 * puts each caption once at each place, so every place of a list is as likely.
 *
 * The test takes answers as independent. A model that is always right names each place equally often by construction, so
 * for good models it finds too little rather than too much.
 *
 * @param answers place and length of the list of every answer that could be read
 */
export function describePlaces(
  answers: readonly { readonly place: number; readonly length: number }[],
): Pick<ChatReport, "places" | "bias"> {
  if (answers.length === 0) return { places: [], bias: null };
  const longest = Math.max(...answers.map(({ length }) => length));
  const found = Array.from({ length: longest }, () => 0);
  const expected = Array.from({ length: longest }, () => 0);
  for (const { place, length } of answers) {
    found[place] = (found[place] ?? 0) + 1;
    for (let i = 0; i < length; i++) expected[i] = (expected[i] ?? 0) + 1 / length;
  }
  const places = found.map((number, i) => ({
    share: number / answers.length,
    expected: (expected[i] ?? 0) / answers.length,
  }));
  const distance = places.reduce((sum, place) => sum + Math.abs(place.share - place.expected), 0) / 2;
  const chiSquare = found.reduce((sum, number, i) => {
    const wanted = expected[i] ?? 0;
    return wanted === 0 ? sum : sum + (number - wanted) ** 2 / wanted;
  }, 0);
  const degrees = longest - 1;
  const bias = { distance: Math.min(1, distance), chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
  return { places, bias };
}

/** The probability of so large a chi-square, by the cube root that is nearly normal (Wilson and Hilferty 1931). */
function chiSquareTail(value: number, degrees: number): number {
  if (degrees === 0) return 1;
  const spread = 2 / (9 * degrees);
  return normalTail((Math.cbrt(value / degrees) - (1 - spread)) / Math.sqrt(spread));
}
