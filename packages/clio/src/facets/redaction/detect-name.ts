import type { Finding } from "./finding.ts";
import { findMatches } from "./find-matches.ts";
import { isPersonName } from "./is-person-name.ts";
import { findCaselessNames } from "./names/find-caseless-names.ts";
import { findUncuedNames } from "./names/find-uncued-names.ts";

const capital =
  "\\p{Lu}(?:[\\p{Ll}\\p{M}'’]{1,24}(?:[-'’]\\p{Lu}[\\p{Ll}\\p{M}]{1,20}|\\p{Lu}[\\p{Ll}\\p{M}]{1,20})?|\\.(?= \\p{Lu}))";
const particle =
  "(?:van der|van den|van de|van|von|de la|de|del|della|da|dos|di|du|le|la|el|al|bin|ibn|ter|ten|zu)";
const fullName = `${capital}(?:[ ](?:${particle} )?(?:\\p{Lu}(?=[ ]\\p{Lu})|${capital})){0,3}`;
const anyName = "[\\p{L}\\p{M}'’-]{2,24}(?: [\\p{L}\\p{M}'’-]{2,24}){0,2}";

/** "my name is" in the languages where it stands before the name; also before names in small letters. */
const selfNaming =
  "my (?:full |first |last |maiden |middle |real |sur)?name(?: is|'s|’s|:)|(?:her|his) (?:full |first |last |maiden |middle |sur)?name(?: is| was|'s|’s|:)|(?:full |first |last |middle |sur)name:|name on (?:the|my) (?:card|account) is|everyone calls me|people call me|je m['’]appelle|mon nom est|me llamo|mi nombre es|ich heiße|ich heisse|mein name ist|mi chiamo|il mio nome è|meu nome é|me chamo|mijn naam is|ik heet|jag heter|mitt namn är|jeg hedder|mit navn er|jeg heter|nazywam się|mam na imię|benim adım|меня зовут|моё имя|мое имя|мене звати|numele meu este|mă numesc|nimeni|a nevem";
const selfNamed = new RegExp(
  `(?<![\\p{L}])(?:${selfNaming})[ :]{1,3}(?<value>${fullName})(?![\\p{L}])`,
  "dgu",
);
const selfNamedAnyCase = new RegExp(
  `(?<![\\p{L}])(?:${selfNaming})[ :]{1,3}(?<value>${anyName})(?![\\p{L}])`,
  "dgiu",
);
const title =
  "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Madam|Mme|Mlle|Monsieur|Madame|Herr|Frau|Señor|Señora|Sra|Sr|Signor|Signora|Don|Doña|Senhor|Senhora|Dona|Pan|Pani|Mevrouw|Meneer|г-н|г-жа|господин|госпожа)";
const titled = new RegExp(`(?<![\\p{L}])${title}\\.? (?<value>${fullName})(?![\\p{L}])`, "dgu");

const introduced = new RegExp(
  `(?<![\\p{L}])(?:[Ii] am|[Ii]['’]m|[Tt]his is|[Mm]y name['’]s|[Nn]ame['’]s|[Cc]all me) (?<value>${fullName})(?=[,.!\\n]|$| (?:and|from|here|calling|writing|speaking)(?![\\p{L}]))`,
  "dgu",
);
const greeted = new RegExp(
  `(?:^|[\\n.!?>"] ?)(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey) (?<value>${fullName})(?=[,!:\\n])`,
  "dgu",
);
const signed = new RegExp(
  `(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Tt]hank you|[Yy]ours(?: truly| faithfully)?|[Bb]est(?: wishes)?|[Ll]ove|С уважением|Mit freundlichen Grüßen|Cordialement|Saludos|Atenciosamente)[,.!]? ?\\n{1,2}[ -]{0,3}(?<value>${fullName})[ .]{0,2}(?=\\n|$)`,
  "dgu",
);
const labelled = new RegExp(
  `(?:^|\\n)[>*\\- ]{0,4}(?:[Nn]ame|[Ff]ull [Nn]ame|[Pp]atient(?: [Nn]ame)?|[Cc]lient|[Cc]ustomer [Nn]ame|[Cc]ontact|[Aa]uthor|Имя|ФИО)[ \\t]*:[ \\t]*(?<value>${fullName})[ ]*(?=\\n|,|<|$)`,
  "dgu",
);
const relation =
  "(?:wife|husband|spouse|fiancée?|son|daughter|child|baby|mother|mom|mum|father|dad|brother|sister|friend|best friend|boss|manager|supervisor|colleague|co-?worker|neighbou?r|partner|boyfriend|girlfriend|ex|teacher|doctor|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|grandma|grandpa|roommate|landlord|client|guardian|kid|assistant|student|classmate)";
