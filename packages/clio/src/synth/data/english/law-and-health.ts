import type { DomainSource } from "../../topic-source.ts";

export const law: DomainSource = {
  id: "law",
  replies: [
    "Rules differ by place, so check the {date|deadline|exact wording}; in general you {have|do not have} that right.",
    "Keep everything in writing. The next step is a short letter with a date by which you want an answer.",
  ],
  topics: {
    "rental-dispute": String.raw`
      !weight 1.5
      @ my landlord|a rental problem|my lease|my rental contract|the deposit on my flat
      My landlord {won't return my deposit|wants to raise the rent by $percent|enters without asking|ignores the mould|turned off the heating}. {What are my rights|Is that legal} in {$country|$city}?
      {Can I|Am I allowed to} {break my lease early|sublet a room|keep a cat|withhold rent} {if I lost my job|although the contract says no}?
      {The flat below|My neighbour|The tenant upstairs} {plays drums at night|smokes on the balcony|floods my kitchen}. {What can I do legally|Who has to pay}?
      {Write|Draft} a letter to {my landlord|the letting agency} about {the broken boiler|the deposit|ending the lease}.
      I {rent out|own} a flat and my tenant {stopped paying|refuses to leave|painted it black}. {How do I evict|What may I do}?
      How {much notice|long a notice period} {do I have to give|does the landlord need} {when I move out|to end a lease|if they sell the flat}?
      ~ {landlord|tenant} {deposit|eviction|mould|rent increase} {rights|law} [$country]
      > what if there is no written contract`,
    "contract-review": String.raw`
      @ a contract|a contract clause|signing a contract|an NDA|contract terms
      {What does this clause mean|Explain this clause|Is this normal in a contract}?\n\n$pasteContract
      {Check|Review} this {contract|NDA|freelance agreement} {for red flags|before I sign}:\n\n$pasteContract
      {Write|Draft} a simple {NDA|loan agreement between friends|freelance contract|contract for selling a used car}.
      I signed {a gym contract|an NDA|a contract with $company} and {want out|didn't read the small print}. {Can I cancel|How do I get out}?
      {Is a verbal agreement|Is an email|Is a signature by phone} {binding|a valid contract} {in $country|?}
      {My client|The agency} {changed the contract|added a non-compete|won't sign}. {What should I negotiate|Can they do that}?
      ~ {nda|non-compete|freelance contract} {template|enforceable|explained}
      > which clause is the riskiest`,
    "employment-rights": String.raw`
      @ my rights at work|employment law|being fired|my employer|unpaid overtime
      {Can my boss|Is my employer allowed to} {fire me while I'm sick|read my emails|refuse my holiday|cut my hours|make me work on Sunday}?
      I was {fired|laid off|let go} {without notice|after $few years|by text message}. {Is that legal|Do I get severance} in {$country|$city}?
      {They haven't paid|My employer owes me} {my overtime|last month's wages|the bonus}. {What can I do|Who do I turn to}?
      {How many|How much} {sick days|breaks|parental leave|holiday} am I entitled to {as a part-timer|in $country}?
      I'm {pregnant|bullied at work|on a zero-hours contract|an intern}. {Which rights do I have|Can they let me go}?
      {Write|Draft} {a grievance|a letter to HR|a claim} about {unpaid overtime|discrimination|my dismissal}.
      ~ {unfair dismissal|overtime|sick leave|probation} {law|rights} $country
      > do I need a lawyer for that`,
    "divorce-custody": String.raw`
      @ my divorce|custody|a separation|child support|getting divorced
      {How does|What happens in} a divorce {work in $country|if we agree on everything|with a house and two kids}?
      {Who gets|What happens to} {the house|the dog|my pension|the debts} {when we divorce|after a separation}?
      {My ex|The father|The mother} {won't pay child support|wants full custody|moves to $country with the kids}. {What can I do|Can they do that}?
      {How is|How much is} {child support|alimony} {calculated|usually} {if I earn {\$2,900|\$4,100}|for $few children}?
      {Is mediation|Do I need a lawyer|Is a prenup} {worth it|necessary} {if we get along|when we separate}?
      {Help me|How do I} {prepare for the custody hearing|tell the kids about the divorce|write a parenting plan}.
      ~ {divorce|custody|alimony} {cost|process|without lawyer} [$country]
      > and if my ex disagrees`,
    "traffic-fine": String.raw`
      @ a traffic ticket|a speeding fine|a parking fine|a car accident|my driving licence
      I got {a speeding ticket|a parking fine|a fine of {\$90|€60|£70}} {in $country|with a hire car|though I wasn't driving}. {Do I have to pay|How do I appeal}?
      {Someone hit my car|I scratched a parked car|A cyclist ran into me} {and drove off|at a roundabout|in a car park}. {Who is at fault|What do I do now}?
      {Write|Draft} an {appeal|objection|letter} against {a parking ticket|a speeding fine}: {the sign was hidden|I broke down|the machine was broken}.
      {How many points|Will I lose my licence|What's the fine} for {32 km/h too fast|using a phone at the wheel|running a red light}?
      {My insurance|The other driver's insurer} {won't pay|says it's my fault|offers only $money}. {What can I do after an accident?}
      {Can I drive|Is my licence valid} in $country {with a foreign licence|after moving|on probation}?
      ~ {parking|speeding} {ticket appeal letter|fine abroad|deadline}
      > what if I just ignore it`,
    "privacy-gdpr": String.raw`
      @ GDPR|data protection|a privacy policy|personal data|a data request
      {Does|How does} {GDPR|the privacy law} {apply to|affect} {$business|a school app|a club with 60 members}?
      {Write|Draft} {a privacy policy|a cookie banner text|a consent form for photos} for $business.
      {Company X|A shop|My old employer} {still has my data|keeps emailing me|leaked my password}. {How do I make them delete it|Can I complain}?
      {Are we allowed|May I} {film the entrance|store ID copies|use customer emails for ads|record calls} {under GDPR|in $country}?
      {We lost a laptop|We sent an email to the wrong list|There was a breach}. {Do we have to report it|What's the deadline}?
      {Answer|How do we answer} a {subject access request|data deletion request} {from an ex-employee|within a month}?
      ~ gdpr {checklist|consent form|retention period} [$business]
      > does it apply outside the EU`,
    "visa-immigration": String.raw`
      @ a visa|my visa application|immigration|a residence permit|a work visa for $country
      {Which visa|What visa} do I need to {work|study|join my wife|retire} in $country {as a citizen of $country2|with a job offer|}?
      My {visa|residence permit|work permit} {expires in $month|was refused|is still pending after $weeks}. {What can I do|May I stay}?
      {What documents|How much money} do I need for {a student visa|a family visa|citizenship} in $country?
      {How long|How hard} is it to {get citizenship|get permanent residence|bring my parents} {in|to} $country?
      {Write|Draft} {an invitation letter|a cover letter|a statement of purpose} for a visa {application|to $country}.
      I'm moving to $country {with my partner|for a job at $company|as a freelancer}. {What paperwork first|Do I have to register}?
      ~ {student|work|spouse|digital nomad} visa $country {requirements|processing time}
      > can I travel while it is pending`,
  },
};

