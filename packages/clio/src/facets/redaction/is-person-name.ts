import { titles } from "./names/cue-words.ts";

const ordinary = new Set(
  `a an the this that these those there here not on in at of world universe for to by with from as so and or but if is was are were be been being very just only also
  my your his her its our their me you him them us it he she we they who what when where why how which wrong incorrect correct misspelled spelled right
  missing different unknown used called changed going looking trying working having getting planning thinking feeling sorry sure glad happy sad tired
  interested new old good bad great ready done stuck curious currently really now still always never about back sir madam team all everyone everybody
  guys folks friend friends mom mum mama dad papa mother father grandma grandpa honey baby support customer service manager hiring committee recruiter
  god jesus christ lord santa satan siri alexa google cortana assistant bot chatgpt gpt claude bard gemini openai facebook twitter instagram whatsapp
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  english spanish french german italian russian chinese japanese korean arabic hindi american british canadian australian indian mexican irish scottish
  muslim christian jewish catholic buddhist hindu black white asian african european latino latina hispanic gay dutch polish turkish swedish greek
  ai it hr ceo cto pm tv ok okay yes no please thanks thank hello hi hey dear mister miss part example following below above something someone
  one two three four five six seven eight nine ten first second third last next step note question answer data excel word java python javascript
  не что как это он она они мы вы на по для и в с`.split(/\s+/),
);

/** Whether a text of one to four words may be a person's name: its first word is no ordinary word, language, people, day or product. */
export function isPersonName(value: string): boolean {
  const words = value.split(/[\s.]+/);
  const first = words[0] ?? "";
  if (titles.has(first.toLowerCase()) && words.filter((word) => word !== "").length === 1) return false;
  return first.length > 0 && !ordinary.has(first.toLowerCase()) && !/(?:ing|ness|tion)$|^I['’]/.test(first);
}
