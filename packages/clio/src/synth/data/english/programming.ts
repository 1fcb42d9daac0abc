import type { DomainSource } from "../../topic-source.ts";

export const programming: DomainSource = {
  id: "programming",
  replies: [
    "The problem is {in the third line|how the value is passed|most likely a missing return}; I have marked the change.",
    "Here is a {corrected|cleaned up|minimal} version with a short comment on each change.",
    "Check the {types|input|order of the calls} first, then run it again with a small example.",
  ],
  topics: {
    "debug-python": String.raw`
      @ a Python error|a bug in my Python code|my Python script|Python traceback|a Python exception|debugging Python
      !weight 3
      {Why does this|Any idea why this} {crash|blow up|fail} {with a $err|when the list is empty|only on the second run}?\n\n$pastePython
      I {keep getting|get} a $err {in my $lib script|when I call $fn|after upgrading to Python 3.12} and {I don't understand why|the traceback tells me nothing}.[\n\n$pasteLogs]
      {My function|My loop|This method} returns None instead of {the total|a list|the cleaned value}. What am I missing?\n\n$pastePython
      {$lib|The script} worked fine {yesterday|on my laptop|in Jupyter} but {on the server|in the container|from cron} it {hangs forever|says module not found|eats all the memory}.
      {Spot the bug|Find what's wrong here|Fix this please}:\n\n$pastePython
      How can I {step through|trace|see what happens inside} a {generator|decorator|recursive function} in {PyCharm|VS Code|pdb}? {The value of|Somewhere} $arg {becomes|turns into} {a string|negative|NaN}.
      Is it normal that {a default list argument keeps its values|0.1 + 0.2 isn't 0.3|a loop skips items when I delete from the list} {in Python|here}? {It broke my|This ruined my} {homework|report|unit tests}.
      ~ $err {python $lib|in $fn|list comprehension} {fix|why|how to solve}
      ~ python {circular import|indentation problem|virtualenv not activating|async never awaited}
      < I'm {teaching myself Python|a $job who codes a little|three weeks into a Python course}.
      > {now it says|new error:} $err
      > what does that $err actually mean
      =err KeyError|TypeError|IndexError|UnicodeDecodeError|AttributeError|RecursionError|ModuleNotFoundError|ValueError
      =lib pandas|flask|requests|pygame|asyncio|sqlalchemy|numpy|tkinter`,
    "debug-javascript": String.raw`
      @ a JavaScript bug|my JavaScript code|a JS error|a JavaScript error in the console|TypeScript error|debugging JavaScript
      !weight 2
      Why is {$arg|this variable|my state} undefined {inside the callback|after the fetch|in the click handler}?\n\n$pasteJavascript
      {The button|My form|The dropdown} {does nothing when I click it|submits twice|works in Firefox but not in Safari}. {Console shows|All I see is} "{$arg.map is not a function|Cannot read properties of null|Unexpected token <}".
      {What's wrong with|Can you repair|Look at} this {promise chain|event listener|snippet}?\n\n$pasteJavascript
      {npm run build|Webpack|Vite|the TypeScript compiler} {complains that|fails because} {type string is not assignable to never|it can't resolve ./$fn|require is not defined} and {I've already deleted node_modules|nothing I change helps}.
      I expected {0 1 2 but got 3 3 3|the list in order but everything comes out shuffled|one request but it loops endlessly}.\n\n$pasteJavascript
      {JSON.parse|localStorage|Array.sort|new Date()} {behaves strangely|gives me garbage|returns the wrong thing} {on Android|in Node 20|for users in $country}. How do I {track this down|find the cause}?
      ~ {typescript|js|node} {cannot find module|promise pending|undefined is not a function|this is undefined}
      ~ infinite re-render {useEffect|react} {why|fix}
      < This is for {a client's site|my portfolio|a browser extension}, no framework, {deadline $weekday|just plain JS}.
      > I added await but now {nothing shows up|the page freezes}
      > can you write it in TypeScript`,
    "write-regex": String.raw`
      @ regex|a regular expression|regex pattern matching|a regexp|regex syntax
      {I need|Give me|Write} a {regex|regular expression|pattern} that {matches|finds|captures} $thing{ but not $thing2|}{, for $tool|}.
      How do I {strip|pull out|replace} {every|the first} {$thing} {from|in} {a text file|a column|thousands of log lines}{ with $tool|}?
      What does {^\\d\{3\}-[A-Z]+$|(?<=\\$)\\d+|\\b\\w+ing\\b|(a\|b)*c} {mean|match}? {I inherited it.|My predecessor left it without a comment.}
      {Validate|Check} {that a field only contains|whether input is} {letters, spaces and hyphens|a number between 1 and 99|a hex colour|exactly $few digits} - {what pattern|which expression} {would you use|do I need}?
      My pattern {is too greedy|stops at the first line|also catches $thing}. {I only want|It should only take} $thing2.
      {find and replace|search and replace} in $tool: {turn|change} "Lastname, Firstname" into "Firstname Lastname" {everywhere|in 2000 rows}
      ~ regex {for|to match} $thing [$tool]
      ~ lookahead {vs|and} lookbehind {example|explained}
      > it also needs to {work with accents|ignore case|allow empty lines}
      =thing email addresses|dates like 03/11/2024|UK postcodes|text between quotes|hashtags|IP addresses|duplicate words|HTML tags|phone numbers with country code|prices|words that start with a capital|trailing whitespace
      =tool Notepad++|VS Code|grep|sed|Google Sheets|Python|Java`,
    "git-help": String.raw`
      @ git|a git problem|git branches|my git repo|a git commit|GitHub
      !weight 2
      {I accidentally|Oh no, I just|I think I} {committed to main|pushed my .env file|deleted a branch|ran reset --hard}. {How do I undo it|Can it be saved|Is my work gone}?
      {What's the difference between|When should I use} {merge and rebase|fetch and pull|revert and reset|a fork and a branch}{| in a small team}?
      {Two of us|$Name and I} changed the same file and now there are {<<<<<<< markers everywhere|conflicts in 30 files}. {How do we sort it out|What's the safest way through}?
      How can I {squash|split|reorder|reword} my last $few commits {before opening a pull request|without losing anything}?
      {Everything|The whole folder} shows as modified {after cloning on Windows|though I touched nothing}. {Line endings?|Is it CRLF?}
      {Explain|Teach me} {branching|stashing|tags and releases|how GitHub pull requests work} {to a designer|as if I only ever used Dropbox|with a tiny example}.
      "{fatal: refusing to merge unrelated histories|error: failed to push some refs|detached HEAD|Permission denied (publickey)}" - {what now|what does it want from me|help}?
      ~ git {undo last commit keep changes|remove file from history|cherry-pick to other branch|rename branch remote}
      < We {moved from SVN|just switched to GitLab|have no process at all} and {I'm the one who has to fix it|nobody reads the docs}.
      > will that delete my {local changes|teammate's commits}
      > {and if I already pushed?|too late, I already pushed}`,
    "explain-code": String.raw`
      @ understanding some code|a code snippet I don't understand|explaining code|what some code does|a function I can't read
      {What does this do|Can you explain this|Walk me through this}{, line by line| in plain English|}?\n\n$pasteCode
      I {inherited|found|was given} this {function|class|script} {from a contractor|in an old repo|for homework} and {have no clue what it is for|need to document it}.\n\n$pasteCode
      {Translate|Convert|Port} this {from Python to Go|to Rust|to Java|to modern JavaScript} {and tell me what changes|, same behaviour}.\n\n$pasteCode
      {Why would anyone|Why do people} use {a pointer to a pointer|a closure|generics|dependency injection|a monad|recursion} {instead of|rather than} {something simple|a plain loop|a global}?
      {In this snippet|Here}, when is {$fn|the second branch} {actually executed|called}?\n\n$pasteCode
      {Help me understand|I don't get} {big-O notation|async and threads|memory allocation in C|inheritance vs composition|hash maps}. {The lecture was too fast.|A picture in words would help.|Small example please.}
      ~ {what is|explain} {a lambda|middleware|garbage collection|a mutex|an interface in Go}
      < I'm {preparing for an exam|more of a designer|reviewing a PR from $name}.
      > what would happen if $arg is empty
      > so it's basically a loop?`,
    "code-review": String.raw`
      @ a code review|refactoring|code quality|reviewing my code|cleaner code|a refactor
      {Review|Critique|Be picky about} {this|my code}{ before I open the PR| like a senior engineer would|}:\n\n$pasteCode
      {How could I make this|Is there a way to make this} {faster|more readable|less ugly|easier to test}?\n\n{$pasteCode|$pastePython}
      Refactor this {so it's under 20 lines|without changing the API|to use early returns|into smaller functions}.\n\n{$pasteJavascript|$pasteCode}
      {Is it bad practice to|What do you think of people who|Should I} {put everything in one file|catch all exceptions|use global state|write comments on every line|name things after $name}? {$Person says it's fine.|My lead hates it.}
      {It works but|This passes all tests, yet} {it feels wrong|I'm ashamed of it|takes 40 seconds for 10k rows}. {Suggestions?|How would you restructure it?}\n\n$pastePython
      What {naming convention|folder structure|design pattern} {fits|would you choose for} {a small CLI tool|a plugin system|a game loop|an invoice generator}?
      ~ {clean up|simplify|optimise} {nested loops|long if else chain|duplicate code}
      < {My reviewer|$Name} {left 43 comments|rejected it twice|only wrote "meh"}.
      > would you still do that in production
      > rewrite only the slow part`,
    "unit-tests": String.raw`
      @ unit tests|testing my code|writing tests|test coverage|automated tests|a failing test
      {Write|Generate|Add} {unit tests|pytest cases|Jest tests|edge-case tests} for {this function|the code below}.\n\n$pasteCode
      How do I {mock|fake|stub} {the database|the current time|an HTTP call|a file upload} {in $fw|without changing production code}?
      {Our|My} {$fw suite|pipeline|CI} {is flaky|takes 25 minutes|passes locally and fails on GitHub Actions}. {Where do I start|How do I find the culprit}?
      {What should I test|Which cases matter} for {a date picker|a discount calculator|a login form|a CSV importer}?
      {Is 100% coverage|Is TDD|Are snapshot tests} {worth it|a waste of time} {for a team of $few|for a side project}?
      I {have to|was asked to} {introduce testing|write a test plan|add end-to-end checks} {to a legacy app|for a $few-person startup} and {there are none today|nobody wants it}.
      ~ $fw {parametrize|fixture scope|mock module|setup teardown} [example]
      > also cover {negative numbers|empty input|unicode}
      =fw pytest|Jest|JUnit|Playwright|Vitest|Cypress|RSpec`,
  },
};

