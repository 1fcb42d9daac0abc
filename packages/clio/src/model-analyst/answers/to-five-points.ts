import { misfit, type Read } from "../misfit.ts";

/** A number as a point on a scale from 1 to 5. */
export function toFivePoints(value: number): Read<1 | 2 | 3 | 4 | 5> {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5
    ? { fits: true, value }
    : misfit("schema", "the number is not a whole one from 1 to 5");
}
