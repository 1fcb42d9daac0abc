/**
 * Proper nouns that are no secret by themselves and that no dictionary of common words has: peoples, faiths, feasts, parts
 * of the world, and widely used software, services and formats. Written by hand. They need support by as many accounts as a
 * word of a dictionary; what is not here needs that of an unknown word, or a glossary.
 */
const byHand = `
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december christmas easter halloween thanksgiving ramadan hanukkah diwali eid passover carnival valentine
africa america asia europe oceania antarctica arctic atlantic pacific mediterranean caribbean scandinavia balkans siberia
alps himalayas amazon sahara nile
american african asian european australian canadian mexican brazilian argentine argentinian colombian chilean peruvian cuban
british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian
danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian serbian croatian
chinese japanese korean indian pakistani bangladeshi vietnamese thai filipino indonesian malaysian arab arabic persian iranian
iraqi israeli egyptian moroccan nigerian kenyan ethiopian latin latino hispanic roman celtic viking ottoman byzantine victorian
christian christianity catholic protestant orthodox jewish judaism muslim islam islamic hindu hinduism buddhist buddhism sikh
taoism bible quran torah
english spanish mandarin cantonese esperanto latin sanskrit hebrew yiddish hindi urdu bengali punjabi tamil telugu
internet web wifi bluetooth usb hdmi gps nfc
google facebook instagram whatsapp twitter youtube tiktok snapchat linkedin reddit pinterest telegram discord slack zoom skype
netflix spotify amazon ebay etsy paypal venmo airbnb uber lyft tesla toyota honda ford bmw samsung apple iphone ipad macbook
android ios macos windows linux ubuntu debian microsoft excel powerpoint outlook onenote sharepoint gmail chrome firefox safari
photoshop illustrator indesign canva figma autocad blender unity minecraft pokemon playstation xbox nintendo lego
wikipedia chatgpt openai anthropic claude gemini siri alexa cortana midjourney
wordpress shopify squarespace wix salesforce hubspot jira trello notion asana confluence github gitlab bitbucket docker
kubernetes terraform ansible jenkins aws azure heroku vercel netlify firebase cloudflare nginx apache kafka redis rabbitmq
python java javascript typescript kotlin swift golang rust haskell scala perl php ruby julia fortran cobol matlab lua erlang
elixir clojure lisp prolog bash powershell html css sass xml json yaml toml csv tsv pdf png jpg jpeg gif svg mp3 mp4 sql nosql
mysql postgresql postgres sqlite mongodb oracle mariadb elasticsearch graphql rest grpc http https ssh ssl tls tcp udp dns vpn api
sdk ide url uri regex latex markdown vba ai ml nlp llm gpt cpu gpu ram ssd
react angular vue svelte nextjs nodejs node express django flask fastapi rails laravel spring dotnet pandas numpy scipy
matplotlib pytorch tensorflow keras sklearn jupyter anaconda arduino raspberry
nasa nato unesco unicef fifa nba nfl nhl mlb olympic olympics covid dna rna mri hiv aids adhd iq gdp ceo cfo cto hr kpi roi seo crm erp
faq diy dvd cd tv pc dj id atm pin iban sms gif emoji emojis selfie selfies hashtag hashtags meme memes podcast podcasts
smartphone smartphones app apps blog blogs vlog chatbot chatbots username usernames login logins dropdown dropdowns screenshot
screenshots online offline email emails website websites homepage backend frontend fullstack dataset datasets workflow workflows
backpacking staycation carpool ok okay
`;

/** Well-known proper nouns by hand, and the names of countries, languages, currencies and time zones' cities of the runtime. */
export function listWellKnownNames(): ReadonlySet<string> {
  const names = new Set(toWords(byHand));
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const currencies = new Intl.DisplayNames("en", { type: "currency", fallback: "none" });
  const add = (name: string | undefined): void => toWords(name ?? "").forEach((word) => names.add(word));
  for (const first of letters)
    for (const second of letters) {
      add(regions.of(first + second));
      add(languages.of((first + second).toLowerCase()));
    }
  for (const currency of Intl.supportedValuesOf("currency")) add(currencies.of(currency));
  for (const zone of Intl.supportedValuesOf("timeZone")) add(zone.split("/").at(-1)?.replaceAll("_", " "));
  return names;
}

function toWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word.length > 1);
}
