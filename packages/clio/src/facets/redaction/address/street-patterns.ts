const word = "[\\p{L}\\p{M}.'’-]{1,30}";
const suffix =
  "(?:street|str|st|avenue|ave|av|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|circle|cir|crescent|cres|terrace|ter|square|sq|highway|hwy|parkway|pkwy|turnpike|expressway|close|grove|alley|mews|gardens|plaza|trail|trl|quay|wharf|bypass)";
const joined =
  "[\\p{L}\\p{M}.'’-]{2,30}(?:stra(?:ß|ss)e|str\\.?|gasse|allee|platz|weg|ring|damm|ufer|steig|chaussee|straat|laan|plein|gracht|kade|dreef|gatan|vägen|gränd|vej|gade|allé|stræde|veien|vegen|gata|gate|katu|kuja|tie|polku|utca|stræti|straeti|gata|vegur|braut|tee|tänav|puiestee)";
const leading =
  "(?:rue|avenue|boulevard|chemin|impasse|allée|quai|route|via|viale|piazza|piazzetta|corso|vicolo|largo|strada|calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|camino|carrera|ronda|rua|r\\.|travessa|praça|alameda|estrada|ulica|ul\\.|aleja|al\\.|os\\.|plac|pl\\.|trg|str\\.|bd\\.|улица|ул\\.|проспект|пр\\.|пр-т|переулок|пер\\.|бульвар|шоссе|вулиця|вул\\.|οδός|λεωφόρος|jalan|jl\\.|sokak|caddesi)";
const following =
  "(?:utca|u\\.|út|tér|sokak|sok\\.|caddesi|cad\\.|bulvarı|tee|terrasse|allé|tänav|iela|gatvė|g\\.|marg|nagar)";
const number = "\\d{1,6}[a-z]?(?:[ /-]\\d{1,5}){0,2}";
const side = "(?![\\p{L}\\p{N}])";

/** A number, then a street in the order of English: "12 Long Acre Road". */
export const numberedStreet = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/$€£])${number},? (?:${word} ){1,4}${suffix}(?![\\p{L}\\p{N}'])\\.?`,
  "giu",
);

/** The same with kinds that are ordinary words, where they have a capital. */
export const numberedPlace = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/$€£])${number},? (?:\\p{Lu}${word} ){1,4}(?:Way|Place|Pl|Loop|Row|Walk|Hill|Point|View|Rise|Green)${side}\\.?`,
  "gu",
);

/** A street whose kind is the end of its name, with a number before or behind: "Lange Straße 7", "Ringvej 144". */
export const compoundStreet = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/])(?:${number} (?:${word} ){0,2}${joined}(?: \\d{1,5}[a-z]?)?|(?:\\p{Lu}${word} )?${joined} \\d{1,5}[a-z]?|\\p{Lu}${word} (?:Stra(?:ß|ss)e|Allee|Platz|Weg) \\d{1,4}[a-z]?)${side}`,
  "gu",
);

/** A street whose kind comes first: "12 rue de la Paix", "ul. Miła 53", "ул. Ленина, д. 5". */
export const namedStreet = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${number},? ${leading} (?:${word}[ ,]){0,4}${word}|${leading} ?(?:${word} ){0,3}${word},? (?:n\\.?º?° ?|nr\\.? ?|д\\. ?|дом |№ ?)?\\d{1,5}[a-zа-я]?(?:/\\d{1,4}[a-z]?)?)${side}`,
  "giu",
);

/** A street whose kind stands apart behind its name: "Király u. 15", "Luite tee 87". */
export const followedStreet = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{Lu}${word} ){1,3}${following} \\d{1,5}[a-z]?${side}`,
  "gu",
);

/** Boxes and military post. */
export const postBox =
  /(?<![\p{L}\p{N}])(?:(?:p\.? ?o\.? ?box|postbox|post ?boks|postfach|postbus|apartado|casella postale|caixa postal|boîte postale|b\.p\.|skrytka|а\/я) ?#?\d{1,8}|(?:unit|psc) \d{1,5},? box \d{1,5}|(?:uss|usns|usnv|usnv|usv|usav|uscgc) \p{L}{2,30}(?=\s{1,3}[afd]po))(?![\p{L}\p{N}])/giu;

/** A door within a house; with `stickyUnit` at one place. */
const unitSource =
  "(?:suite|apt|apartment|unit|flat|room|rm|floor|fl|ste|appartement|appt|wohnung|whg|top|stiege|piso|puerta|escalera|esc|depto|departamento|apto|apartamento|bloco|interno|int|scala|lejl|lgh|as|kv|кв|квартира|корп|стр|подъезд|building|bldg)\\.? ?#?\\d{1,5}[a-z]?";
export const doorOfHouse = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:apt|apartment|suite|ste|flat|unit|кв|appt|whg)\\.? #?\\d{1,5}[a-z]?${side}`,
  "giu",
);
export const stickyUnit = new RegExp(`${unitSource}${side}`, "iuy");

/** "the corner of Main Street and 5th Avenue". */
export const corner = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:the )?corner of (?:${number} )?(?:[\\p{Lu}\\d]${word} ?){1,4}\\d{0,5} (?:st\\. |str\\. )?and (?:\\p{Lu}${word}(?: (?=\\p{Lu}))?){1,4}`,
  "gu",
);

/** What follows "my address is" and the like, up to the end of the sentence, if it has a digit. */
export const statedAddress =
  /(?<![\p{L}])(?:(?:my|our|home|mailing|shipping|billing|street|delivery|new|his|her|their) address(?: is|:| to)|address:|i live at|lives at|living at|residing at|resides at|deliver(?:ed)? to|card to|sent to|ship(?:ped)? to|address to|meet (?:me|you) at)[ \n]{1,12}(?<value>(?=[^\n?!]{0,40}\d)[\p{L}\d][^\n?!;"]{6,90}?)(?=[.?!;"]?(?:\s*$|\n|[.?!;"] )| (?:please|thanks|after|and|because|before|for|with|in case)\b)/dgimu;

/** Number, name, number, as forms and lists have streets: "20789 Allika 46". */
export const framedStreet = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/$€£#-])\\d{1,6}[a-z]? (?:[\\p{Lu}][\\p{L}\\p{M}.'’-]{0,30} |(?:de|del|da|do|dos|di|du|van|von|der|den|la|le|las|los|nad|pod|u) ){1,5}\\d{1,5}[a-z]?\\.?(?=[,\\n]|$| (?:apt|suite|unit|flat)| for | last | in case)`,
  "gu",
);
