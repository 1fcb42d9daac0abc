import type { DomainSource } from "../../topic-source.ts";

export const business: DomainSource = {
  id: "business",
  replies: [
    "Start from the {cash you have|customers you have|decision you need}, then work backwards.",
    "Here is a one-page {outline|version}; the numbers in brackets are yours to fill in.",
  ],
  topics: {
    "business-plan": String.raw`
      @ a business plan|starting a business|my business idea|opening $business|a startup idea
      {Write|Outline|Help me write} a business plan for $business{ in $city| with $bigmoney to start|}.
      I want to {open|start|buy} $business{ next year|}. {What do I need to think of?|Where do I start?|Is it a stupid idea?}
      {What permits|What insurance|What legal form} {do I need for|fits} $business in $country?
      {How much|What} does it cost to {open|run} $business {in the first year|with one employee}?
      {Financial projections|Break-even|The executive summary} for {the bank|my business plan|a grant}: $business, {rent|costs} {$money|\$1,800} a month.
      {Poke holes in|Rate|Validate} my {business idea|startup idea}: {an app for lost pets|renting out board games|office plants by subscription|$business on wheels}.
      ~ business plan {template|example} $business
      > and if only half the customers come`,
    pricing: String.raw`
      @ pricing|what to charge|my prices|a pricing question|setting a price
      {How much should I charge|What do I charge} for {a logo|dog walking|a wedding cake|a website|guitar lessons|$minutes minutes of consulting}?
      {Hourly or fixed price|Three tiers or one price|Free trial or freemium} for {a freelancer|$business|software}?
      How do I {raise my prices by $percent|tell clients about higher prices|answer "that's too expensive"} without {losing them|feeling guilty}?
      {My costs are|Materials cost} {\$14|$money} and I {sell it for|want to sell at} {\$25|double}. {Is the margin okay|What price makes sense} for $business?
      {Competitors|Others in $city} charge {half|twice as much}. {Should I follow|How do I justify my price}?
      {Quote|Price calculation} for {painting a flat|a catering for 40|a logo and website}: {what goes in|how do I structure it}?
      ~ {freelance|etsy|saas} pricing {calculator|strategy|per hour}
      > including tax?`,
    "pitch-deck": String.raw`
      @ a pitch|my pitch deck|pitching to investors|an investor presentation|raising money
      {What slides|How many slides} {belong in|should} a pitch deck {for $business|at seed stage}{ have|}?
      {Write|Improve} {my elevator pitch|a 60-second pitch|the problem slide} for {$business|an app that finds parking|a reusable packaging startup}.
      {Investors|VCs|The jury} {asked about|keep asking about} {our moat|market size|unit economics}. {What do I answer|How do I prepare for that}?
      {How do I find|Where are} {angel investors|grants} for {$business|climate startups} in $country?
      We {are raising|want to raise} $bigmoney. {What valuation|How much equity|SAFE or convertible note}?
      {Practice with me|Play a sceptical investor}: {I pitch|my startup is} {$business|meal kits for seniors}.
      ~ pitch deck {order of slides|examples|traction slide}
      > make it less buzzwordy`,
    "customer-service": String.raw`
      @ a customer complaint|an angry customer|customer service|a support ticket|customer support
      {A customer|An angry client} {wants a refund|says the parcel never came|is shouting at my staff|demands a discount}. {How do I handle it|What do I reply}?
      {Write|Draft} {a reply|a canned response|a macro} for {late orders|broken items|cancelled bookings|wrong size} for $business.
      {Answer|Respond to} this customer {complaint|message}:\n\n$pasteEmail
      {A script|Phone script} for {calls about delays|turning down refunds|unhappy guests}.
      How {quickly|politely} {should support answer|do we say no} when {it's the customer's own fault|the guarantee expired}?
      {Train|Rules for} {new staff|my team} to {deal with difficult customers|stay calm on the phone}.
      ~ {refund|complaint|delay} {response|reply} template
      > offer a voucher instead`,
    "meeting-agenda": String.raw`
      @ a meeting|a meeting agenda|our weekly meeting|running a workshop|an agenda
      {Make|Write} an agenda for {a kickoff|the weekly team meeting|a one-day workshop|a board meeting|a retrospective} {of $minutes minutes|with $few people}.
      {How do I|Tips to} {run|shorten|end} {meetings that never end|a remote meeting where nobody talks|a brainstorming}?
      {Icebreakers|Warm-up games|Energisers} for {a team meeting|an online workshop|new colleagues}.
      Our {meetings|stand-ups} {take too long|go in circles|are dominated by $name}. {What can I change|How do I moderate}?
      {Invitation|Meeting invite} text for {the quarterly meeting|a workshop on $subject} {on $weekday|}.
      {Who should|Do we really have to} {take minutes|be in the meeting|decide} {if everyone is busy|in a team of $few}?
      ~ agenda {kickoff|one on one|retro|all hands} [$minutes min]
      > with times for each item`,
    okrs: String.raw`
      @ OKRs|our goals for the quarter|strategy|company goals|goal setting at work
      {Write|Suggest} OKRs for {a support team|marketing|$business|an HR department} {for next quarter|}.
      {Is this|How do I turn this into} a good {objective|key result}: "{Increase happiness|Launch the app|Be the best in $city|Answer faster}"?
      {What's the difference between|Explain} {OKRs and KPIs|vision and mission|strategy and tactics} {with an example from $business|}.
      {A roadmap|A strategy|Our priorities} for {the next year|2027}: we have {too many projects|$few ideas and one developer}. {How do we choose?}
      Our {teams|people} {ignore the goals|set goals too low|hate OKRs}. {How do we fix that?|Alternatives?}
      {Mission statement|Company values|Vision} for {$business|$company}, {not cheesy|one sentence}.
      ~ okr examples {sales|engineering|nonprofit}
      > fewer and measurable`,
    "supplier-negotiation": String.raw`
      @ a supplier|negotiating with a supplier|suppliers|a purchase contract|ordering and stock
      {How do I negotiate|Tips for negotiating} {better prices|payment terms|smaller minimum orders} with {a supplier|my wholesaler|a factory in $country}?
      Our {main supplier|coffee supplier|packaging supplier} {raised prices by $percent|is always late|went bankrupt}. {What are our options|What do we do}?
      {Where do I find|How do I check} {suppliers|manufacturers} for {glass jars|cotton bags|bike parts|organic flour} in $country?
      {Write|Draft} a {request for quotation|letter of complaint|price negotiation email} to {our supplier|a manufacturer}.
      How much {stock|inventory} should {$business|a small shop} {keep|order} {before $month|when delivery takes $weeks}?
      {Incoterms|Customs duties|Import VAT} when {importing|buying} {tea|furniture|textiles} from $country: {who pays what|simple explanation}?
      ~ supplier {contract checklist|negotiation email|comparison table}
      > what's my walk-away point`,
  },
};

