/**
 * Words that stand for digits and numbers, since a secret number may be told by them. English, and of other widespread
 * languages the digits; longer ones are words that need support like all others.
 */
const numberWords: ReadonlySet<string> = new Set(
  `zero nought oh nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
  null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend
  zéro deux trois quatre cinq sept huit neuf dix onze douze cent mille
  cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil
  dois duas três quatro sete oito nove dez onze doze cem
  due tre quattro sei sette otto dieci undici dodici cento
  twee drie vijf zes zeven negen tien honderd duizend
  ноль один одна два две три четыре пять шесть семь восемь девять десять сто тысяча`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

const asianNumeral = /^[〇零一二三四五六七八九十百千万萬億亿两兩壱弐参廿卅]+$/u;
/** A number with what it counts: "2nd", "10am", "30min", "5k". */
const withUnit =
  /^\p{N}+(?:st|nd|rd|th|am|pm|d|k|m|b|g|s|x|h|hr|hrs|min|mins|sec|gb|mb|kb|tb|km|kg|cm|mm|ml|lb|lbs|ft|mph|kmh|px)?$/u;
const roman = /^(?=[ivxlcdm]{2,}$)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u;

/** Whether a lower-case word stands for a number: digits, with a unit, spelled out, or Asian numerals. */
export function isNumeral(word: string): boolean {
  return withUnit.test(word) || numberWords.has(word) || asianNumeral.test(word);
}

/** Whether a word that no dictionary has can be read as a Roman numeral of two letters and more. */
export function isRomanNumeral(word: string): boolean {
  return roman.test(word);
}
