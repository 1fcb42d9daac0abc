import type { DomainSource } from "../../topic-source.ts";

export const education: DomainSource = {
  id: "education",
  replies: [
    "Start with your claim in one sentence, then two reasons and one example each.",
    "Here is an outline; {try the second part yourself|write the first paragraph and I will comment}.",
  ],
  topics: {
    "essay-homework": String.raw`
      !weight 2
      @ an essay|my essay|an essay assignment|homework essay|essay writing for school
      {Write|Help me with} an essay {about|on} $subject{, $words words|, due $weekday| for 9th grade|}.
      {I need|Give me} a {thesis statement|conclusion|introduction|counterargument} for an essay {about|on} $subject.
      {Outline|Structure} for {an argumentative essay|a compare and contrast essay|a five-paragraph essay} on $subject?
      {Grade|Give feedback on|What mark would you give} my essay:\n\n$pasteEssay
      I have to write {three pages|$words words} {about|on} $subject and {don't know how to start|it's due tomorrow|hate the topic}.
      {Is $subject|Would "$subject"} a good {essay topic|topic for a presentation} {for college|in 8th grade}? {How do I narrow it down?}
      ~ essay $subject {outline|intro|pros and cons|$words words}
      > use simpler words, I'm {14|16}`,
    "explain-history": String.raw`
      @ history|a history question|the $era|history homework|learning about the $era
      {Why did|What led to|What were the consequences of} the $era{| for ordinary people| in a few sentences}?
      {Explain|Summarise} the $era {for a 12-year-old|in $few points|with dates}.
      {Who was|What did} {Cleopatra|Napoleon|Rosa Parks|Genghis Khan|Bismarck|Simón Bolívar|Catherine the Great} {really|and why does she or he matter|do for the poor}?
      {How did people|What was it like to} {live|eat|travel|go to school} {in the Middle Ages|in ancient Rome|in the 1920s|during the $era}?
      {Compare|What is the difference between} the $era and the $era2.
      {What if|Could it have been avoided|Who was to blame}: the $era? {I have to hold a presentation.|For a debate in history class.}
      ~ {causes|timeline|key figures} $era
      > which source says that
      =era French Revolution|Cold War|fall of Rome|Industrial Revolution|Black Death|First World War|partition of India|Meiji Restoration|Spanish Civil War|Great Depression|Crusades|moon landing`,
    "literature-analysis": String.raw`
      @ a book for class|literature|analysing a poem|$book|a book analysis
      {What is the theme of|Summarise|Who narrates} $book{| chapter by chapter|, no spoilers for the end}?
      {Analyse|Interpret} {the symbolism in|the ending of|the main character of} $book.
      {What does|Why does} {the green light|the conch|the raven|the white whale} {stand for|matter} {in $book|in the novel|}?
      {Character description|A quote with explanation|Essay question} for $book {please|, for English class}.
      {Find|Name} {metaphors|literary devices|irony} in {this passage|this poem}:\n\n$pasteStory
      {I have a test on|I never finished} $book {and it's tomorrow|}. {What do I need to know?|Quiz me.}
      ~ $book {themes|summary|characters|quotes}
      > which page is that on
      =book Romeo and Juliet|The Great Gatsby|1984|Lord of the Flies|Macbeth|To Kill a Mockingbird|Frankenstein|Pride and Prejudice|The Metamorphosis|Of Mice and Men`,
    "study-plan": String.raw`
      @ studying|a study plan|my exams|revision|study habits
      {Make|Write} me a {study plan|revision timetable} for {my finals|the bar exam|A-levels|the SAT|a nursing exam} {in $weeks|with $minutes minutes a day|next to a job}.
      How do I {study|learn} {for an exam in two days|when I have ADHD|without my phone|so that it sticks}?
      {I can't concentrate|I fall asleep|I procrastinate} {when I study|in the library|during revision}. {What helps?}
      {How many hours|Which method|Flashcards or summaries}: {should I study a day|is best for biology|do top students use}?
      I {failed|have to retake} {maths|anatomy|my driving theory} {twice|in $month}. {How do I prepare better for the exam?}
      {Pomodoro|Mind maps|Active recall|The Feynman technique}: {does it work|how do I use it} for {law|languages|chemistry} {exams|}?
      ~ study {schedule|plan|tips} {finals|2 weeks|working student}
      > I lose focus after $minutes minutes`,
    "quiz-maker": String.raw`
      @ a quiz|quiz questions|a test for my class|multiple choice questions|a worksheet
      {Make|Create|Write} {a quiz|ten multiple choice questions|a worksheet} {about|on} {$subject|photosynthesis|fractions|the $country capital and rivers|the human body}{ with answers| for grade 5|}.
      {Quiz me|Test me|Ask me questions} {about|on} {world capitals|the periodic table|$subject|road signs}.
      {Pub quiz|Trivia} {questions|round} {about|on} {music of the 90s|food|$country|film quotes}, {not too easy|ten with answers}.
      {Turn this text|Make questions} {into a quiz|from this text}:\n\n$pasteParagraph
      {A crossword|A gap-fill exercise|True or false questions|A matching exercise} {about|on} {$subject|weather words|the water cycle}?
      {How many|What kind of} questions {should|make} a {fair test|good exit ticket} {have|} {for 30 minutes|in primary school}?
      ~ quiz {$subject|geography|science|bible} {with answers|20 questions}
      > {harder|easier} ones please`,
    "lesson-plan": String.raw`
      @ a lesson plan|my class|teaching|a lesson about $subject|my students
      {Write|Make|Plan} a lesson {plan|} {about|on} {$subject|fractions|poetry|the heart|verbs} for {a class of 28|year 4|adults|kindergarten}, {45 minutes|$minutes minutes}.
      {My students|My class|Two boys in my class} {don't listen|finish at different speeds|hate reading|use AI for everything}. {What can I do as a teacher?}
      {An activity|A warm-up|A game|Group work} {to teach|for} {the past tense|percentages|empathy|$subject}?
      {Write|I need} {report card comments|a letter to parents|a rubric|learning objectives} for {a quiet pupil|group projects|grade 7|a bright but lazy student}.
      How do I {explain|teach} {division|climate|adjectives|time} to {seven-year-olds|a child with dyslexia|beginners}?
      {Substitute teacher|First day of school|Last lesson before the holidays}: {what can I do with|ideas for} {grade 6|a class I don't know}?
      ~ lesson plan {grade 3|esl|science} {$subject|water cycle|45 min}
      > with less material`,
    "university-application": String.raw`
      @ my university application|a personal statement|applying to university|a scholarship application|college applications
      {Write|Improve|Give feedback on} my {personal statement|college essay|motivation letter} {for medicine|for a master's in $country|for a scholarship}:\n\n$pasteEssay
      {Which|What} {universities|courses|degree} {should I choose|fit me} if I like {biology and drawing|maths but not physics|people and languages}?
      {How do I ask|Write an email asking} {a professor|my teacher} for a {recommendation letter|reference} {for university|}?
      {What are my chances|Can I get in} with {a GPA of 3.4|average grades|no extracurriculars} {at a university in $country|for nursing}?
      {Gap year or|Should I} {study right away|drop out|change my major|do a PhD}? {My parents want medicine.|I'm in my second year.}
      {How do I finance|What does it cost to} {study|} {in $country|university without rich parents}? {Scholarships?|Student loan?}
      ~ {personal statement|scholarship|masters} {example|requirements|deadline} $country
      > it's $words words too long`,
  },
};

