import { compileGrammar, compileLiteral, passage, type Grammar } from "../grammar.ts";

const sentences = (lines: readonly string[], least: number, most: number, join = " "): Grammar =>
  passage(lines.map(compileGrammar), least, most, join);

const code = (snippets: readonly string[], least: number, most: number): Grammar =>
  passage(snippets.map(compileLiteral), least, most, "\n\n");

const emailBody = [
  "I hope {this email finds you well|you had a good weekend|all is well}.",
  "As discussed {last week|on $weekday|on the phone}, we {will need the signed form|are still waiting for the invoice|would like to move the date} by {the end of $month|next $weekday}.",
  "Unfortunately the delivery {did not arrive|was incomplete|was sent to the wrong address}.",
  "I am {a little concerned|somewhat surprised|very happy} about the {latest figures|new schedule|way this was handled}.",
  "Please let me know {if that works for you|your thoughts|whether $name can join}.",
  "{Attached|Below} you will find the {draft|updated numbers|minutes of our last call}.",
  "I {was under the impression|understood|had assumed} that $name would take care of it.",
  "Could we {set up a call|meet|talk} on $weekday {at {2|3|4} pm|in the afternoon|before lunch}?",
  "We have {already paid|been customers for $few years|sent two reminders} and {expect a reply|would appreciate a quick answer|hope to find a solution}.",
];

const prose = [
  "In recent years {cities|companies|schools|families} have had to {rethink|reconsider|adapt} the way they {live|work|spend|learn}.",
  "{Many people|Critics|Supporters|Experts} {argue|believe|claim} that {$subject|the new rules} will change {everything|very little|how we live}.",
  "The {first|main|most obvious} reason is {cost|time|habit|trust}.",
  "On the other hand, {it is not clear|nobody can say|few studies show} whether {the effect lasts|the money is well spent|the benefits reach everyone}.",
  "A {survey|study|report} from {2019|2021|2023} {found|suggests} that about {a third|half|$percent} of {adults|students|workers} {agree|disagree|had no opinion}.",
  "This {matters|is important} because {small changes add up|children copy what they see|local shops depend on it}.",
  "{Moreover|Furthermore|In addition}, the {weather|economy|technology} {plays a role|cannot be ignored|makes planning harder}.",
  "When I {was young|first arrived|started this project}, {nobody talked about it|I thought it was simple|things were different}.",
  "{In conclusion|To sum up|All in all}, {there is no easy answer|both sides have a point|more research is needed}.",
  "The {council|team|committee} {met|voted|decided} in $month and {postponed the plan|approved the budget|asked for a second opinion}.",
  "{For example|For instance}, a {bakery|clinic|school} in $city {saved|lost|spent} $bigmoney {in one year|within months}.",
];

const story = [
  "The {lighthouse|train|old piano|kitchen} was {silent|colder than she remembered|still warm}.",
  "$Name {counted the steps|closed the door|waited by the window}, {listening|not daring to speak|thinking of the letter}.",
  '"{You came back|We should leave|It was never about the money}," {he|she} said.',
  "Outside, {rain|snow|a dog|the last bus} {went by|kept going|made the street look smaller}.",
  "Nobody in $city {talked about|remembered|believed} what {happened that night|the captain saw|was under the floor}.",
  "There were {three|two|seven} {keys|photographs|names} on the table and {none of them fit|one was missing|all of them lied}.",
  "By the time the {sun|moon} {rose|set}, the {road|house|sea} had {changed|forgotten them}.",
];

const minutes = [
  "- $name: {vendor contract|website|budget|hiring} {still open|done|delayed until $month}",
  "- {Action|To do}: $name2 {to send|checks|prepares} the {slides|numbers|offer} by $weekday",
  "- Decision: {keep|drop|postpone} the {pilot|second office|newsletter}",
  "- {Risk|Issue}: {two people on leave|supplier is late|costs up $percent}",
  "- Next meeting $weekday {9|10|11}:00, {room 2|online}",
  "- Customers {complain about|like|ignore} the {new layout|price change|app}",
];

