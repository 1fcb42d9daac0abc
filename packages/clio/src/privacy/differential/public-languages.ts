/** Languages that a release may name: a closed list, so that naming one that hardly anybody writes is no choice of the data. */
export const publicLanguages: readonly string[] = [
  "Arabic", "Bengali", "Bulgarian", "Catalan", "Chinese", "Croatian", "Czech", "Danish", "Dutch", "English", "Estonian",
  "Finnish", "French", "German", "Greek", "Gujarati", "Hebrew", "Hindi", "Hungarian", "Icelandic", "Indonesian",
  "Italian", "Japanese", "Kannada", "Korean", "Latvian", "Lithuanian", "Malay", "Malayalam", "Marathi", "Norwegian",
  "Persian", "Polish", "Portuguese", "Punjabi", "Romanian", "Russian", "Serbian", "Slovak", "Slovenian", "Spanish",
  "Swahili", "Swedish", "Tagalog", "Tamil", "Telugu", "Thai", "Turkish", "Ukrainian", "Urdu", "Vietnamese",
];

/** Number of a language on the list; one more than the last for any other. */
export function languageNumber(name: string | undefined): number {
  const number = name === undefined ? -1 : publicLanguages.indexOf(name);
  return number < 0 ? publicLanguages.length : number;
}
