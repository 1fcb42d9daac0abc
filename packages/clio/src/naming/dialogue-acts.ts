import { createPhrase, type Phrase } from "./phrase.ts";

/** Moves of a dialogue that ask for nothing, by what short messages open with; with the whole name and its past tense. */
const acts: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:(?:ok|okay|oh|great|awesome|perfect|well|alright|cool|no|yes|good|wow),? )?(?:many |a lot of |big )?(?:thanks|thank (?:you|u)|thx|ty\b|i appreciate|appreciate it|much appreciated|cheers)|\b(?:thanks|thank you)(?: so much| very much| a lot| a bunch| again)?$/u,
    "thank the assistant",
    "thanked the assistant",
  ],
  [
    /^(?:well |ok |okay )?(?:good ?bye|bye|see (?:you|ya)|farewell|take care|so long|adios|later\b|have a (?:good|nice|great|lovely)|talk to you (?:later|soon)|good ?night|i have to go|it was (?:nice|good|great) (?:talking|chatting|speaking|to))/u,
    "say goodbye",
    "said goodbye",
  ],
  [
    /^(?:hi|hello|hey|greetings|howdy|yo|good (?:morning|afternoon|evening|day)|what's up|whats up|sup|hiya|how are you|how is it going|how's it going|how are things|how have you been|how do you do|nice to meet you|it's (?:nice|good|great) to (?:see|meet))\b/u,
    "greet the assistant",
    "greeted the assistant",
  ],
  [
    /^(?:yes|yep|yeah|yup|yea|sure|affirmative|correct|right|true|absolutely|definitely|of course|certainly|that's (?:right|correct|true)|that is (?:right|correct|true|a yes)|uh-huh|i agree|sounds good|indeed|positive)\b/u,
    "answer yes",
    "answered yes",
  ],
  [
    /^(?:no|nope|nah|negative|not really|false|incorrect|wrong|absolutely not|of course not|that's (?:not|wrong|false|incorrect)|that is (?:not|wrong|false|incorrect|a no)|i disagree|never|definitely not|no way)\b/u,
    "answer no",
    "answered no",
  ],
  [
    /^(?:maybe|perhaps|possibly|could be|not sure|i'm not sure|i am not sure|i don't know|i do not know|who knows|unsure|i have no idea|it depends|might be|it's possible|i can't decide|undecided|i (?:am|'m) (?:unsure|uncertain|undecided)|i (?:don't|do not|couldn't|could not|can't|cannot|honestly) (?:really )?(?:know|say|tell|decide)|it (?:might|may|could) be|(?:either|neither) (?:yes|true|one))\b|\bmaybe$/u,
    "answer with uncertainty",
    "answered with uncertainty",
  ],
  [
    /^(?:stop|never ?mind|cancel(?: that| it| this)?|forget (?:it|that|about it)|shut up|be quiet)\b/u,
    "cancel a request",
    "cancelled a request",
  ],
  [
    /^(?:(?:can|could|would) you |please )*(?:repeat|say (?:that|it) again|come again|what did you (?:just )?say|pardon|say again|i (?:didn't|did not) (?:hear|catch|get))/u,
    "ask for a repetition",
    "asked for a repetition",
  ],
  [
    /\b(?:you(?:'re| are) (?:an? |so |very |really |such an? )?(?:idiot|stupid|dumb|moron|useless|terrible|awful|liar|bad))\b|^(?:fuck you|fuck off|screw you|go to hell|i hate you)/u,
    "insult the assistant",
    "insulted the assistant",
  ],
  [
    /\bwhat (?:all )?(?:can|could|are) you (?:able to )?(?:do\b(?! with| about| if| for (?:fun|a living|work))|help|assist|answer|capable)|\bwhat (?:else )?(?:can|could|should|may) i (?:ask|talk)|\bwhat (?:kinds? of |sorts? of |types? of |other |different )*(?:questions|topics|subjects|tasks|areas|skills)\b.* (?:can|could|do|are) (?:you|i)\b|\b(?:your (?:capabilities|abilities|skills|features|functions))\b/u,
    "ask what the assistant can do",
    "asked what the assistant can do",
  ],
  [
    /^(?:who|what) are you\b|^are you (?:a |an )?(?:real|human|person|robot|bot|ai|computer|machine)\b|\b(?:talking|speaking) (?:to|with) a (?:real|human|person|robot|bot|ai|computer|machine)/u,
    "ask what the assistant is",
    "asked what the assistant is",
  ],
];

const longestAct = 60;

/** The moves that a text makes, mostly none or one. */
export function readActs(text: string): readonly Phrase[] {
  const short = text
    .trim()
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/[.!?,;:]+$/u, "")
    .replace(/\s+/gu, " ");
  if (short.length > longestAct) return [];
  return acts.filter(([pattern]) => pattern.test(short)).map(([, name]) => createPhrase("act", name));
}

/** The past tense of a move: "thank the assistant" -> "thanked the assistant". */
export function pastOfAct(name: string): string {
  return acts.find(([, act]) => act === name)?.[2] ?? `asked to ${name}`;
}
