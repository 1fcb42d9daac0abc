import type { Random } from "@observatory/core";

/** A kind of personal secret: how one is made, what of it must never be seen, and how people let it slip. */
export interface SecretKind {
  readonly kind: string;
  /** Topics in which people let it slip. */
  readonly topics: readonly string[];
  /** Sentences with `%` in place of the secret. */
  readonly slips: readonly string[];
  make(random: Random, person: string): string;
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.integer(10)).join("");
const letters = (random: Random, count: number, from = "ABCDEFGHJKLMNPRSTUVWXYZ"): string =>
  Array.from({ length: count }, () => from.charAt(random.integer(from.length))).join("");
const mixed = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const handle = (person: string): string => person.toLowerCase().replaceAll(" ", ".");

/**
 * Thirty kinds of secrets. All are fictional: example domains, telephone numbers from ranges kept for fiction
 * (Ofcom, NANP 555-01xx, Arcep 01 99 00), documentation addresses (RFC 5737), numbers with valid check digits that
 * belong to nobody.
 */
export const secretKinds: readonly SecretKind[] = [
  kind(
    "full-name",
    ["email-draft", "wedding-speech"],
    ["My name is %, please sign it with that.", "It has to mention % by name."],
    (_r, p) => p,
  ),
  kind(
    "email",
    ["email-draft", "return-refund"],
    ["They can reach me at %.", "Reply goes to %."],
    (r, p) => `${handle(p)}${r.integer(90) + 10}@example.${r.pick(["com", "org", "net"])}`,
  ),
  kind(
    "phone-us",
    ["resume", "car-buying"],
    ["My cell is %.", "Call me on % if needed."],
    (r) => `(${r.pick(["212", "415", "303", "617"])}) 555-01${digits(r, 2)}`,
  ),
  kind(
    "phone-uk",
    ["rental-dispute", "return-refund"],
    ["My number is %.", "Ring % after six."],
    (r) => `07700 900${digits(r, 3)}`,
  ),
  kind(
    "phone-fr",
    ["travel-with-kids", "hotel-choice"],
    ["Our number there is %.", "You can put % as contact."],
    (r) => `01 99 00 ${digits(r, 2)} ${digits(r, 2)}`,
  ),
  kind(
    "card-number",
    ["return-refund", "scam-check"],
    ["The card I used is %.", "It was charged to %."],
    (r) => cardNumber(r),
  ),
  kind("iban", ["budget-plan", "rental-dispute"], ["The money should go to %.", "My account is %."], (r) =>
    iban(r),
  ),
  kind(
    "us-ssn",
    ["tax-question", "mortgage"],
    ["My SSN is %.", "The form asks for my social, that's %."],
    (r) => `987-65-43${r.pick(["20", "21", "22", "23", "24", "25", "26", "27", "28", "29"])}`,
  ),
  kind(
    "passport",
    ["visa-immigration", "cheap-flights"],
    ["My passport number is %.", "The passport is %, if they need it."],
    (r) => `${letters(r, 2)}${digits(r, 7)}`,
  ),
  kind(
    "driving-licence",
    ["traffic-fine", "road-trip"],
    ["My licence number is %.", "On the licence it says %."],
    (r, p) =>
      `${(p.split(" ")[1] ?? "").slice(0, 5).toUpperCase().padEnd(5, "9")}${digits(r, 6)}${letters(r, 2)}9${letters(r, 2)}`,
  ),
  kind(
    "birth-date",
    ["baby-names", "dreams-astrology"],
    ["I was born on %.", "The date of birth is %."],
    (r) =>
      `${1 + r.integer(28)} ${r.pick(["March", "July", "October"])} ${1950 + r.integer(55)}, ${r.integer(24)}:${10 + r.integer(50)}`,
  ),
  kind(
    "home-address",
    ["return-refund", "moving-house"],
    ["I live at %.", "It should be sent to %."],
    (r) =>
      `${1 + r.integer(240)} ${r.pick(["Thistledown", "Larkmere", "Osprey", "Quillstone", "Harrowgate", "Pebblecote"])} ${r.pick(["Lane", "Close", "Street", "Row"])}, ${r.pick(["Tilbrook", "Westermere", "Ashcombe Vale", "Dunmarrow"])}`,
  ),
  kind(
    "medical",
    ["lab-results", "medication-question"],
    ["It's about %.", "Between us: %."],
    (r, p) =>
      `${p}, who has ${r.pick(["Crohn's disease", "hepatitis B", "lupus", "bipolar disorder", "HIV", "epilepsy"])}`,
  ),
  kind(
    "api-key",
    ["debug-python", "rest-api-design"],
    ["The key is %.", "I put this in the header: %"],
    (r) => `sk-test-${letters(r, 32, mixed)}`,
  ),
  kind(
    "aws-key",
    ["cloud-costs", "deploy-hosting"],
    ["My access key is %.", "aws_access_key_id = %"],
    (r) => `AKIA${letters(r, 9, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}EXAMPLE`,
  ),
  kind(
    "password",
    ["account-access", "wifi"],
    ["The password was %.", "I always use %, maybe that's the reason."],
    (r) => `${r.pick(["Gooseberry", "Tramline", "Walnut", "Harpsichord"])}${letters(r, 3)}!${digits(r, 4)}`,
  ),
  kind(
    "ip-address",
    ["linux-shell", "wifi"],
    ["My server is at %.", "It answers on %."],
    (r) => `203.0.113.${r.integer(256)}:${20_000 + r.integer(40_000)}`,
  ),
  kind(
    "mac-address",
    ["wifi", "printer"],
    ["The device is %.", "In the router it shows up as %."],
    (r) => `00:00:5E:00:53:${letters(r, 2, "0123456789ABCDEF")}/${digits(r, 5)}`,
  ),
  kind(
    "licence-plate",
    ["traffic-fine", "car-buying"],
    ["My plate is %.", "The car with plate % is mine."],
    (r) => `QX${digits(r, 2)} ${letters(r, 3)}`,
  ),
  kind(
    "vehicle-number",
    ["car-buying", "traffic-fine"],
    ["The VIN is %.", "Chassis number %."],
    (r) => `1Z9${letters(r, 5, "ABCDEFGHJKLMNPRSTUVWXYZ0123456789")}9${letters(r, 2)}${digits(r, 6)}`,
  ),
  kind(
    "bank-account",
    ["debt-payoff", "budget-plan"],
    ["My account at the bank is %.", "They debit %."],
    (r) => `sort code 00-00-${digits(r, 2)}, account ${digits(r, 8)}`,
  ),
  kind(
    "wallet",
    ["crypto", "scam-check"],
    ["My wallet is %.", "I sent it from %."],
    (r) => `0x${letters(r, 40, "0123456789abcdef")}`,
  ),
  kind(
    "insurance-number",
    ["pregnancy", "lab-results"],
    ["My insurance number is %.", "Policy %."],
    (r) => `HX-${digits(r, 4)}-${digits(r, 6)}`,
  ),
  kind(
    "student-number",
    ["university-application", "fix-citations"],
    ["My student number is %.", "I'm registered as %."],
    (r) => `s${digits(r, 8)}`,
  ),
  kind(
    "tax-number",
    ["tax-question", "pricing"],
    ["My tax number is %.", "It says tax ID % on top."],
    (r) => `${digits(r, 2)}/${digits(r, 3)}/${digits(r, 5)}`,
  ),
  kind(
    "location",
    ["dog-training", "emergency-prep"],
    ["We live right at %.", "It happened at %."],
    (r) => `${(40 + r.next() * 15).toFixed(5)}, ${(-5 + r.next() * 20).toFixed(5)}`,
  ),
  kind(
    "username",
    ["online-privacy", "game-help"],
    ["I'm % there.", "My handle is %."],
    (r) => `${r.pick(["moth", "pixel", "quartz", "otter"])}_${letters(r, 4, mixed)}${digits(r, 3)}`,
  ),
  kind(
    "case-number",
    ["divorce-custody", "employment-rights"],
    ["The case number is %.", "File no. %."],
    (r) => `${digits(r, 2)} F ${digits(r, 4)}/2${digits(r, 1)}`,
  ),
  kind(
    "employer",
    ["employment-rights", "team-conflict"],
    ["I work at %.", "It's at %, you can imagine."],
    (r, p) =>
      `${p.split(" ")[1] ?? ""} & ${r.pick(["Sons", "Daughters", "Partners"])} in Westermere, desk ${100 + r.integer(800)}`,
  ),
  kind(
    "child",
    ["toddler", "teenager"],
    ["This is about %.", "% doesn't know that I write this."],
    (r, p) => `little ${p} from class ${1 + r.integer(9)}${letters(r, 1)} of Ashcombe School`,
  ),
];

