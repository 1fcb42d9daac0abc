import { foldWord } from "./fold-word.ts";

const endings =
  /.{2}(?:ss?on|d[oó]ttir|datter|sdatter|[^aeiou]sen|nsen|ov|ova|ev|eva|ovna|evna|ovich|evich|ovic|evic|vić|sk[iy]|skiy|skij|ska|skaya|cki|cka|wicz|czyk|czak|enko|chuk|yuk|iuk|shvili|dze|adze|escu|eanu|oglu|nen|inen|[aeo]l[aeo]inen|berg|bergh|stein|mann|qvist|kvist|quist|lund|strom|str[öø]m|gaard|gård|feld|feldt|bauer|meier|meyer|mayer|maier|hofer|huber|moto|yama|mura|naka|guchi|saki|zaki|poulos|pulos|poulou|akis|akos|idis|iadis|ides|aitis|auskas|evicius|iene|yan|dian|nian|ian[cz]|zadeh|nejad|pour|khani|[lr]ez|ndez|nchez|ínez|guez|quez|pez|tti|elli|etti|ucci|acci|oni|ini|aux|eux|ault|eault|eau|ois|ard|ier|stra|sma|inga|ema|huis|veld|ink|kamp|eson|ewski|owski|ík|čka|ková|lová|ová|ný|ský)$/iu;
const beginnings = /^(?:Mc|Mac(?=\p{Lu})|O['’](?=\p{Lu})|Fitz|D['’](?=\p{Lu})|Al-|El-|Ben-|Abu)\p{L}{2}/u;
const japanese =
  /^(?:(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwjf])?(?:[aiueo]|ou|uu|oo)|n(?![aiueo])){3,}$/;

/**
 * Whether a word is built like a family name or patronymic of one of the languages that mark them (Scandinavian, Slavic, Baltic, Finnish,
 * Caucasian, Greek, Iberian, Italian, German, Dutch), or syllable by syllable like a Japanese name. Says nothing of
 * ordinary words and places, which may end so too.
 */
export function looksLikeFamilyName(word: string): boolean {
  return beginnings.test(word) || endings.test(word) || japanese.test(foldWord(word));
}