const contract = [
  "{The Tenant|The Employee|The Contractor|The Client} shall {give|provide} {thirty (30)|sixty (60)|fourteen (14)} days' written notice {prior to termination|of any change}.",
  "Any {dispute|claim} arising under this Agreement shall be {settled by arbitration|governed by the laws of $country}.",
  "{The Company|The Landlord|The Supplier} may {terminate|amend} this Agreement {at its sole discretion|without cause|upon material breach}.",
  "The {deposit|fee|retainer} of $money is {non-refundable|due within 14 days|payable in two instalments}.",
  "{The parties|Both parties} agree to keep {all information|the terms} confidential for a period of $few years.",
  "In no event shall {the Company|either party} be liable for {indirect|consequential} damages.",
];

const logs = [
  "2026-0{1|2|3}-1{1|4|7|9} 0{3|8|9}:{12|47|05}:{01|33} ERROR {worker|api|scheduler} - {connection refused|timeout after 30s|out of memory}",
  "WARN  retrying in {5|10|30}s (attempt {1|2|3} of 5)",
  "{Traceback (most recent call last)|Caused by}: {KeyError: 'user_id'|ECONNRESET|NullPointerException at Main.java:42|permission denied}",
  "INFO  started in {2.31|0.84|11.2}s",
  "FATAL could not open {/var/lib/data|config.yml|/dev/sda1}: no such file",
  "npm ERR! code {ERESOLVE|E404|EACCES}",
];

const table = [
  "{north|south|east|west},{Q1|Q2|Q3},{1204|880|1533|97},{0.12|0.4|-0.08}",
  "2026-0{1|2|3}-0{2|5|8},{shoes|lamps|tea|chairs},{14|3|27|112},{19.90|4.50|240.00}",
  "{A|B|C}{101|204|317},{yes|no|n/a},{$city},{34|52|19}",
  "$name,{active|cancelled|trial},{12|3|48},{9.99|29.00}",
];

const review = [
  "{Great|Terrible|Okay-ish} {service|food|value}, {would come again|never again|but the wait was long}.",
  "The {staff|driver|receptionist} {was rude|went out of their way|forgot our order}.",
  "{Broke after two weeks|Exactly as described|Smaller than in the photos}.",
  "{Five stars|Two stars|One star} {because|only because} {of $name|the refund took a month|it arrived early}.",
];

const resume = [
  "$Job at $company ({2017|2019|2021} - {2022|2024|present})",
  "- {Responsible for|Led|Helped with} {a team of $few|daily reports|customer accounts|stock and ordering}",
  "- {Reduced|Increased} {costs|response time|sales|errors} by $percent",
  "Education: {BA|BSc|Diploma} in {history|business|nursing|mechanical engineering}, {2014|2016|2020}",
  "Skills: {Excel|SAP|Figma|Python|customer service}, {first aid|forklift licence|$language}",
  "- {Trained new staff|Organised events|Handled complaints|Managed the calendar}",
];

const python = [
  "def $fn($arg, limit=10):\n    result = []\n    for row in $arg:\n        if row['id'] > limit:\n            result.append(row['$field'])\n    return result",
  "with open('$field.csv') as f:\n    $arg = [line.split(',') for line in f]\nprint($arg[0][3])",
  "class $Fn:\n    def __init__(self, $arg=[]):\n        self.$arg = $arg\n\n    def total(self):\n        return sum(x.$field for x in self.$arg)",
  "import requests\n\nr = requests.get(url, timeout=5)\n$arg = r.json()['$field']\nfor x in range(len($arg)):\n    print($arg[x + 1])",
  "async def $fn():\n    $arg = await load('$field')\n    return [x async for x in $arg if x]",
  "try:\n    $fn($arg)\nexcept:\n    pass",
];

