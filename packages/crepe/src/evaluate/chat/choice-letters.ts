/** Letters of captions; a longer list is not asked. */
export const choiceLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
