/** Round steps from 0 to at least `max`: about `count` of them, in whole numbers where `max` is one of counts. */
export function toTicks(max: number, count = 4): readonly number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough - 1e-12 * rough) ?? 10) * power;
  const steps = Math.ceil(max / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** The runs of a series between its gaps: each a list of places in it. */
export function toSegments(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const segments: number[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const last = segments.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else segments.push([index]);
  }
  return segments;
}

/** The stretches of a series that have no value: first and last place of each. */
export function toGaps(values: readonly (number | null)[]): readonly (readonly [number, number])[] {
  return toSegments(values.map((value) => (value === null ? 0 : null))).map((places) => [
    places[0] ?? 0,
    places.at(-1) ?? 0,
  ]);
}

/** Which of `length` labels fit when each takes `each` of `room`: every second, every third ... from the first on. */
export function pickLabels(length: number, room: number, each: number): readonly number[] {
  const fitting = Math.max(1, Math.floor(room / each));
  const stride = Math.max(1, Math.ceil(length / fitting));
  return Array.from({ length: Math.ceil(length / stride) }, (_, index) => index * stride);
}
