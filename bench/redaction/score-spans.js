/** Types of presidio_synth that a redactor has to take: they lead to a person by themselves. */
export const identifying = [
  "PERSON",
  "STREET_ADDRESS",
  "ZIP_CODE",
  "PHONE_NUMBER",
  "EMAIL_ADDRESS",
  "CREDIT_CARD",
  "IBAN_CODE",
  "US_SSN",
  "US_DRIVER_LICENSE",
  "IP_ADDRESS",
  "DOMAIN_NAME",
];

/** Which kinds of finding are meant for a type. The others are topics and are meant for none. */
const kindsOf = {
  PERSON: ["name"],
  STREET_ADDRESS: ["address"],
  ZIP_CODE: ["address", "id"],
  PHONE_NUMBER: ["phone"],
  EMAIL_ADDRESS: ["email"],
  CREDIT_CARD: ["card"],
  IBAN_CODE: ["iban"],
  US_SSN: ["id"],
  US_DRIVER_LICENSE: ["id"],
  IP_ADDRESS: ["ip"],
  DOMAIN_NAME: ["url"],
};

/**
 * Spans found against spans labelled, three ways:
 *
 * - `overlap`: a labelled span counts as found if findings of any kind cover at least half of its characters; a finding
 *   counts as right if labelled spans cover at least half of its and one of them is of a wanted type (an address holds a
 *   town). What matters to a person is whether their name is gone, not what it was called.
 * - `exact`: the same start and end, but for spaces and punctuation at the edges, any kind.
 * - `types`: `overlap` for each type, by findings of the kinds that are meant for it; a type without a kind has recall alone.
 *
 * @param sentences `{text, spans: [{type, start, end}]}`
 * @param find `(text) => [{kind, start, end}]`
 */
export function scoreSpans(sentences, find, wanted = identifying) {
  const overlap = createTally();
  const exact = createTally();
  const types = new Map();
  const beside = { labelled: 0, unlabelled: 0 };
  for (const { text, spans } of sentences) {
    const found = find(text).map((finding) => trim(text, finding));
    const target = spans.filter(({ type }) => wanted.includes(type)).map((span) => trim(text, span));
    for (const span of target) {
      const whole = coverage(span, found) >= 0.5;
      overlap.label(whole);
      exact.label(found.some((finding) => isSame(finding, span)));
      const kinds = kindsOf[span.type];
      const meant = kinds === undefined ? found : found.filter(({ kind }) => kinds.includes(kind));
      tallyOf(types, span.type).label(coverage(span, meant) >= 0.5);
    }
    for (const finding of found) {
      const right = coverage(finding, spans) >= 0.5 && coverage(finding, target) > 0;
      overlap.find(right);
      exact.find(target.some((span) => isSame(finding, span)));
      if (!right) beside[coverage(finding, spans) > 0 ? "labelled" : "unlabelled"]++;
      for (const [type, kinds] of Object.entries(kindsOf)) {
        if (!wanted.includes(type) || !kinds.includes(finding.kind)) continue;
        const others = wanted.filter((other) => kindsOf[other]?.includes(finding.kind));
        const own = target.filter((span) => others.includes(span.type));
        tallyOf(types, type).find(coverage(finding, spans) >= 0.5 && coverage(finding, own) > 0);
      }
    }
  }
  return {
    overlap: overlap.score(),
    exact: exact.score(),
    wrong: beside,
    types: Object.fromEntries([...types].map(([type, tally]) => [type, tally.score()])),
  };
}

function tallyOf(tallies, type) {
  const tally = tallies.get(type) ?? createTally();
  tallies.set(type, tally);
  return tally;
}

function createTally() {
  const counts = { labelled: 0, found: 0, findings: 0, right: 0 };
  return {
    label: (isFound) => {
      counts.labelled++;
      counts.found += Number(isFound);
    },
    find: (isRight) => {
      counts.findings++;
      counts.right += Number(isRight);
    },
    score: () => {
      const recall = counts.labelled === 0 ? null : counts.found / counts.labelled;
      const precision = counts.findings === 0 ? null : counts.right / counts.findings;
      return { ...round({ precision, recall, f2: toF2(precision, recall) }), ...counts };
    },
  };
}

function toF2(precision, recall) {
  if (precision === null || recall === null) return null;
  return precision + recall === 0 ? 0 : (5 * precision * recall) / (4 * precision + recall);
}

function round(scores) {
  return Object.fromEntries(
    Object.entries(scores).map(([key, value]) => [key, value === null ? null : Number(value.toFixed(3))]),
  );
}

/** Share of a span's characters that others cover. */
function coverage({ start, end }, others) {
  const covered = new Uint8Array(end - start);
  for (const other of others) {
    if (other.start < end && other.end > start)
      covered.fill(1, Math.max(0, other.start - start), Math.min(end, other.end) - start);
  }
  return covered.reduce((sum, one) => sum + one, 0) / Math.max(1, end - start);
}

function isSame(one, other) {
  return one.start === other.start && one.end === other.end;
}

function trim(text, span) {
  let { start, end } = span;
  while (start < end - 1 && /[\s\p{P}]/u.test(text.charAt(start))) start++;
  while (end > start + 1 && /[\s\p{P}]/u.test(text.charAt(end - 1))) end--;
  return { ...span, start, end };
}
