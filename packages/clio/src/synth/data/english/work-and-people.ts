import type { DomainSource } from "../../topic-source.ts";

export const career: DomainSource = {
  id: "career",
  replies: [
    "Lead with results: what changed because of you, with a number if you have one.",
    "Here is {a sharper version|a short script}; say it out loud twice before the day.",
  ],
  topics: {
    resume: String.raw`
      !weight 1.8
      @ my resume|my CV|a CV|a resume for a $job|my CV for a job application
      {Improve|Review|Rewrite} my {resume|CV}{ for a $job position|}:\n\n$pasteResume
      {How do I|Should I} {explain a gap of $few years|list a job I was fired from|mention my kids|put a photo} {on|in} my {CV|resume}?
      {Write|Give me} {bullet points|a summary|a profile section|skills} for a $job's {resume|CV}{ with no experience|}.
      {One page or two|Which template|What order|Do I need hobbies}: my {CV|resume} {as a $job|after 20 years of work|for $country}?
      I've sent {40|100} {applications|CVs} and {heard nothing|got two replies}. {Is my resume the problem?|What's wrong with it?}\n\n$pasteResume
      {Make|Tailor} my {CV|resume} {fit|to} this {job ad|role}: {$job at $company|we look for a motivated $job with $few years of experience}.\n\n$pasteResume
      ~ {cv|resume} $job {example|summary|no experience|keywords}
      > make the verbs stronger`,
    "cover-letter": String.raw`
      @ a cover letter|my cover letter|a job application letter|an application as $job
      {Write|Draft} a cover letter for {a $job position|the job of $job at $company|an internship} {- I have $few years of experience|, I'm changing careers|without experience|}.
      {Shorten|Improve|Make less boring}: my {cover letter|application letter}:\n\n$pasteEmail
      {How do I start|What's a good first sentence for|How do I end} a cover letter {that isn't "I hereby apply"|for a $job|to $company}?
      {Do people still|Does anyone} {read|want} {cover letters|application letters}? {The form says optional.|For tech jobs?}
      {What do I write about|How do I explain in the cover letter} {why I left|my salary expectations|why $company|moving from $city}?
      {Speculative application|An unsolicited application|An email with my application} to $company as a $job: {how do I word it|please draft}.
      ~ cover letter $job [{short|no experience|internal|career change}]
      > mention that I speak $language`,
    "interview-practice": String.raw`
      @ a job interview|my interview|an interview as $job|interview questions|interview preparation
      {I have|There's} an interview {at $company|for a $job role} {on $weekday|tomorrow|in two hours}. {What will they ask|How do I prepare}?
      {Play|Be} the interviewer{ for a $job job|}: {ask me one question at a time|grill me|and rate my answers}.
      {How do I answer|What do I say to} "{what's your biggest weakness|why should we hire you|tell me about yourself|where do you see yourself in five years}"?
      {What should I ask|Good questions to ask} {at the end of an interview|the hiring manager|a small company}?
      {What do I wear|How early should I be|Do I bring papers} {to|for} {an interview at a bank|a video interview|a trial day as $job}?
      {I froze|I talk too much|My voice shakes} in interviews. {Any tricks?|How do I practise?} {STAR method?|}
      ~ interview questions {$job|behavioural|second round|and answers}
      > that answer sounds rehearsed`,
    "salary-negotiation": String.raw`
      @ my salary|a raise|salary negotiation|asking for a raise|a job offer
      {How do I ask for|How do I negotiate|Script for} {a raise|more salary|a better offer} {after $few years|when they say there is no budget|by email}?
      {They offered me|I got an offer of} {\$58k|\$72,000|€41,000} {as a $job|in $city}. {Is that fair|Should I counter}?
      {What does|How much does} a $job {earn|make} in {$city|$country} {with $few years of experience|}?
      {My colleague|A new hire} earns $percent more {than me|for the same job}. {How do I bring it up with my boss?}
      {What do I answer|What number do I say} when they ask about {salary expectations|my current pay}?
      {Besides money|If they can't pay more}, what can I {negotiate|ask for}? {Home office?|Extra holiday?} {I'm a $job.|}
      ~ salary $job {$city|$country|negotiation script|average}
      > and if they say no`,
    "career-change": String.raw`
      @ a career change|changing careers|my career|leaving my profession|a new career
      I'm a $job and {hate it|bored|burnt out}. {What other careers|What else could I do|How do I switch}?
      {Is it too late|Am I too old} {at $age|} to {become a $job|go back to university|learn to code|retrain}?
      {How do I become|What does it take to be|What's it like to be} a {$job|pilot|midwife|florist|UX designer|cyber security analyst}?
      {Should I|Would you} {leave a safe job for|turn down} {a startup|my own business|a $percent pay cut|a job in $country}?
      {Which jobs|What careers} {suit introverts|have a future|pay well without a degree|let me work outdoors}?
      {My strengths are|I'm good at|I like} {organising and writing|animals|numbers but not people}. {What career fits|Career test please}.
      ~ {career change|become} $job {at $age|without degree|salary}
      > what about part-time study`,
    resignation: String.raw`
      @ resigning|my resignation|quitting my job|a resignation letter|leaving my job
      {Write|Draft} a {resignation letter|two weeks' notice} {, short and polite|effective end of $month|that doesn't burn bridges}.
      {How do I tell|How do I explain to} {my boss|my team} that I'm {quitting|leaving} {after $few years|for a competitor|without crying}?
      {Should I quit|Can I quit} {without a new job|during probation|while on sick leave}? {My mental health suffers.|I dread every Monday.}
      {What do I say|How honest should I be} in the {exit interview|goodbye email}?
      They {made a counteroffer|refuse to accept my notice|want me to stay until $month}. {Do I stay or go?|What now?}
      {A farewell email|Goodbye message|A card} {to colleagues|from all of us} on {my|$name's} last day{, not too sentimental|}.
      ~ resignation {letter|email} {immediate|2 weeks|grateful|toxic boss}
      > leave out the reason`,
    "job-search": String.raw`
      @ my job search|looking for a job|finding a job|job hunting|unemployment
      {Where do I look|How do I find} {for a job|work} as a $job {in $city|in $country|without speaking $language}?
      {I've been unemployed|I'm looking for work} {for $few months|since $month}. {I'm losing hope.|How do I stay motivated?|What am I doing wrong?}
      {Part-time|Remote|Summer|Night} jobs {for students|for mothers|for retirees|without experience} {in $city|}?
      {A recruiter|Someone on Telegram} {offers a job at $company|wants my ID}. {Is that job offer real?}
      {How do I follow up|How long do I wait} {after applying|after the interview}? {No answer for $weeks.}
      {Should I apply|Is it worth applying} if I {only meet half the requirements|am overqualified|was rejected by them before}?
      ~ {remote|part time|entry level} {$job jobs|jobs $city|jobs no degree}
      > how many applications a week`,
  },
};