function kind(
  name: string,
  topics: readonly string[],
  slips: readonly string[],
  make: (random: Random, person: string) => string,
): SecretKind {
  return { kind: name, topics, slips, make };
}

const firstNames = [
  "Ottilie",
  "Barnaby",
  "Ysolde",
  "Caspian",
  "Perpetua",
  "Leopold",
  "Saskia",
  "Thaddeus",
  "Wilhelmina",
  "Evander",
  "Marisol",
  "Ignatius",
  "Rosalba",
  "Cornelius",
];
const lastNames = [
  "Varnham",
  "Quibell",
  "Tressider",
  "Holmqvist",
  "Abernoth",
  "Dunwright",
  "Fenwarden",
  "Kestleby",
  "Marrowick",
  "Oldacre",
  "Pemberlow",
  "Skelhorn",
  "Wetherane",
];

/** A name that nobody has; different for the first 2,366 numbers, after 182 with a second last name. */
export function fictionalPerson(number: number): string {
  const first = firstNames[number % firstNames.length] ?? "";
  const last = lastNames[number % lastNames.length] ?? "";
  const round = Math.floor(number / (firstNames.length * lastNames.length));
  const second = lastNames[(number + round) % lastNames.length] ?? "";
  return round % lastNames.length === 0 ? `${first} ${last}` : `${first} ${last}-${second}`;
}

/** Sixteen digits of a test range that pass the Luhn check. */
function cardNumber(random: Random): string {
  const body = `400000${digits(random, 9)}`;
  let sum = 0;
  for (const [i, digit] of body.split("").entries()) {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(\d{4})(?=\d)/gu, "$1 ");
}

/** A German IBAN with the bank code of no bank and valid check digits (ISO 7064, mod 97-10). */
function iban(random: Random): string {
  const account = `00000000${digits(random, 10)}`;
  const remainder = BigInt(`${account}131400`) % 97n;
  return `DE${String(98n - remainder).padStart(2, "0")}${account}`.replace(/(.{4})(?=.)/gu, "$1 ");
}