export const health: DomainSource = {
  id: "health",
  replies: [
    "It is often harmless, but see a doctor soon if {it gets worse|you have a fever|it lasts more than two weeks}.",
    "I can explain what it usually means; {your doctor|a pharmacist} knows your history.",
  ],
  topics: {
    symptoms: String.raw`
      !weight 2
      @ a symptom|my symptoms|pain in my $part|a health worry|something odd with my body
      {I've had|I have} {a dull pain|pins and needles|a swelling|a burning feeling} in my $part {for $days days|since $weekday|after running}. {Should I see a doctor|What could it be}?
      {Is it normal|Should I worry} {if|that} {my heart skips beats|I'm dizzy when I stand up|my $part clicks|I wake up sweating|I'm always tired}?
      {What causes|Why do I get} {headaches behind one eye|cramps at night|a rash on my $part|hiccups that last days|ringing in the ears}?
      My {son|daughter|husband|mother} has {a fever of 39|a strange cough|red spots} {since last night|and won't eat}. {Doctor or wait|When is it an emergency}?
      {Cold or flu|Allergy or cold|Sprain or fracture}: how do I {tell|know} {at home|which it is}?
      {Home remedies for|What really helps against|What can I take for} {a sore throat|heartburn|a stiff neck|a stuffy nose}{ while pregnant||}?
      ~ {pain|lump|tingling|itching} in $part {causes|when to see doctor}
      > it {gets worse at night|comes and goes}
      =part lower back|left arm|knee|chest|stomach|jaw|big toe|right side|neck|calf`,
    "medication-question": String.raw`
      @ my medication|a medicine|taking $drug|side effects|a prescription
      Can I take $drug {with alcohol|and $drug2 together|while breastfeeding|on an empty stomach}?
      {What are the side effects of $drug{| in older people}|How long does it take for $drug to work|What is $drug good for}?
      I {forgot|missed|doubled} {my pill|a dose of $drug} {this morning|yesterday}. {What now|Is that dangerous}?
      {Is there|What is} a {generic|natural alternative|over-the-counter version} for $drug?
      {My doctor|The clinic} {prescribed|switched me to} $drug. {What is it for|Why would they change it}? {I feel worse.|}
      {Can I stop $drug suddenly|How do I come off $drug after years|Does it matter if I take $drug in the morning or evening}?
      ~ $drug {dosage|side effects|interaction $drug2|with coffee}
      > I'm also on $drug2
      =drug ibuprofen|paracetamol|metformin|sertraline|antibiotics|blood pressure tablets|antihistamines|omeprazole|the pill|statins|melatonin|thyroid tablets`,
    "anxiety-stress": String.raw`
      @ anxiety|stress|my mental health|burnout|feeling overwhelmed
      {I feel|I'm} {anxious|overwhelmed|panicky} {all the time|before every meeting|on Sunday nights|in crowds}. {What can I do|How do I calm down}?
      {I think I have|Is this} {burnout|depression|social anxiety|a panic attack}? {I cry at work|I can't get out of bed|My heart races and I can't breathe}.
      {Breathing exercise|A grounding technique|A five-minute meditation} for {panic|anxiety at night|exam stress}, {right now please|that works on the bus}.
      How do I {find a therapist|talk to my boss about burnout|tell my family I'm depressed} {in $city|without insurance|}?
      {Everything is too much|I can't switch off}: {work, two kids, my sick mother|deadlines and no sleep|the news}. {I just need to talk.|How do people cope with stress?}
      {Does therapy|Does CBT|Do antidepressants} {really help|work} {for worriers like me|against anxiety}?
      ~ {anxiety|panic attack|burnout|stress} {relief|symptoms|at work}
      > I tried {meditation|journaling}, it made me more nervous`,
    sleep: String.raw`
      @ sleep|insomnia|my sleep|falling asleep|sleeping badly
      {I can't sleep|I wake up at 3 am|I lie awake for hours} {every night|since the baby|since $month}. {What helps|Ideas}?
      How many hours of sleep {do I need at $age|does a toddler need|are enough}?
      {Is melatonin|Is a nap|Is sleeping with the TV on} {bad for|good for} {your sleep|me|kids}?
      I {snore|grind my teeth|talk in my sleep|have nightmares} {and my partner moved out of the bedroom|almost every night}. {How do I stop?}
      {I work night shifts|I have jet lag|My rhythm is upside down}. How do I {sleep in the day|reset my sleep schedule}?
      {A bedtime routine|Sleep hygiene tips|A story to fall asleep} {for adults|for an anxious $job|for my son}.
      ~ {insomnia|sleep} {tips|without pills|schedule shift work}
      > screens aren't the problem`,
    "lab-results": String.raw`
      @ my blood test|lab results|a test result|my MRI report|blood values
      {What does it mean if|Should I worry that} my {ferritin|TSH|cholesterol|ALT|vitamin D|creatinine|HbA1c} is {8|5.9|240|71|112|6.1}?
      {Explain my|Can you read my} {blood test|lab report|MRI report}: {WBC 11.2, CRP 18|LDL 162, HDL 38|"mild degenerative changes at L5"|"benign-looking cyst, 9 mm"}.
      {What is a normal|Which} {range for|value of} {blood pressure|blood sugar|platelets|iron} {at $age|in pregnancy|for women}?
      My {doctor|GP} said {the results are fine|we'll repeat the test|it's borderline} but {I don't understand the numbers|never explained why}.
      {Do I have to fast|Can I drink coffee|How long do I wait} {before|for} {a blood test|the results of a biopsy}?
      How do I {lower my cholesterol|raise my iron|get my blood sugar down} {without pills|before the next blood test}?
      ~ {high|low} {ferritin|platelets|cholesterol|TSH} {meaning|causes}
      > and the value last year was lower`,
    pregnancy: String.raw`
      @ pregnancy|being pregnant|my pregnancy|trying to conceive|the birth
      I'm {$few weeks|20 weeks|in the third trimester} pregnant and {can't keep food down|feel no kicks today|my back is killing me}. {Is that normal|What can I do}?
      {Can I|Is it safe to} {eat sushi|dye my hair|fly|run|drink coffee} {while pregnant|in the first trimester}?
      {We've been trying|We want} {for a baby|to get pregnant} {for a year|after the pill}. {When is ovulation|When should we see someone}?
      {What do I pack|What goes} in {the hospital bag|a birth plan}? {Due in $month.|First baby.}
      {When|How} did you {tell your boss|tell the family} {about the pregnancy|}? I'm {eight|eleven} weeks.
      {Contractions every ten minutes|My waters may have broken|A bit of bleeding}: {go to hospital now|wait or call}?
      ~ pregnancy {week $days symptoms|foods to avoid|due date}
      > my midwife said something else`,
    "elder-care": String.raw`
      @ caring for $relative|elder care|care for an elderly parent|a care home|looking after an old parent
      $Relative {has dementia|keeps falling|can't live alone any more|forgets to eat}. {What help is there|Care home or care at home|How do we decide}?
      {How do I|How can we} {talk to $relative about|get} {a care home|giving up driving|a home carer|a walking frame}?
      {How much|What} does {a care home|a live-in carer|day care for the elderly} cost in {$country|$city}, {and who pays|and does insurance help}?
      I {care for|look after} $relative {next to my job|alone|from 300 km away} and {I'm exhausted|my siblings don't help}. {How do other carers manage?}
      {Activities|Simple exercises|Memory games} for {$relative with dementia|a 88-year-old|people in a nursing home}.
      {Make the bathroom safe|What gadgets help|Which emergency button is good} for {$relative|an old person living alone}?
      ~ {dementia|elderly} {parent care options|care home checklist|carer burnout}
      > she refuses any help`,
  },
};