export const science: DomainSource = {
  id: "maths-and-science",
  replies: [
    "Write down what is given, choose the formula, then put in the numbers with units.",
    "The {sign|unit|second step} is where it goes wrong; here is the full working.",
  ],
  topics: {
    algebra: String.raw`
      !weight 1.3
      @ algebra|an equation|solving equations|my algebra homework|a maths problem
      {Solve|Find x:|What is x if} {$n x + $n2 = $n3|x^2 - $n x + $n2 = 0|$n(x - 2) = $n2|2x + y = $n and x - y = $n2}{| with steps| and check the answer}
      {How do I|Explain how to} {factor|complete the square|solve simultaneous equations|isolate x|simplify fractions with x}?
      {Where is my mistake|Is this right}: {{$n}x = $n2, so x = $n2 - $n|(x+3)^2 = x^2 + 9|-2 > -5, divided by -1 gives 2 > 5}?
      A {train|tank|taxi} {word problem|question}: {two pipes fill it in $n and $n2 hours|it costs \$$n plus \$2 per km|it is $n years older than twice the other}. {Which equation do I set up?}
      {Why does|What is} {a negative times a negative|a logarithm|a function|an inequality|the discriminant} {give a plus|} {in algebra|}?
      {I don't get|My son doesn't understand} {algebra|letters in maths|equations with brackets|exponents}. {Explain with apples.|Can you make practice problems?}
      ~ {factor|solve|simplify} {x^2-$n x+$n2|$n x-$n2=0|(x+$n)(x-$n2)}
      > why do you subtract $n on both sides
      =n 2|3|4|5|6|7|8|9|11|12|15|18|24|36`,
    calculus: String.raw`
      @ calculus|a derivative|an integral|limits|my calculus homework
      {Differentiate|Find the derivative of|Integrate|What is the integral of} {x^2 sin x|ln(3x)|e^(2x)/x|1/(1+x^2)|sqrt(x+$n)|x^$n ln x}{| step by step| by substitution}
      {What is the limit of|Evaluate the limit} {sin(x)/x as x goes to 0|(1+1/n)^n|(x^2-$n)/(x-2)|x ln x at 0}?
      {Explain|I don't understand} {the chain rule|integration by parts|why the derivative is a slope|Taylor series|partial derivatives}. {Intuitively, please.|Exam on $weekday.}
      {Find|How do I find} the {maximum|inflection points|area under the curve|tangent} of f(x) = {x^3 - $n x|x e^-x|$n x^2 + 1}?
      {Does the series|Does the integral} {sum of 1/n^$n|of 1/x from 1 to infinity} converge? {Which test?|Proof please.}
      {Solve|How do I solve} the differential equation {y' = $n y|y'' + y = 0|dy/dx = x y}? {With initial value 1.|}
      ~ {derivative|integral} of {tan x|x^$n e^x|ln x / x|cos(2x)}
      > where does the $n come from
      =n 2|3|4|5|6|7|8|9|12`,
    geometry: String.raw`
      @ geometry|triangles|a geometry problem|area and volume|trigonometry
      {What is|Calculate|Find} the {area|perimeter|volume|diagonal} of {a circle with radius $n|a triangle with sides $n, $n2 and $n3|a cylinder $n cm high|a cube with edge $n|a trapezoid}?
      {A ladder|A ramp|A tree's shadow} is {$n m|$n2 feet} long {and the angle is 35 degrees|and stands 2 m from the wall}. {How high|Which formula}?
      {Prove|Why is it|Show} that {the angles in a triangle add to 180|the base angles are equal|opposite angles match|pi is the same for all circles}.
      {When do I use|Difference between} {sine and cosine|Pythagoras and the law of cosines|similar and congruent|radians and degrees}?
      {How many|How much} {tiles|paint|soil|fence} do I need for {a room of $n by $n2 m|a round bed of $n m}? {Geometry in real life...|}
      {Find|What are} the coordinates of {the midpoint|the reflection|the intersection} of {(1,$n) and ($n2,7)|y = $n x and y = -x + $n2}?
      ~ {area|volume|surface} of {cone|sphere|hexagon|trapezoid} [$n $n2]
      > in cm or m
      =n 2|3|4|5|6|8|10|12|13|15|20`,
    probability: String.raw`
      @ probability|a probability question|chances and odds|combinatorics|dice and cards
      {What is the probability|What are the odds|How likely is it} {of rolling two sixes|of drawing $n aces|that two of $n people share a birthday|of $n heads in a row}?
      {How many ways|In how many ways} can {$n people sit in a row|you choose 3 from $n|the letters of BANANA be arranged|I make a 4-digit code}?
      {Explain|Why is} {the Monty Hall problem|Bayes' theorem|expected value|the gambler's fallacy} {with cards|to my class|counterintuitive}?
      A bag has {$n red and $n2 blue|$n green and 5 white} balls. {Two are drawn without replacement.|I take one.} What's the {probability of one of each|chance of red}?
      {With or without replacement|Permutation or combination|Add or multiply}: how do I {know|decide} in probability problems?
      {A test is 95% accurate|The lottery has 49 numbers|A bus comes every $n minutes on average}. {What is the real chance|What should I expect}?
      ~ probability {dice|cards|at least one|binomial n=$n}
      > and if order matters
      =n 3|4|5|6|7|8|10|12|20|23`,
    physics: String.raw`
      @ physics|a physics problem|forces and motion|physics homework|electricity in physics
      {A car|A ball|A 2 kg block} {brakes from 90 km/h|is thrown at 15 m/s|slides down a 30° slope}. {How far|How fast|What force}? {Show the formula.|g = 9.81.|}
      {Why is|Why does} {the sky blue|ice slippery|time slow down near light speed|a bike stay upright|hot air rise} {, physically|}?
      {Explain|What is} {entropy|a magnetic field|voltage and current|relativity|quantum entanglement|torque} {with an everyday example|for high school|without maths}.
      {Calculate|What is} the {current|resistance|power} if {U = 12 V and R = 40 ohm|three 6 ohm resistors are parallel|a kettle draws 9 A}?
      {Is energy|Is momentum} conserved when {two carts collide|a ball bounces|a pendulum swings}? {I have a lab report.|}
      How does {a fridge|GPS|a microwave|a nuclear reactor|a violin string} work {in terms of physics|}?
      ~ {newton's second law|ohm's law|kinetic energy|doppler effect} {example|formula|explained}
      > which unit is that in`,
    chemistry: String.raw`
      @ chemistry|a chemical reaction|chemistry homework|moles and molarity|acids and bases
      {Balance|Complete} the {equation|reaction}: {Fe + O2 -> Fe2O3|C3H8 + O2 -> CO2 + H2O|Al + HCl -> AlCl3 + H2|KMnO4 + HCl -> KCl + MnCl2 + H2O + Cl2}
      {How many moles|How many grams} {are in 36 g of water|of NaCl do I need for 250 ml of 0.5 M|of CO2 come from 10 g of carbon}?
      {What's the difference between|Explain} {ionic and covalent bonds|acid and base|exothermic and endothermic|an isomer and an isotope}.
      What is the pH of {0.01 M HCl|a buffer|lemon juice|ammonia}? {How do I calculate it?|Formula please.}
      {Why|How come} {does salt melt ice|do metals conduct|does iron rust|is benzene stable|does soap clean}?
      {Name|Draw in text|What is the structure of} {2-methylbutane|CH3COOH|an ester|glucose}? {IUPAC rules confuse me.|}
      ~ {molar mass|oxidation number|lewis structure|pH} {H2SO4|KMnO4|CO2|NH3}
      > where did the 2 in front come from`,
    biology: String.raw`
      @ biology|cells|a biology question|genetics|the human body in biology
      {Explain|How does|What is} {photosynthesis|the Krebs cycle|mitosis and meiosis|DNA replication|a vaccine|natural selection} {work|} {for an exam|simply|}?
      {Why do|How do} {leaves turn red|birds migrate|we yawn|octopuses change colour|antibiotics fail}?
      {Cross|Punnett square for} {Aa x Aa|brown eyes and blue eyes|a carrier mother and a healthy father}: {what are the ratios|chances for the child}?
      {What's the difference between|Compare} {plant and animal cells|arteries and veins|viruses and bacteria|DNA and RNA}.
      {What happens|What is going on in the body} when {we eat sugar|we hold our breath|a wound heals|muscles get sore}? {For biology class.|}
      {Name|Label|List} the {parts of the heart|stages of meiosis|layers of the skin|organelles} {and their function|}.
      ~ {enzyme|osmosis|meiosis|food web} {definition|diagram explained|examples}
      > what is the name of that protein`,
  },
};
