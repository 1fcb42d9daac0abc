import { once } from "@observatory/core";
import { foldWord } from "./fold-word.ts";

/** Words of places that countries and time zones do not give: large cities, parts of countries, peoples, continents. */
const more =
  `barcelona munich hamburg cologne frankfurt stuttgart dusseldorf leipzig dresden geneva basel milan venice naples turin florence
  bologna verona pisa sicily tuscany lyon marseille nice bordeaux toulouse cannes provence normandy brittany seville valencia granada
  malaga bilbao ibiza mallorca porto algarve antwerp bruges ghent rotterdam utrecht hague manchester liverpool birmingham leeds
  bristol oxford cambridge york edinburgh glasgow aberdeen cardiff belfast cork galway wales scotland england britain ireland
  krakow gdansk wroclaw salzburg innsbruck petersburg novosibirsk odessa kharkiv lviv crete santorini mykonos corfu
  boston seattle vegas dallas houston austin miami orlando tampa atlanta philadelphia pittsburgh
  baltimore washington charlotte nashville memphis orleans minneapolis milwaukee cincinnati cleveland columbus portland
  sacramento oakland palo alto fresno berkeley albuquerque tucson omaha tulsa wichita raleigh richmond savannah charleston honolulu anchorage
  manhattan brooklyn queens bronx harlem hollywood broadway malibu california texas florida nevada arizona oregon ohio michigan
  illinois wisconsin minnesota iowa missouri kansas nebraska dakota montana wyoming colorado utah idaho oklahoma arkansas louisiana
  mississippi alabama georgia carolina tennessee kentucky virginia maryland delaware jersey pennsylvania connecticut massachusetts
  vermont hampshire maine hawaii alaska rhode ontario quebec alberta manitoba montreal ottawa calgary winnipeg victoria
  mexico cancun tijuana guadalajara bogota medellin cartagena lima cusco quito patagonia
  beijing shenzhen guangzhou chengdu osaka kyoto okinawa hokkaido busan mumbai delhi bangalore chennai hyderabad pune goa kerala
  punjab gujarat bengal lahore islamabad hanoi saigon phuket chiangmai pattaya bali penang
  sydney melbourne brisbane perth adelaide cairns queensland tasmania auckland wellington christchurch
  cairo marrakesh durban capetown nairobi zanzibar dubai abu dhabi doha mecca medina jerusalem haifa
  europe asia africa america americas australia antarctica oceania arctic caribbean mediterranean pacific atlantic balkans scandinavia
  usa uk uae eu ussr nyc la sf dc amsterdam everest alps andes himalaya himalayas sahara amazonas nile danube rhine thames seine
  mars venus jupiter saturn mercury neptune uranus pluto holland burma persia siberia bavaria saxony crimea tibet kurdistan palestine
  american british canadian australian mexican brazilian argentinian colombian cuban chilean peruvian european asian african indian
  chinese japanese korean thai vietnamese filipino indonesian malaysian pakistani bangladeshi iranian iraqi israeli lebanese syrian
  egyptian moroccan algerian tunisian nigerian kenyan ethiopian ghanaian somali saudi turkish greek italian french german austrian
  swiss dutch belgian danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian serbian croatian
  bosnian albanian ukrainian russian belarusian estonian latvian lithuanian georgian armenian kazakh afghan english scottish welsh irish
  spanish portuguese arab latino latina hispanic caucasian muslim christian jewish catholic protestant orthodox buddhist hindu sikh
  mormon islamic islam christianity buddhism hinduism judaism quran torah bible`.split(/\s+/);

const words = once((): ReadonlySet<string> => {
  const known = new Set(more);
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const names = letters.flatMap((first) => letters.map((second) => regions.of(first + second) ?? ""));
  const zones = Intl.supportedValuesOf("timeZone").map((zone) => zone.split("/").at(-1) ?? "");
  for (const name of [...names, ...zones]) {
    for (const word of name.split(/[^\p{L}\p{M}'-]+/u)) if (word.length > 2) known.add(foldWord(word));
  }
  for (const word of ["and", "the", "city", "new", "san", "saint", "islands", "north", "south"])
    known.delete(word);
  return known;
});

/**
 * Whether a word names a place or a people in English: countries, the cities of time zones, and a list of large cities and parts
 * of countries. Small places are not known.
 */
export function isPlaceWord(word: string): boolean {
  return words().has(foldWord(word));
}