export const money: DomainSource = {
  id: "personal-finance",
  replies: [
    "Put the {fixed costs|interest rates|dates} in one list first; the order of steps follows from it.",
    "This is general information: with {your income|these numbers} the difference is {small|worth a closer look}.",
  ],
  topics: {
    "budget-plan": String.raw`
      @ a budget|my monthly budget|saving money|household budget|my spending
      {Make|Help me make} a {monthly budget|spending plan} {for a family of $few|on {\$2,400|\$3,100} a month|as a student}.
      {Where does my money go|I can't save}: I earn {\$2,800|\$3,600|€2,100} {a month|after tax}, rent is {\$1,100|\$950} and {nothing is left|I live on noodles by the 20th}.
      {Is the 50/30/20 rule|Are envelopes|Is a budgeting app} {realistic|any good} {with two kids|on a low income}?
      How {much|fast} should I {save|put away} for {an emergency fund|a holiday|a car} {on my salary|each month}?
      {How can we|Ways to} {spend less on groceries|cut subscriptions|split bills fairly as a couple|save $money by $month}?
      {My partner|My husband|My girlfriend} {spends everything|hides purchases|earns twice as much}. {How do we budget together?}
      ~ budget {template|plan} {student|family|couple|single mum}
      > what can I cut first`,
    "investing-basics": String.raw`
      !weight 1.5
      @ investing|my investments|index funds|ETFs|how to invest|stocks
      I have {$bigmoney|$money a month} {to invest|in savings}. {Where do I start|ETF or savings account|What would you do}?
      {What is|Explain} {an ETF|dollar cost averaging|a bond|a dividend|compound interest|an index fund} {simply|with numbers}.
      {Is it a bad time|Should I wait} to {buy stocks|invest} {when the market is at a record|before the election}?
      My {shares|fund|portfolio} {lost $percent|doubled}. {Sell or hold?|Rebalance?}
      {Which broker|What allocation|Gold or property|How many funds} for {a beginner|someone aged $age|a small monthly sum}?
      If I {put|invest} {$money} every month at {5%|7%}, {what do I have in {10|20|30} years|how much is that at 65}?
      ~ {etf|index fund|bond} {for beginners|vs stocks|calculator}
      > and the risk?`,
    "tax-question": String.raw`
      @ taxes|my tax return|a tax question|income tax|what I can deduct
      {Can I deduct|Is it tax deductible} {a home office|a laptop|work clothes|train tickets|donations} {as a freelancer|as a $job|in $country}?
      {How do I|When must I} {file|submit|correct} {my tax return|taxes} {if I worked in $country|as a student|late}?
      I {sold|rented out|earned} {$bigmoney of shares|a room|$money on Etsy} {last year|}. {Do I pay tax on it?|How is it taxed?}
      {The tax office|The IRS|HMRC} {wants $money back|sent me a letter|says I filed twice}. {What should I do|Is that right}?
      {Married filing jointly or separately|Which tax class|Which form} {is better|do we need} {if I earn twice as much|for newlyweds|with a side job}?
      {How does VAT work|Explain VAT|Do I charge sales tax} {for $business|below the threshold|for customers in $country}?
      ~ tax {deadline|freelancer deductions|return refund how long} [$country]
      > which receipts do I need`,
    "debt-payoff": String.raw`
      @ debt|my credit card debt|paying off a loan|a loan|my student loan
      I owe {$bigmoney|$money} on {credit cards|a car loan|student loans} at {19%|24%|6%}. {Which do I pay first|How do I get out of debt}?
      {Snowball or avalanche|Should I consolidate|Is a balance transfer smart} {with three cards|if my score is 580}?
      {How long|How much interest} {will I pay|until it's paid} if I pay {$money|the minimum} a month on {$bigmoney|a credit card}?
      {Debt collectors|The bank|A collection agency} {call every day|froze my account|want it all by $month}. {What can they do|What are my rights}?
      {How do I raise|What lowers} my credit score {quickly|before applying for a loan}?
      {Should I|Is it better to} pay off {my student loan|the mortgage|debt} or {save|invest} first?
      ~ {credit card|student loan} debt {payoff plan|consolidation}
      > is bankruptcy an option`,
    mortgage: String.raw`
      @ a mortgage|buying a house|a home loan|our first home|mortgage rates
      {Can we afford|How much house can we buy with} {a flat for \$310k|a house at $city prices|\$5,200 a month and $bigmoney saved}?
      {Fixed or variable|15 or 30 years|Rent or buy} {at 4.2%|if we stay five years|in $city}?
      {What costs|Which fees} come {on top of the price|at closing} when {buying a house|buying a flat} in $country?
      {The bank|Our broker} {rejected|approved} our {mortgage|home loan} {because of my job|at a higher rate}. {What now|Can we appeal}?
      {Should we|Is it worth it to} {refinance|make extra payments|buy points} {with 18 years left|now that rates fell}?
      {What should we ask|What do I look for} at a {viewing|house inspection|first meeting with the bank}?
      ~ mortgage {calculator|refinance|down payment} [$bigmoney]
      > including insurance?`,
    retirement: String.raw`
      @ retirement|my pension|retirement savings|a 401k|retiring early
      {When|At what age} can I {retire|stop working} with {$bigmoney saved|a pension of {\$1,400|€900} a month|no pension}?
      I'm $age and have {no retirement savings|$bigmoney in a 401k}. {Is it too late|Am I on track|What should I save}?
      {Roth or traditional|Lump sum or annuity|Should I pay in extra} {for my pension|at my age}?
      {How does|Explain} {the state pension|Social Security|a workplace pension|the 4% rule} work {in $country|if I lived abroad|}?
      {I changed jobs|I left $company}: {what happens to|how do I move} my {pension|401k|retirement account}?
      {How do people spend|What do you do in} retirement {without getting bored|on a small pension}? I {stop working|retire} in $month.
      ~ retirement {calculator|age $country|withdrawal rate}
      > before tax or after`,
    crypto: String.raw`
      @ crypto|Bitcoin|cryptocurrency|my crypto wallet|Ethereum
      {What is|How does} {Bitcoin|a blockchain|staking|a stablecoin|an NFT} {work|worth|} {in simple words|really}?
      {Should I|Is it crazy to} {buy|sell|hold} {Bitcoin|Ethereum|Dogecoin} {now|with $money|at this price}?
      I {forgot|lost} {my seed phrase|access to my wallet|my old hard drive with coins}. {Any chance to recover it?}
      {Do I pay tax on|How do I declare} {crypto gains|staking rewards|coins I swapped} in $country?
      {Ledger or|Which} {exchange|hot wallet|cold wallet} {is safest|for a beginner|with low fees}?
      {A guy on Telegram|$Person} promises {2% a day|to double my coins}. {Scam?|Can crypto do that?}
      ~ {bitcoin|ethereum|usdt} {explained|wallet fees|tax}
      > what's a gas fee`,
  },
};