export const workplace: DomainSource = {
  id: "hr-and-management",
  replies: [
    "Describe what you saw, what it caused and what you would like instead; ask one open question.",
    "Here is a first version for your {team|handbook|next one-to-one}.",
  ],
  topics: {
    "job-description": String.raw`
      @ a job description|a job ad|a vacancy|hiring a $job|a job posting
      {Write|Draft} a {job description|job ad|vacancy notice} for a $job {at $company|in $city|, part-time|}.
      {Make this job ad|Rewrite the posting so it is} {less corporate|gender-neutral|attractive for young people}: {we seek a rockstar $job|$job wanted, 40 h, $city}.
      {What are|List} the {tasks|responsibilities|requirements} of a $job {in a small company|for our job posting}?
      {Nobody applies|We only get bad applicants} for our {vacancy|$job position}. {What's wrong with the ad?|Where should we post it?}
      {Must we|Should we} {state the salary|ask for a degree|mention the dog} in {the job ad|a posting for a $job}?
      {Title|Benefits section|Intro} for {a job posting|our careers page}: $job, {$city|remote|four-day week}.
      ~ job description $job {template|short|senior}
      > fewer requirements`,
    "performance-review": String.raw`
      @ a performance review|a staff appraisal|my self-evaluation|the yearly review|an appraisal
      {Write|Draft} a {performance review|self-assessment|appraisal} for {a good but slow $job|myself as a $job|an employee who improved|a $job who misses deadlines}.
      {How do I prepare|What do I say} {for|in} my {annual review|appraisal talk} {if I want a promotion|with a new boss|when the year went badly}?
      {Phrases|Comments|Examples} for {teamwork|communication|punctuality|leadership} in {a performance review|staff appraisals}.
      {My review said|I was rated} "{meets expectations|needs improvement|not a team player}" {and I disagree|}. {How do I respond?}
      {Goals|Three development goals} for {the review of a $job|a new manager's appraisal|next year's review}?
      {Peer review|360 feedback|Upward feedback} {for $name|about my boss}: {helpful but messy|kind, chaotic|great with clients}. {Word it nicely.}
      ~ performance review {phrases|self evaluation|examples} [$job]
      > balance it with something positive`,
    "difficult-feedback": String.raw`
      @ giving feedback|a difficult conversation|feedback to an employee|criticism at work|a talk with an employee
      {How do I tell|How can I tell} {an employee|a colleague|$name} that {he smells|her work is sloppy|he's always late|she interrupts everyone}?
      {Script|Wording} for {a difficult talk|critical feedback} {about missed deadlines|with a $job who is older than me|by video call}.
      I have to {fire|warn|demote} {someone|a nice colleague|my friend} {on $weekday|}. {How do I say it?}
      {My employee|One of my people} {cries when criticised|gets defensive|promises to change and never does}. {How do I give feedback?}
      {Practise with me|Role-play}: you are {a defensive employee|$name who is late again}, I give feedback.
      {Sandwich method|SBI model|Radical candor}: {does it work|example for a $job}?
      ~ {feedback|warning} {examples|conversation} {late employee|attitude|remote}
      > what if she gets angry`,
    onboarding: String.raw`
      @ onboarding|a new employee|the first day of a new colleague|an onboarding plan
      {Make|Write} an onboarding {plan|checklist} for a new $job {for the first 90 days|who works remotely|at $company}.
      {Welcome email|Welcome message|First-day schedule} for {a new $job|our new intern $name}.
      {What should|What does} a new {hire|$job} {know|learn|do} {in week one|before the first customer}?
      New people {leave after three months|feel lost|ask the same things} {at our company|}. {How do we improve onboarding?}
      {Buddy program|Training manual|Company handbook}: {what belongs in it|outline please} for {$business|a team of $few}.
      I {start|am starting} as {team lead|the new $job} {on $weekday|next month}. {What do I do in my first weeks?|30-60-90 plan?}
      ~ onboarding {checklist|plan|email} {remote|intern|$job}
      > who is responsible for each step`,
    "workplace-policy": String.raw`
      @ a company policy|our remote work policy|an HR policy|rules at work|the staff handbook
      {Write|Draft} a {policy|guideline|set of rules} {on|for} {remote work|travel expenses|dogs in the office|using AI tools|dress code|social media} {at $company|for $business|}.
      {How do other companies|What do small firms} {handle|regulate} {home office|overtime|sick notes|holiday swaps}?
      {Staff|People} {complain about|ignore} our {clean desk rule|attendance policy|new shift plan}. {How do we change it?}
      {Should we|Can we} {ban phones|require cameras on|introduce a four-day week|pay for gym} {at work|in a company of 30}?
      {Announce|Write a memo about} {the new parking rules|the return to office|the hiring freeze} {without a riot|in a friendly way}.
      {Shift plan|Rota|Holiday schedule} for {$few people|a café open seven days|nurses}: {fair rules|how do we set it up}?
      ~ {remote work|expense|byod|leave} policy {template|small business}
      > one page at most`,
    "team-conflict": String.raw`
      @ a conflict at work|a difficult colleague|conflict in my team|my boss|office politics
      {Two people in my team|My colleagues} {don't speak to each other|fight over everything|compete}. {What do I do as the lead?|How do I mediate?}
      My {boss|colleague $name|coworker} {takes credit for my work|micromanages me|gossips|shouts}. {How do I deal with it?|Talk to HR?}
      {How do I|Should I} {report|confront|ignore} {a bully at work|a colleague who drinks|a lazy coworker}?
      {The team|Everyone} is {demotivated|split|angry} {since the reorganisation|about the new boss}. {How can I lift morale?}
      I {became the boss of my former peers|manage someone older|am the only woman in the team}. {How do I get respect?}
      {I said something stupid|I lost my temper} {in a meeting|in the group chat}. {How do I repair it with my colleagues?}
      ~ {toxic boss|lazy coworker|team conflict} {how to handle|email|mediation}
      > HR is not an option`,
    "hiring-rubric": String.raw`
      @ interviewing candidates|hiring|selecting applicants|a hiring decision|recruiting
      {Interview questions|Which questions should we ask|A test task} {for|when hiring} a $job {that show real skills|, 45 minutes|}?
      {How do we choose|Help me decide} between {two candidates|an experienced and a hungry applicant} for {a $job role|our shop}?
      {Write|Draft} a {kind rejection|rejection email|job offer letter|invitation to interview} for {an applicant|a strong candidate|an internal candidate}.
      {Scorecard|Rubric|Evaluation form} for {interviews with a $job|junior applicants}.
      {Am I allowed to|May we} ask {an applicant|candidates} about {children|health|their last salary|a criminal record}?
      {How do we|Tips to} {hire faster|avoid bias|check references|hire our first $job} {at a company of $few people|}?
      ~ {interview questions to ask|rejection email|scorecard} $job
      > what would a good answer be`,
  },
};
