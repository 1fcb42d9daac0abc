/**
 * The words that names and descriptions of the lexical analyst are framed with, apart from those of every published
 * text: they stand for what people do with any assistant and may be published without support.
 */
export const namingWords = `
check learn say said goodbye greet greeted thank thanked answer answered yes uncertainty repetition report talk tell
cancel cancelled insult insulted something someone various country countries several
small short itself repetition cancelled greetings goodbyes among
`;
