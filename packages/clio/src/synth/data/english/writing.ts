import type { DomainSource } from "../../topic-source.ts";

export const writing: DomainSource = {
  id: "writing",
  replies: [
    "Here is a draft of about {eighty|a hundred and fifty|two hundred} words; change the names and dates.",
    "{I kept the tone warm and direct.|I kept it formal and short.|I left a gap where you can add a detail.}",
  ],
  topics: {
    "email-draft": String.raw`
      !weight 3
      @ an email|a work email|an email to my manager|writing an email|an email to a client|a reply to an email
      {Write|Draft|Help me write} {an email|a short email|a polite message} to $whom {asking for|about|to explain} $matter.
      How do I {politely|tactfully} {say no to|remind|chase} $whom {about $matter|by email|who never answers}?
      {Reply to this|How should I answer this email|Write a response, I want to decline}:\n\n$pasteEmail
      {Subject line and body|A follow-up email} after {a meeting with $whom|an interview at $company|no answer for $weeks}, {friendly but firm|not too pushy}.
      {I have to tell|I need to let} $whom {that|know} {I'll be late with the report|I can't come on $weekday|the price went up|I'm on leave until $month}. {Can you put that in an email?|Wording?}
      {Is it rude|Is it okay} to {start an email with Hey|send an email on Sunday|cc $whom|use exclamation marks}?
      ~ email to $whom {re|about} $matter
      ~ {out of office|follow up|reminder} email {template|short}
      > {more formal|warmer|less apologetic} please
      =whom my landlord|my manager|a customer|the HR department|my professor|a supplier|the school|my whole team|the building manager|a recruiter
      =matter an extension|a refund|a day off|the missing invoice|a meeting next week|the noise at night|a reference letter|a delayed delivery|last month's payment|working from home`,
    "blog-post": String.raw`
      @ a blog post|my blog|a blog article|blog writing|the next blog entry
      {Write|Draft|Outline} a {$words-word |}{blog post|article} {about|on} $subject{ for $business|, casual tone| with a personal story|}.
      I {run|started} a blog about {budget travel|motherhood|old motorcycles|sourdough|$subject} and {nobody reads it|I've run out of ideas|post once a month}. {What should I write about?|Ideas for posts?}
      {Give me|I need} {an intro|a hook|an ending|three headlines} for {a post|an article} {about|on} $subject.
      {Turn|Make} {these notes|this transcript} into a {blog post|readable article}:\n\n$pasteParagraph
      How {long|often|personal} should {a blog post|posts on a company blog} be {these days|if I want readers to come back}?
      {Can you|Please} {continue|finish} {my article|this post}? I got stuck after {the second paragraph|the intro}.\n\n$pasteParagraph
      ~ blog {post ideas|outline|intro} $subject
      > add {subheadings|a call to action|some humour}`,
    "wedding-speech": String.raw`
      @ a speech|a wedding speech|a toast|my best man speech|the speech I have to give
      {Write|Help me with} a {best man|maid of honour|father of the bride} speech for {$name and $name2|my sister|my oldest friend}. {We met|We know each other} {at school|through football|in the army}.
      I have to give a {toast|short speech|eulogy} for $relative {next week|on $weekday} and {public speaking terrifies me|I can't stop crying|have no words}.
      {How long should|What should not be in} a {wedding toast|retirement speech|speech at a party} {be|}{?| , and how do I end it?}
      {Something funny|A joke|An opening line} for a {wedding|50th birthday|farewell} speech about {someone who is always late|a guy who loves fishing|my boss} {that won't offend grandma|, not cheesy}.
      {Make|Turn} {these memories|this} into a speech of {three|five} minutes: {the camping trip in the rain|the night the car broke down in $city|how she taught me to ride a bike|the burnt turkey}, {her laugh|his terrible hats|their dog}.
      {Wedding vows|My vows}: {help me say|I want to mention} {that we survived long distance|how we met in $city|our kids|her patience} {without sounding like a card|in under a minute}.
      ~ {best man|eulogy|toast|vows} {opening lines|short example|funny}
      > it sounds too {stiff|sad|long}`,
    newsletter: String.raw`
      @ a newsletter|our monthly newsletter|the school newsletter|a company newsletter
      {Write|Put together} {the $month newsletter|a newsletter} for {$business|our parents' association|the tennis club|$company}{: new opening hours, a raffle and a thank-you|}.
      {What should|What can} {a newsletter for|we put in the newsletter of} {$business|a small charity|a primary school} {contain|so people actually read it}?
      {Subject lines|Ten subject lines|A catchy title} for {our newsletter|a newsletter about $subject}.
      {Our open rate is|Only} $percent {and falling|open our newsletter}. {What are we doing wrong?|How do I wake readers up?}
      {Summarise these updates|Make newsletter items of this}:\n\n$pasteMinutes
      {Substack, Mailchimp or|Is it better to use} {plain email|a PDF} for a newsletter to {80 members|2,000 subscribers}?
      ~ newsletter {template|intro paragraph|ideas} {$month|school|nonprofit}
      > cut it to one screen`,
    "apology-letter": String.raw`
      @ an apology|an apology letter|how to apologise|saying sorry|an apology message
      {How do I|Help me} apologise to {$person|a client|my neighbour|my ex} for {forgetting|missing|ruining|lying about} {the birthday|the deadline|the dinner|the money}?
      {Write|Draft} {a sincere apology|an apology letter|a sorry note} {from $company to customers|to $person|to my team} {after|because of} {the outage|a rude remark|a late delivery|a mix-up with the bills}.
      I {shouted at|let down|ghosted} {$person|my colleague} {last week|at the party} and I {feel terrible|want to make it right|don't know if sorry is enough}.
      {Does this apology|Does my message} sound {sincere|like an excuse}? "{I'm sorry you feel that way|Sorry, but I was tired|Sorry about yesterday, let's move on}"
      {Is it better to|Should I} apologise {in person|by letter|by text} {after so many years|if they blocked me}?
      What {makes a good|are the parts of a good} apology? {I always end up defending myself.|Mine make things worse.}
      ~ apology {to customer|text to friend|letter for being late}
      > without grovelling`,
    "linkedin-post": String.raw`
      @ a LinkedIn post|my LinkedIn|LinkedIn|my LinkedIn profile
      {Write|Draft} a LinkedIn post {about|announcing} {my new job at $company|a conference in $city|my promotion|what I learned from failing}{, no hashtags| without sounding like a guru|}.
      {Rewrite|Improve} my LinkedIn {headline|about section|summary}: {$job with $few years in the trade|"passionate team player"|career changer, ex $job}.
      How do I {message|connect with|thank} {a recruiter|strangers|a former boss} on LinkedIn {without being weird|if I want a job}?
      {I was laid off|I'm open to work} and {want to|should I} {say so on LinkedIn|post about it}? {What wording?|Is the green banner a mistake?}
      {Congratulate|Write a recommendation for} {$name|my former intern|a colleague} on LinkedIn, {she was a great $job|he ran our projects}.
      {How often should|What should} {$business|a $job} post on LinkedIn to get {clients|noticed}?
      ~ linkedin {headline ideas|post about promotion|recommendation} [$job]
      > fewer emojis`,
    "press-release": String.raw`
      @ a press release|a media release|press release wording|a statement for the press
      {Write|Draft} a press release {about|for} {the opening of $business|our charity run|a new app|$company's merger} {in $city|on $weekday|with a quote from the founder}.
      {What is the format of|How long is|How do I structure} a press release {that local papers print|for a museum|in 2026}?
      {Journalists|The local paper|A radio station} {ignored|never answered} our {media release|announcement}. {What's wrong with it?|How do we pitch it?}
      {We need a statement|What do we tell the press} {after a product recall|about the strike|because of a data leak} {by noon|today}.
      {Turn|Shorten} this into a {press release|boilerplate|media kit paragraph}:\n\n$pasteParagraph
      {Headline and first paragraph|A quote from our CEO $name} for {the press release on|a release about} {$subject|our tenth anniversary}.
      ~ press release {example|headline|boilerplate} {nonprofit|startup|event}
      > where do I send it`,
  },
};