const related = new RegExp(
  `(?<![\\p{L}])(?:my|our|his|her|their|the|a|an)(?: \\p{L}{2,12})? ${relation}(?:['’]s name)?,?(?: (?:is|was|named|called|name is|is called|was called|is named))? (?<value>${fullName})(?![\\p{L}])`,
  "dgu",
);
const contacted = new RegExp(
  `(?<![\\p{L}])(?:[Cc]all|[Tt]ext|[Ee]mail|[Mm]essage|[Pp]hone|[Rr]emind|[Ii]nvite|[Pp]ay|[Cc]ontact|[Mm]oney to|[Mm]essage to|[Ee]mail to|[Ll]etter to|[Mm]ail to|[Ss]igned by) (?<value>${capital} (?:${particle} )?${capital}(?: ${capital})?|(?<=(?:money|message|email|mail|letter) to )${capital})(?![\\p{L}])`,
  "dgu",
);

const twoWords = `${capital}(?: \\p{Lu}\\.?)? (?:${particle} )?${capital}`;
const asked = new RegExp(
  `[Nn]ame(?: on the account)?\\? (?:User: )?(?<value>${fullName})(?=[\\s.!?]*$)`,
  "dgu",
);
const letterhead = new RegExp(
  `(?:^|\\n)[>* ]{0,3}(?<value>${twoWords})[ ,]{0,2}\\n(?=[^]{0,120}(?:\\d{2,6} \\p{Lu}|@|[Pp]hone|[Bb]ox))`,
  "dgu",
);

const cued = [titled, introduced, greeted, signed, labelled, related, contacted, asked, letterhead];

/**
 * Names of people: after a cue ("my name is", a title, a greeting or a signature, a form's label, a relation, a verb of
 * contact), in many languages and without regard to case where the cue is clear; and without a cue where the words are
 * known as names (`findUncuedNames`). In Chinese, Japanese, Korean and Arabic only beside a cue or an honorific.
 */
export function detectName(text: string): readonly Finding[] {
  const exact = announces.test(text) ? findMatches(text, "name", selfNamed, isPersonName) : [];
  const anyCase =
    exact.length > 0 || !announces.test(text)
      ? []
      : findMatches(text, "name", selfNamedAnyCase, isPersonName).map((found) => firstWords(text, found));
  return [
    ...cued.flatMap((pattern) => findMatches(text, "name", pattern, isPersonName)),
    ...exact,
    ...anyCase,
    ...findUncuedNames(text),
    ...findCaselessNames(text),
  ];
}

const announces =
  /nam|call|appelle|llamo|nombre|heiß|heiss|chiamo|nome|chamo|naam|heet|heter|navn|nazyw|imię|adım|зовут|звати|имя|numesc/i;

/** Only the words before the first ordinary one are the name; after one with a capital none in small letters. */
function firstWords(text: string, finding: Finding): Finding {
  const words = text.slice(finding.start, finding.end).split(" ");
  const marked = /^\p{Lu}/u.test(words[0] ?? "");
  let end = finding.start;
  for (const word of words) {
    if (!isPersonName(word) || (marked && /^\p{Ll}/u.test(word))) break;
    end += word.length + (end === finding.start ? 0 : 1);
  }
  return { ...finding, end };
}
