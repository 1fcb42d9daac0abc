/** Part of every key of work by a model: to be raised with any change of a prompt, of an answer's schema or of a rule after it. */
export const promptVersion = 2;