export const editing: DomainSource = {
  id: "editing",
  replies: [
    "I fixed {three|four|a few} mistakes and left your style alone; the changes are marked.",
    "Here is the {shorter|clearer|revised} version. I cut what was said twice.",
  ],
  topics: {
    proofread: String.raw`
      !weight 2.5
      @ proofreading|checking my grammar|my spelling and grammar|a text I need proofread|grammar corrections
      {Proofread|Check|Correct} {this|my text|the following}{ for spelling and grammar| please|, only fix mistakes|}:\n\n{$pasteParagraph|$pasteEmail}
      {Are there any|Can you find} {grammar mistakes|typos|missing commas} {in this|here}?\n\n{$pasteParagraph|$pasteEmail}
      Is this sentence {grammatically correct|right}: "{Me and $name goes|If I would have known, I would of|The team are|Neither of them were|Its a pleasure to have met} {there on $weekday|sooner|late again|to $city}"?
      {I'm not a native speaker.|English is my third language.} {Please correct my|Fix the grammar of this} {essay|cover letter|email} {and explain the errors|}:\n\n$pasteEssay
      {Proofread|Look over} my {thesis abstract|product page|speech|cover letter} {and mark|but don't change} {the style|what's wrong|anything unclear}:\n\n$pasteParagraph
      {Where do the commas go|Does this need a semicolon} in "{However he said it was late|When I arrived $name left|We sell lamps chairs and tea|$name who lives in $city called as usual}"?
      ~ proofread: $pasteParagraph
      ~ {correct grammar|spell check}: "{i has went to|he don't|the informations are|she's car is} {$city yesterday|very important|late}"
      > list {the changes|what you corrected}`,
    "shorten-text": String.raw`
      @ shortening a text|cutting words|making it shorter|a word limit|a text that is too long
      {Shorten|Cut|Trim} this to {under |}$words {words|characters}{ without losing the point|}:\n\n{$pasteEssay|$pasteEmail}
      {My abstract|The description|My bio|This form answer} is {twice as long as allowed|$words words over the limit}. {Cut it down|What can go}?\n\n$pasteParagraph
      {Make this|Turn this into} {one sentence|a tweet|two lines for a slide|an elevator pitch}:\n\n$pasteParagraph
      I {ramble|write too much|repeat myself}. How do I {get to the point|write tighter} in {reports|emails|essays}?
      {Remove|Delete} {the filler words|everything redundant|the repetition} {from this|here}:\n\n$pasteEssay
      {Expand|Actually the opposite: lengthen} this {to $words words|by a paragraph} {without fluff|, it's too short}:\n\n$pasteParagraph
      ~ shorten to $words words: $pasteParagraph
      > still {too long|over the limit}`,
    "change-tone": String.raw`
      @ the tone of my message|changing the tone|how this message sounds|tone and wording
      {Make this|Rewrite this to sound} {more professional|friendlier|less angry|more confident|less like a robot}:\n\n$pasteEmail
      {Does this|Does my message} {come across as|sound} {rude|desperate|passive-aggressive|too casual}?\n\n$pasteEmail
      {Rephrase|Say} "{I told you already|That's not my job|Your idea won't work|You owe me money|Stop calling me}" {politely|in office language|kindly but firmly}.
      {Put this in|Rewrite it in} {plain English|the voice of a pirate captain|an academic style|simple words for kids}:\n\n$pasteParagraph
      I {was furious when I wrote this|don't want to burn bridges}. {Tone it down|Soften it}, please.\n\n$pasteEmail
      What's a {softer|more formal|more inclusive} {word|way to put it} for "{demand|ASAP|guys|cheap|problem|obviously}"?
      ~ {formal|friendly|assertive} version of: "{can't make it|need this now|you forgot the file again}"
      > now it's too {formal|nice|stiff}`,
    "summarize-document": String.raw`
      !weight 2.5
      @ a summary|summarising a document|a long document|a summary of this text|summarising an article
      {Summarise|Summarize|TL;DR|Sum up} {this|the following|the text below}{ in $few bullet points| in one paragraph| for my boss|}:\n\n{$pasteEssay|$pasteLong|$pasteMinutes}
      {What are|List} the {main points|key takeaways|action items|open questions} {in this|of the text}?\n\n{$pasteEssay|$pasteMinutes|$pasteContract}
      {Write the minutes|Make meeting notes} {from this|out of my scribbles}:\n\n$pasteMinutes
      I {don't have time|haven't managed} to read {this report|the paper|the whole chapter}. {What does it say|Anything I should know}?\n\n$pasteLong
      Can you summarise {a 300-page PDF|a YouTube lecture|a book like "Thinking, Fast and Slow"|a podcast episode} {for me|chapter by chapter}?
      {Abstract|Executive summary|Conclusion} of {$words words|half a page} for this {report|paper}:\n\n$pasteEssay
      ~ tldr: $pasteEssay
      ~ summary $words words: $pasteParagraph
      > what did the author leave out`,
    paraphrase: String.raw`
      @ paraphrasing|rewording a paragraph|putting it in other words|a paraphrase
      {Paraphrase|Reword|Rewrite} this {in your own words|so it's not plagiarism|in simpler words}:\n\n$pasteParagraph
      {Give me|I need} {three|five} {different ways|other ways} {to say|of saying} "{on the other hand|in my opinion|this shows that|a lot of|I look forward to hearing from you}".
      {The plagiarism checker|Turnitin|My tutor} {flagged|says} {this paragraph|$percent of my text}. {Reword it|How do I paraphrase properly}?\n\n$pasteParagraph
      What's another word for {"important"|"interesting"|"however"|"amazing"|"show"}? {I used it nine times.|Less boring.}
      {Rewrite|Rephrase} {this sentence|my opening}: "{There are many reasons for which people like|It is a fact that|The purpose of this is to discuss} $subject."
      {Is it still|When is it} plagiarism if I {change a few words|quote and paraphrase|translate it from $language}?
      ~ reword: $pasteParagraph
      > keep the meaning exactly`,
    "title-ideas": String.raw`
      @ a title|title ideas|a good title|naming my article|a headline
      {Title ideas|Suggest ten titles|I need a title} for {an essay|a podcast|a short story|a talk|my thesis} {about|on} $subject.
      {Which title is better|Pick one}: "{The Last Bus|A Quiet Revolution|Why We Stay}" or "{Small Hours|What Remains|Seven Keys}"? {It's a novel about|For a talk on} {two sisters|grief|$subject}.
      {Make|Turn} this {headline|title} {punchier|less clickbaity|under 60 characters}: "{Some Thoughts on|An Analysis of|Everything You Need to Know About} $subject"
      My {thesis|paper|exhibition} {has no title yet|needs a subtitle}. {It shows that|It's on} {$subject|how migrants cook|light in old churches}.
      {A clever|A punny|A serious} name for {my podcast|a lecture series|a photo series|our book club} {about|on} $subject?
      {How do I|Rules to} {write a title|title a poem|capitalise titles} {in APA|for a scientific paper|}?
      ~ titles: $subject
      > more {playful|serious|mysterious}`,
    "fix-citations": String.raw`
      @ citations|my bibliography|references in APA|citing sources|citation format|the reference list
      {How do I cite|What's the citation for} {a website without an author|a podcast|a chapter in an edited book|a tweet|a lecture} in {APA 7|MLA|Chicago|Harvard} style?
      {Convert|Reformat} {these references|my bibliography} {from APA to MLA|to Vancouver|into BibTeX}: {Smith, J.|Okafor, N.|Lindqvist, P.} ({2012|2018|2021}). {On habits|Cities and water|The slow market}. {Penguin|Oxford UP}.
      {Do I need|When do I need} a {footnote|page number|citation} {for common knowledge|when I paraphrase|in every sentence}?
      {Zotero|EndNote|Word} {doubles my references|lost all citations|won't sort the bibliography}. {How can I fix it?}
      {Is et al. right|Do I write ibid.|In what order are references} {for three authors|in Harvard|with the same year}?
      {Check|Correct} my {reference list|in-text citations}: {(Smith 2012, p4)|according to Okafor et al (2018)|[3, see Lindqvist]}.
      ~ {apa|mla|chicago} cite {pdf report|youtube video|translated book}
      > and in-text?`,
  },
};
