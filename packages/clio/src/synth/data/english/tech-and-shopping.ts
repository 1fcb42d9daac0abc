import type { DomainSource } from "../../topic-source.ts";

export const techSupport: DomainSource = {
  id: "tech-support",
  replies: [
    "Restart it first, then check for an update; if that fails, {reset the network settings|try another cable|remove and add it again}.",
    "You find it in the settings under {privacy|network|storage}; the name differs a little by version.",
  ],
  topics: {
    wifi: String.raw`
      @ my wifi|the internet connection|my router|slow internet|a wifi problem
      {My wifi|The internet} {keeps dropping|is slow in the bedroom|works on my phone but not on my laptop|is down since $weekday}. {What can I do|Router or provider}?
      How do I {change my wifi password|set up a mesh|extend the signal to the garden|see who uses my wifi|find the router login}?
      {Is 50 Mbit|Is fibre|Is a VPN} {enough|worth it} for {two people working from home|gaming|a family of $few}?
      {The router|My modem} {blinks red|restarts by itself|gets hot}. {Broken?|What does the light mean?}
      {My laptop|The printer|My TV} {says connected, no internet|can't find the network|has an IP conflict}. {Fix?}
      {2.4 or 5 GHz|Repeater or powerline|Which channel} for {an old building|three floors|a smart TV}?
      ~ wifi {slow|dropping|no internet access|channel} [{windows|iphone|router}]
      > I already restarted it`,
    "phone-problem": String.raw`
      @ my phone|my iPhone|my Android phone|a phone problem|my Samsung
      My {phone|iPhone|Samsung|Pixel} {drains in three hours|doesn't charge|fell in water|freezes|says storage full}. {Can I fix it?|What should I try?}
      How do I {transfer everything to a new phone|recover deleted photos|block a number|turn off autocorrect|free up storage} on {an iPhone|Android}?
      {I can't hear callers|The screen is black|The camera is blurry|It won't send pictures} {since the update|on my phone}.
      {iPhone or Android|Repair or new|Is an eSIM good} {for my mother|if the screen is cracked|when travelling to $country}?
      {How do I|Can I} {track a lost phone|unlock my phone without the code|find hidden apps|share my location}?
      {WhatsApp|The app store|My email} on my phone {doesn't update|shows no notifications|lost all chats}. {Help?}
      ~ {iphone|android|samsung} {battery drain|black screen|storage full|backup}
      > it's five years old`,
    printer: String.raw`
      @ my printer|a printer problem|printing|the scanner|printer ink
      My printer {is offline|prints blank pages|jams|prints stripes|won't scan} {since the new router|though the ink is full|on Windows 11}. {How do I fix it?}
      How do I {print double-sided|scan to PDF|connect a printer to wifi|clean the print head|print from my phone}?
      {Error|The display says} {0x6100004a|"paper mismatch"|"replace drum"|B203}. {What does the printer want?}
      {Laser or inkjet|Which printer|Refilled ink or original} for {rare use|photos|a home office}?
      Why is printer ink so {expensive|quickly empty}? {Any trick to save?|It won't print black without yellow!}
      {The printer at work|My mother's printer} {prints weird symbols|stops after one page|hides in the network}.
      ~ {hp|canon|epson|brother} printer {offline|paper jam|wifi setup|reset}
      > the cable is fine`,
    "slow-computer": String.raw`
      @ my laptop|a slow computer|my PC|Windows|my MacBook
      My {laptop|PC|MacBook} {is very slow|gets hot and loud|shows a blue screen|won't start|freezes during calls}. {What can I do|Is it dying}?
      How do I {reinstall Windows|free up disk space|check for viruses|add RAM|move my data to a new laptop}?
      {Should I|Is it safe to} {upgrade to Windows 11|delete the temp folder|use a registry cleaner|buy more RAM|turn off updates}?
      {A pop-up|A window} says {my PC is infected|call Microsoft|disk full}. {Is that real?|How do I get rid of it?}
      {The keyboard|The touchpad|The sound|The second monitor} {stopped working|isn't detected} {after an update|on my laptop}.
      {The fan of my laptop is always on|The battery of my laptop lasts 40 minutes|My laptop's hard drive clicks}. {Repair or new?|Is that bad?}
      ~ {windows 11|macbook|laptop} {slow startup|blue screen|100% disk|overheating}
      > it has 4 GB of RAM`,
    "account-access": String.raw`
      @ a locked account|my password|logging in to my account|a hacked account|access to my email
      I {forgot my password|lost my phone with the codes|am locked out|can't log in} {to|of} my {Gmail|Instagram|Apple ID|bank app|Outlook}. {How do I get back in?}
      {My account|My Facebook|My email} {was hacked|sends spam to friends|shows logins from $country}. {What do I do first?}
      {Which password manager|How long should a password be|Are passkeys safe|Is it okay to write passwords down}?
      How do I {turn on two-factor|delete an old account|see where I'm logged in|close the account of a dead relative}?
      {The verification code|The reset mail} {never arrives|goes to my old number}. {Any other way to recover the account?}
      {Can I|How do I} {merge two accounts|change my username|share a login with my family} {safely|on Netflix}?
      ~ {gmail|instagram|apple id|facebook} {account recovery|locked|hacked|2fa lost phone}
      > I no longer have that number`,
    "smart-home": String.raw`
      @ my smart home|a smart speaker|my smart TV|smart lights|a robot vacuum
      {Alexa|Google Home|Siri|My robot vacuum} {doesn't understand me|turns on at night|lost the wifi|ignores the routine}. {How do I reset it?}
      {Which|What} {smart thermostat|video doorbell|smart lock|robot vacuum} {works with Apple|is good without cloud|for a rented flat}?
      How do I {make the lights go on at sunset|connect a soundbar|cast to the TV|group speakers|set up Home Assistant}?
      {My TV|The streaming stick} {has no sound|keeps buffering|won't open Netflix|is in $language}. {What can I do?}
      {Zigbee, Matter or wifi|Is a smart meter safe|Do smart bulbs use much power}? {Explain for beginners.|}
      {An automation|A routine} {that closes the blinds when it's hot|for when I leave home|if the window is open}: {how do I build it|is it possible with Alexa}?
      ~ {alexa|google home|philips hue|smart tv} {not responding|setup|routine ideas}
      > it worked before the update`,
    "office-software": String.raw`
      @ Word|PowerPoint|Outlook|a Word document|Microsoft Office
      How do I {start page numbers on page three|remove an empty page|make a table of contents|merge letters|track changes} in Word?
      {PowerPoint|Google Slides}: {how do I loop a presentation|embed a video|change all fonts|make a timeline}?
      {Outlook|Teams|Zoom} {doesn't show my calendar|eats my mails|has no sound|won't let me share the screen}. {What's the setting?}
      {Word crashed|I closed without saving|My PDF can't be edited}. {Can I get my document back?}
      How do I {combine PDFs|sign a PDF|convert a PDF to Word|compress a file} {for free|without uploading it}?
      {The formatting|The numbering|The header|An image} in Word {jumps around|starts again at 1|is on every page}. {How do I stop that?}
      ~ {word|powerpoint|outlook|pdf} {page break|template|signature|shared calendar|merge}
      > on a Mac`,
  },
};