export const webDevelopment: DomainSource = {
  id: "web-development",
  replies: [
    "Use {a grid with two rows|one source of truth|a small server route} and {the rest falls into place|keep the rest as it is}.",
    "The {browser|framework|server} does this by design; here is the usual way around it.",
  ],
  topics: {
    "css-layout": String.raw`
      @ CSS|a CSS layout|CSS positioning|a layout problem in CSS|styling my page|CSS flexbox
      How do I {centre|vertically centre|stick to the bottom} {a div|the footer|a modal|an image} {without flexbox|on mobile too|inside a scrolling box}?[\n\n$pasteCss]
      {My sidebar|The navbar|The hero image} {overlaps the text|jumps on resize|leaves a white gap on the right} {below 600px|on iPad|in Safari only}.[\n\n$pasteCss]
      {Grid or flexbox|Tailwind or plain CSS|rem or px} for {a photo gallery|a dashboard|a pricing table}?
      {Make|I want} {three cards in a row that wrap on phones|a sticky header that shrinks|a masonry wall|a full-width banner} {with pure CSS|, no JavaScript|in Bootstrap}.
      z-index: 9999 {does nothing|is ignored}. {The dropdown|The tooltip} still hides behind {the video|the map|the next section}. {Why?|What's a stacking context?}\n\n$pasteCss
      {Please fix|What's off with} {the spacing|this layout|my media query}:\n\n$pasteCss
      ~ css {equal height columns|sticky not working|overflow hidden cuts shadow|dark mode variables}
      < I'm building {a landing page|my wedding website|a menu for $business}.
      > now it's broken on mobile`,
    "react-state": String.raw`
      @ React|React state|a React component|React hooks|state in React
      {When do I need|Should I use} {Redux|useReducer|context|React Query|Zustand} {instead of|over} useState {in a shop with a cart|for a form with 30 fields|in a mid-size app}?
      {My component|The list|The parent} {re-renders on every keystroke|doesn't update when I push to the array|shows stale data}.\n\n$pasteJavascript
      How do I {pass data from child to parent|share a filter between two pages|persist the cart after refresh} in {React|Next.js|Vue|Svelte}?
      {Show me|Write} a {custom hook|component} {for debounced search|for a countdown|that loads more on scroll|with optimistic updates}.
      {Explain|I don't understand} {keys in lists|useMemo vs useCallback|server components|hydration errors} {with a to-do example|, the docs lost me}.
      {We're migrating|I'm moving} from {class components|Angular|jQuery} to {hooks|React}. What {order|pitfalls} {should I follow|should we expect}?
      ~ react {useEffect runs twice|too many re-renders|controlled input warning|lift state up}
      > does that work with TypeScript
      > where does the fetch go then`,
    "rest-api-design": String.raw`
      @ a REST API|API design|an API endpoint|our REST API|HTTP API
      {Design|Sketch|Propose} {endpoints|a REST API|an OpenAPI spec} for {a booking system|a library app|a recipe service|an invoice tool}.
      {PUT or PATCH if only one field changes|404 or 403 when the user may not see the item|200 or 204 after a delete|query string or path for a filter}?
      How should I {paginate|version|rate limit|document} {a public API|an endpoint with 2M rows|our internal services}?
      {GraphQL|gRPC|plain REST|webhooks} for {a mobile app with poor signal|$few internal teams|a partner like $company}: {pros and cons|what would you pick}?
      {My|The} {POST|fetch|axios call} gets {blocked by CORS|a 415|a 502 from nginx|an empty body} {though Postman works|only from localhost}.
      What {JSON shape|error format|naming} {do good APIs use|would you recommend} for {nested orders|translations|partial failures}?
      ~ {rest|api} {best practices naming|idempotency key|cursor pagination example}
      > and how would the client retry`,
    "deploy-hosting": String.raw`
      @ deploying my site|web hosting|a deployment|hosting|deploying an app|DNS and hosting
      {Where|What's the cheapest place} {should I host|to run} {a Node app|a static site|a small Django project|a Discord bot} {with a custom domain|for under \$10 a month|in Europe}?
      {My site|The app} {works on localhost but|deploys fine, then} {shows a blank page|gives 404 on refresh|can't reach the database} {on Vercel|on Heroku|behind nginx}.
      How do I {point my domain to|set up HTTPS on|move my WordPress from $company to} {Netlify|a VPS|Cloudflare}{? DNS scares me.|?}
      {Write|Help me with} a {GitHub Action|deploy script|Procfile|zero-downtime plan} {that builds on every push|for staging and production}.
      {Are environment variables|Is a .env file|Are build-time secrets} {safe|visible to users} {on Netlify|in a frontend build}?
      The {certificate expired|build runs out of memory|bill doubled} {overnight|after the last deploy} and {I don't know where to look|the client is calling}.
      ~ {deploy|host} {flask|next.js|spring boot} {free|on aws|with docker compose}
      > what about backups`,
    "login-auth": String.raw`
      @ authentication|user login|a login system|auth tokens|logging users in
      {How do I add|What's the easiest way to add} {login with Google|password reset by email|two-factor codes|roles and permissions} to {my app|a Next.js site|an old PHP site}?
      {JWT or sessions|localStorage or cookies|bcrypt or argon2} {for a single-page app|if I need logout on all devices|and why}?
      {Users get logged out|The token expires|The session disappears} {after every deploy|when they switch tabs|in Safari}. {What could cause it|Any idea}?
      {Explain|Draw in text} the {OAuth code flow|refresh token rotation|SAML handshake} {for a meeting with non-developers|in five steps|with PKCE}.
      {Is it safe to|Am I an idiot if I} {write my own auth|email a magic link|keep users signed in for a year}?
      {Review|Check} my sign-up {flow|logic} {for security holes|, it feels clunky}:\n\n$pasteJavascript
      ~ {oauth|jwt|saml} {invalid_grant|refresh token best practice|explained simply}
      > and on mobile?`,
    "web-performance": String.raw`
      @ page speed|website performance|a slow website|loading time|site speed
      {Lighthouse|PageSpeed} gives {me|our shop} a {31|48|55} {on mobile|for performance}. {What should I fix first|Where do I begin}?
      {The homepage|Our product page} takes {6|9|12} seconds {on 3G|since we added the chat widget|for visitors from $country}.
      How do I {lazy-load images|cut the JavaScript bundle|preload fonts|cache the API} {in WordPress|without breaking SEO|with Vite}?
      What {is a good|counts as bad} {LCP|INP|cumulative layout shift}, and {what usually causes it|how do I measure it for real users}?
      {Does|Will} {a CDN|server-side rendering|WebP|minifying} {really help|make a difference} {for a site with 300 visits a day|if images are the problem}?
      {We have|There are} {40 third-party scripts|4 MB of images|nine fonts} on {one page|the landing page} and marketing {wants them all|won't give up any}.
      ~ {speed up|slow} {wordpress|shopify store|react app} {mobile|first load}
      > which one gives the most for the least work`,
    accessibility: String.raw`
      @ web accessibility|accessibility|screen readers|an accessible website|WCAG accessibility
      {How do I make|What's needed to make} {a modal|tabs|a date picker|a carousel} {work with a keyboard|screen-reader friendly|WCAG AA compliant}?
      {Write|Suggest} {alt text|a label|an aria description} for {a decorative icon|a bar chart of sales|a photo of our team|a logo that links home}.
      {A blind customer|Our auditor|A user with low vision} {says|reports that} {the form can't be submitted|buttons are all called "button"|contrast is too low}. What {do we change|is the fix}?
      {Is grey on white|Is #777|Is orange text} {readable enough|OK for body text}? {How is contrast calculated?|Which tool checks it?}
      {Checklist|A short list} for {testing a site with VoiceOver|an accessible PDF|captions on videos|people who can't use a mouse}.
      {Does the law|Will the EU act} {require|force} {small shops like mine|$business} to {be accessible|publish a statement}?
      ~ aria {live region|expanded example|label vs labelledby}
      > what if we can't change the template`,
  },
};
