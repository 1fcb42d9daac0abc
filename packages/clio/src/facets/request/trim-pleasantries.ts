import { isActionVerb } from "../task/action-verbs.ts";

const greeting =
  /^(?:hi+|hello+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|приветствую|привет|здравствуйте|здравствуй|добрый (?:день|вечер)|доброе утро|hola|buenos días|buenas tardes|bonjour|salut|hallo|guten (?:tag|morgen|abend)|ciao|buongiorno|olá|oi|bom dia|merhaba|selam|你好|您好|こんにちは|안녕하세요|مرحبا|नमस्ते)(?: (?:there|again|everyone|all|guys|friend|assistant|bot|ai|chatgpt|chat gpt|gpt|siri|alexa|google|claude|sir|\[NAME\]))?(?![\p{L}'])[\s,.!:;，。！~-]*/iu;
const opener =
  /^(?:(?:ok|okay|k|so(?! (?:far|that|many|much|long))|well|um+|uh+|hm+|alright|right(?! (?:now|away|after))|and|also|now(?! that)|then|but|actually|basically|oh|ah|by the way|btw|anyway|in that case|first of all)(?![\p{L}'])[\s,.!:;-]*|(?:please|pls|plz|kindly|пожалуйста|ну|так|bitte|por favor|s['’]il (?:te|vous) plaît|per favore|lütfen)(?![\p{L}'])[\s,.!:;-]*|(?:请|請|麻烦你?|麻煩你?)|(?:yes|yeah|yep|yup|sure|no|nope|great|cool|nice|perfect|awesome|excellent|thanks|thank you|thank you so much|thx|good|wonderful|fine|got it|sounds good|that sounds good|да|нет|спасибо)(?:,? (?:please|thanks|thank you|that's (?:good|great|fine|it)))?[,.!:;-]+\s*)/iu;
const politeQuestion =
  /^(?:(?:can|could|would|will) (?:you|u|ya)(?: (?:please|pls|plz|kindly|also|maybe|just|possibly|perhaps))*|i was (?:just )?wondering if you (?:can|could|would)|do you think you (?:can|could)|is it possible (?:for you )?to|would it be possible to|are you able to),? +/iu;
const wish =
  /^(?:i(?:['’]?d| would)(?: really)? (?:like|love)|i(?: do| really| just| also| only)* (?:want|need|wanna|gotta|wish|have)|i(?:['’]?m| am) (?:trying|hoping|going|planning|about|looking)|we (?:want|need)|you (?:need|have|are|should)|your (?:task|job|goal) is|let['’]?s|lets|my (?:task|goal) is)(?: (?:for )?(?:you|u))?(?: to)? +/iu;
const help = /^(?:help|assist) (?:me|us)(?: (?:to|in|please))* +/iu;
const closing =
  /(?:[\s,.!;-]+(?:please|pls|plz|for me|thanks?(?: you)?(?: (?:so|very) much| a lot| in advance)?|thx|ty|if (?:you (?:can|could|don['’]t mind)|possible)|пожалуйста|спасибо(?: заранее)?|bitte|danke|por favor|gracias|merci|grazie|obrigad[oa])(?=[\s.!?,]*$))/iu;

/**
 * A sentence without what is said only to be polite: greetings, "ok, so", "can you please", "I would like you to",
 * "thanks". The frame of a wish or a polite question goes only before a verb of action, so that "can you swim" and "I want
 * to die" stay what they are. Gives the sentence itself where nothing else would remain.
 */
export function trimPleasantries(sentence: string): string {
  let text = sentence.trim();
  let asked = false;
  for (let round = 0; round < 6; round += 1) {
    const before = text;
    text = text.replace(greeting, "").replace(opener, "");
    const bare = trimFrame(text, politeQuestion);
    asked ||= bare !== text;
    text = trimFrame(trimFrame(bare, wish), help);
    if (text === before) break;
  }
  text = trimClosing(text)
    .replace(/,? (?:please|pls|plz),? /giu, " ")
    .trim();
  if (asked) text = text.replace(/\s*[?？]$/u, "");
  return text === "" ? sentence.trim() : text;
}

function trimFrame(text: string, frame: RegExp): string {
  const match = frame.exec(text);
  if (match === null) return text;
  const rest = text.slice(match[0].length);
  const [first = "", second = ""] = rest.replace(/^(?:please|to) /i, "").split(/[\s,]+/, 2);
  return isActionVerb(first) || help.test(rest) || (first.endsWith("ly") && isActionVerb(second))
    ? rest
    : text;
}

function trimClosing(text: string): string {
  let rest = text;
  for (let round = 0; round < 3; round += 1) {
    const start = Math.max(0, rest.length - 60);
    const end = closing.exec(rest.slice(start));
    if (end === null) break;
    rest = `${rest.slice(0, start + end.index)}${/\?\s*$/.test(rest) ? "?" : ""}`;
  }
  return rest;
}