const javascript = [
  "const $fn = ($arg) => {\n  return $arg.map((x) => { x.$field })\n}",
  "for (var i = 0; i < $arg.length; i++) {\n  setTimeout(() => console.log($arg[i].$field), 100)\n}",
  "async function $fn() {\n  const res = fetch('/api/$field')\n  const $arg = await res.json()\n  return $arg\n}",
  "useEffect(() => {\n  set$Arg($arg.filter(a => a.$field))\n}, [$arg])",
  "document.querySelector('#$field').addEventListener('click', $fn())",
  "export interface $Arg {\n  id: number\n  $field?: string\n}",
];

const otherCode = [
  "fn $fn($arg: &Vec<u32>) -> u32 {\n    let first = $arg[0];\n    $arg.push(first);\n    first\n}",
  "func $fn($arg []string) error {\n\tfor _, a := range $arg {\n\t\tgo save(a)\n\t}\n\treturn nil\n}",
  "public int $fn(List<Integer> $arg) {\n    int $field = 0;\n    for (Integer i : $arg) $field += i;\n    return $field / $arg.size();\n}",
  "#!/bin/bash\nset -e\ncd ./$field && rm -rf *\nfind . -name '*.log' -exec mv {} $arg \\;",
];

const sql = [
  "SELECT c.name, COUNT(o.id) AS $field\nFROM customers c\nLEFT JOIN orders o ON o.customer_id = c.id\nWHERE o.status = 'paid'\nGROUP BY c.name;",
  "SELECT * FROM $arg WHERE created_at > NOW() - INTERVAL '7 days' AND $field = NULL;",
  "UPDATE $arg SET $field = 0 WHERE id IN (SELECT id FROM archive);",
  "WITH t AS (\n  SELECT $field, ROW_NUMBER() OVER (PARTITION BY $field ORDER BY created_at) rn FROM $arg\n)\nSELECT * FROM t WHERE rn = 1;",
  "SELECT region, SUM($field) FROM $arg GROUP BY region HAVING SUM($field) > 1000 ORDER BY 2;",
];

const css = [
  ".$arg {\n  display: flex;\n  justify-content: center;\n  height: 100%;\n}",
  "#$field > .$arg {\n  position: absolute;\n  z-index: 999;\n  width: 100vw;\n}",
  "@media (max-width: 600px) {\n  .$arg { display: grid; grid-template-columns: 1fr 1fr; }\n}",
];

/** What people paste, as slots that any topic may use. */
export const pasteSlots: Readonly<Record<string, Grammar>> = {
  pasteEmail: sentences(["{Dear|Hi} $name,\\n\\n$emailBody\\n\\n{Kind regards|Best|Thanks}\\n$name2"], 1, 1),
  emailBody: sentences(emailBody, 2, 6),
  pasteEssay: sentences(prose, 4, 9),
  pasteParagraph: sentences(prose, 2, 4),
  pasteStory: sentences(story, 3, 6),
  pasteMinutes: sentences(minutes, 3, 6, "\n"),
  pasteContract: sentences(contract, 1, 4, "\n"),
  pasteLogs: sentences(logs, 2, 5, "\n"),
  pasteTable: sentences(table, 3, 4, "\n"),
  pasteReview: sentences(review, 1, 3),
  pasteResume: sentences(resume, 3, 6, "\n"),
  pastePython: code(python, 1, 2),
  pasteJavascript: code(javascript, 1, 2),
  pasteCode: code([...otherCode, ...python.slice(0, 2), ...javascript.slice(0, 2)], 1, 1),
  pasteSql: code(sql, 1, 1),
  pasteCss: code(css, 1, 2),
  pasteLong: sentences([...prose, ...story, ...review, ...emailBody], 25, 40),
  fn: compileGrammar("loadUsers|parse|get_total|cleanUp|sync|build_index|handler|merge|fetchAll|score"),
  arg: compileGrammar("users|rows|items|orders|events|files|payload|books|invoices|nodes"),
  field: compileGrammar("price|name|email|status|amount|title|total|score|city|tags"),
};
