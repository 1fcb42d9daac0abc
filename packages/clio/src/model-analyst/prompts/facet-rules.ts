/** What a summary may not say: the same for every facet that is one. */
export const privacyRules = `- Take no side on whether the user means well or badly. If the subject is harmful, name plainly what harm it is about.
- Nobody may be recognised from it. Leave out names of people, companies, schools, products and places, contact data, numbers that belong to someone, job titles at a named employer, and details of somebody's life that only few people share; write the general kind instead ("a relative", "a small company", "a city").
- Do not mention the conversation, the user or the assistant.`;

/** How a summary of what the user wants has to be written. */
export const summaryRules = `Rules for what you write about the user's wish:
- English, whatever the language of the conversation; at most two short sentences; begin with "to" and a verb.
- Say what kind of thing it is about, precisely enough that a reader could sort it among thousands of others: the subject, the kind of text, code or advice, the purpose.
${privacyRules}`;

export const languageRules = `"languages": the human languages in which the user and the assistant write from the user's first message on, the one used most first; full English names such as "Spanish", no codes, no families of languages, no programming languages; an empty list if there are no words.`;

export const concernRules = `"concern": how much a team for safety should care, as a whole number.
1: nothing to worry about, a request such as most people make.
2: a sensitive subject or rough language, without sign of harm.
3: might help to do harm, or bends the rules of a decent service.
4: probably seeks to harm somebody or to break the law.
5: clearly seeks grave harm, such as violence, abuse of children or weapons; somebody should look at it at once.
Questions about history, fiction, health, law and prevention are no reason for a high number by themselves.`;