export const shopping: DomainSource = {
  id: "shopping",
  replies: [
    "At that price look at {last year's model|a refurbished one|the basic version}; the difference is small.",
    "Three ideas: something to {use|eat|do together}, each below the limit.",
  ],
  topics: {
    "buy-laptop": String.raw`
      @ buying a laptop|a new laptop|which computer to buy|a tablet|a new phone
      {Which|What} {laptop|tablet|phone|monitor} should I buy {for university|under $money|for video editing|for my mum|for travel}?
      {MacBook Air or|Is} {a ThinkPad|a gaming laptop|a Chromebook|a refurbished one} {good enough|worth it} for {coding|Office and Netflix|a student}?
      {How much RAM|What screen size|Which processor} {do I need|is enough} {for Photoshop|in 2026|if I keep it for six years}?
      {Compare|Which is better:} {the iPad Air and Pro|Dell XPS or Surface|Pixel or iPhone} {for drawing|for photos|}?
      {Should I wait for|Is now a good time to buy} {Black Friday|the new model|a sale} {for a laptop|}?
      My {budget is|limit is} $money. {I need a computer for|I want a laptop for} {school|excel and zoom|games like The Sims}.
      ~ best laptop {under $money|for students|for music production|lightweight}
      > where can I get it cheaper`,
    "gift-ideas": String.raw`
      !weight 1.3
      @ a gift|a present for $person|gift ideas|a birthday present|a Christmas gift
      {Gift ideas|A present|What can I give} for {$person|a man who has everything|my girlfriend's parents|a colleague|a ten-year-old|a $job} {for $occasion|under $money|who likes gardening}?
      {What do I get|Last-minute gift} {for $occasion|for my boss|for a host} {by $weekday|that isn't wine|that costs little}?
      {Homemade|Personal|Funny|Useful} {gifts|presents} for {$occasion|grandparents|a best friend|teachers}?
      {How much money|Is cash okay|What amount} {do I give|as a gift} at {a wedding|a confirmation|an office collection}?
      {Secret Santa|Farewell gift|Group present} for {a colleague I barely know|our $job|$name}, {max \$20|$money together}?
      {My wife|My teenager|My dad} {says he wants nothing|already has everything|returns all presents}. {Ideas?}
      ~ gift {dad 60|girlfriend|teacher|new parents|gardener} [{under 30|last minute|unusual}]
      > she already has that`,
    "car-buying": String.raw`
      @ buying a car|a used car|an electric car|my car|which car to buy
      {Which car|What used car} {should I buy|is reliable} {under $bigmoney|for a family with a dog|for a new driver|for long commutes}?
      {Electric or petrol|Lease or buy|New or used} {if I drive 8,000 km a year|without a garage|as a $job}?
      {What do I check|What questions do I ask} when {I view a used car|buying from a private seller|at a test drive}?
      {Is 180,000 km|Is a 2014 Golf|Is one owner and a new clutch} {too much|okay} for {\$4,900|$bigmoney}?
      My car {makes a grinding noise|fails inspection|has a yellow engine light|starts badly in the cold}. {Repair or sell?|What could it be?}
      {How do I|Where do I} {sell my old car|negotiate at the dealer|insure a car|read a service book}?
      ~ {used car|ev|suv|hybrid} {under $bigmoney|checklist|reliability|lease}
      > insurance is expensive here`,
    "appliance-comparison": String.raw`
      @ a new appliance|which washing machine to buy|an air fryer|a vacuum cleaner|a coffee machine
      {Which|What} {washing machine|fridge|vacuum cleaner|coffee machine|air fryer|mattress|dishwasher} {is best|should I buy} {for a small flat|under $money|for pet hair|for two people}?
      {Is a|Is an expensive} {Dyson|Thermomix|robot mop|heat-pump dryer|stand mixer} {worth it|better than a cheap one}?
      {Gas or electric|Front or top loader|Cordless or corded|Bean to cup or capsules}: {which appliance|what} {lasts longer|costs less to run}?
      {What do I look for|Which features matter} when buying {a mattress|an oven|a freezer|a sewing machine}?
      {How long should|Should I repair or replace} {a dishwasher|a ten-year-old fridge|our kettle} {last|}?
      {Compare|Pros and cons of} {steam ovens and microwaves|Bosch and Miele|induction and ceramic hobs}.
      ~ best {vacuum|air fryer|mattress|espresso machine} {2026|under $money|quiet}
      > energy class matters to me`,
    "return-refund": String.raw`
      @ returning something I bought|a refund|an online order|a warranty|a delivery problem
      {My order|The parcel|My package} {never arrived|is broken|was left in the rain|shows as delivered}. {How do I get my money back?|Who is responsible?}
      {Can I return|How long can I return} {shoes I wore once|a sale item|a gift without receipt|a mattress} {in $country|online|}?
      {The shop|The seller|The website} {refuses a refund|only offers a voucher|doesn't answer}. {What are my rights as a customer?}
      {Write|Draft} a {complaint|refund request|chargeback letter} about {a broken toaster|a cancelled concert|late delivery|a fake bag}.
      {The warranty|The guarantee} {expired last week|excludes the battery}. {Can I still claim|What does the law say}?
      I ordered {a jacket|a phone|furniture} {from a shop in $country|on Instagram} and {got something else|have to pay customs}. {Return it?}
      ~ {refund|return|warranty} {no receipt|letter|late delivery|paypal dispute}
      > it's been $weeks`,
    "clothing-style": String.raw`
      @ what to wear|an outfit|clothes|my style|fashion
      What do I wear {to|for} {a wedding in a barn|a job in a bank|a first date|a funeral|a cocktail party|the opera} {as a man|if it's cold|without heels}?
      {What goes with|How do I style} {green trousers|brown shoes|a long denim skirt|a navy blazer|white trainers}?
      {Build|Help me with} a {capsule wardrobe|basic wardrobe} for {a $job|autumn|a trip|women over 50} {on a budget|}.
      {What size|Which cut} {should I order|suits me} if I'm {172 cm and between M and L|short with broad hips|very tall}?
      {Are skinny jeans|Is double denim|Are bow ties} {still in fashion|too young for $age|okay at the office}?
      {How do I|Where can I} {find my style|dress better|buy ethical clothes|hem trousers} {without spending $money|}?
      ~ outfit {wedding guest|interview|smart casual|festival} {men|women|winter}
      > I don't like black`,
  },
};
