import { isActionVerb } from "../task/action-verbs.ts";

const word = "(?![\\p{L}])";
const questionWord = new RegExp(
  `^(?:what|who|whom|whose|which|why|how|any|что|кто|как|какой|какая|какие|каким|почему|зачем|сколько|можно ли|есть ли|qué|cómo|cuál|dónde|cuándo|por qué|quién|comment|pourquoi|quel|quelle|où|est-ce|wie|was|warum|wo|wer|welche|come|cosa|perché|dove|como|qual|onde|quem|hoe|wat|waarom|nasıl|neden|ne zaman|kim|nerede)${word}`,
  "u",
);
const mark = /[?？؟][\s"'”’)»*]{0,3}$/u;
const marks = /[?？؟]/u;
const imperative = new RegExp(
  `^(?:\\p{Script=Cyrillic}{2,14}(?:ите|йте|ьте|ать|ить|еть)|(?:напиши|сделай|объясни|расскажи|опиши|создай|составь|придумай|переведи|перепиши|перефразируй|исправь|найди|реши|приведи|дай|назови|сравни|проанализируй|предложи|сгенерируй|продолжи|ответь|помоги|покажи|посчитай|рассчитай|определи|сократи|распиши|переделай|напомни|включи|поставь|добавь|выбери|оцени|разработай|подбери|сформулируй|доработай|улучши|дополни|скажи|подскажи|schreib|schreibe|erkläre?|erstelle?|übersetze?|finde|zeig|mach|gib|nenn|hilf|stell|spiel|füge|erinnere|such|escribe|explica|haz|crea|traduce|dame|dime|busca|encuentra|pon|recuérdame|resume|écris|explique|crée|traduis|donne|trouve|fais|rédige|montre|mets|rappelle|scrivi|spiega|traduci|trova|dammi|dimmi|metti|ricordami|aggiungi|escreva|crie|traduza|encontre|faça|me dê|schrijf|leg uit|vertaal|geef|vind|maak|zoek|zet|speel|yaz|açıkla|çevir|bul|göster|napisz|wyjaśnij|napiš|skriv)${word}|写|翻译|翻譯|解释|解釋|帮|幫|给我|給我|告诉|告訴|生成|创建|总结|總結|推荐|列出|分析|设置|播放|添加|查找|اكتب|اشرح|ترجم|أعط|ابحث|لخص|लिख|बता|समझा|अनुवाद)`,
  "u",
);
const conditional =
  /^(?:if|when|whenever|unless|otherwise|given|in relation to|based on|for)(?![\p{L}]).{1,200}?(?<![\p{L}])(?:respond|say|output|reply|print|return|answer|write|give|create|list|generate|find|provide|make)(?![\p{L}])/u;
const need = new RegExp(
  `(?<![\\p{L}])(?:i (?:want|need|wanna|would like|would love|wish)|i['’]?d (?:like|love)|(?:i['’]?m|i am) (?:looking|trying|searching|interested)|you (?:need|are required|have) to|looking for|searching for|help me|can you|could you|would you|will you|please|tell me|let me know|give me|show me|how about|what about|any (?:other|idea|tips|advice|suggestions|recommendations)|(?:your|the) (?:task|job|goal) is|should be|мне (?:нужно|надо|нужен|нужна|нужны)|нужно|необходимо|хочу|хотел|помоги\\p{L}{0,3}|можешь|можете|пожалуйста|подскаж\\p{L}{1,4}|quiero|necesito|quisiera|puedes|podrías|je (?:veux|voudrais|cherche)|j['’]ai besoin|peux-tu|pouvez-vous|ich (?:will|möchte|brauche|suche)|kannst du|können sie|vorrei|voglio|ho bisogno|puoi|quero|preciso|gostaria|você pode|ik wil|kun je|kan je|istiyorum|lazım|chcę|potrzebuję)${word}|我想|我要|需要|请|請|能不能|可以|帮我|幫我|ください|たい|教えて|してほしい|해\\s?줘|주세요|أريد|من فضلك|चाहिए|कृपया`,
  "u",
);
const persona =
  /^(?:you are (?!(?:given|provided|required|asked|presented))|you['’]re|you will be|act as|imagine (?:that )?you|pretend|assume (?:the role|you)|from now on|ты[ ,—-]|вы[ ,—-]|представь,? (?:что|себя)|du bist|eres un|tu es|sei un|你是|あなたは)/u;
const constraint = new RegExp(
  `^(?:use|avoid|make sure|ensure|keep|do not|don['’]t|never|always|only|note|remember(?:,| that)|include|respond|answer|reply|it should|they should|try to|the (?:text|answer|output|result|response|story|code) (?:should|must)|must|не |используй|текст должен|ответ должен|важно|учти)${word}`,
  "u",
);
const label = /^[\p{L}\d #'’()-]{1,40}:\s*\S/u;
const marker = /^[^\p{Ll}]*$/u;

/**
 * How much a sentence reads like the ask of its message: imperatives, questions, words of need, in some fourteen
 * languages; less for set-up ("You are a ..."), constraints ("Use no ..."), labelled input, markers in capitals and very
 * long sentences. About 0 for a plain statement, 2 and more for a clear ask.
 *
 * @param sentence as it was written.
 * @param trimmed the same without pleasantries.
 */
export function scoreAsk(sentence: string, trimmed: string): number {
  const text = trimmed.slice(0, 400).toLowerCase();
  const first = /^[a-z-]{2,20}/.exec(text)?.[0] ?? "";
  let score = 0;
  if (isActionVerb(first) || imperative.test(text)) score += 3;
  else if (conditional.test(text)) score += 1.5;
  if (mark.test(trimmed)) score += 2.5;
  else if (marks.test(trimmed)) score += 1;
  if (questionWord.test(text)) score += 1;
  if (need.test(sentence.slice(0, 400).toLowerCase())) score += 2;
  if (persona.test(text)) score -= 2.5;
  if (constraint.test(text)) score -= 2.5;
  if (label.test(trimmed) && !mark.test(trimmed)) score -= 1;
  if (/\p{Lu}/u.test(trimmed) && marker.test(trimmed)) score -= 2;
  if (sentence.length > 300) score -= 1;
  return Math.min(score, 5);
}
