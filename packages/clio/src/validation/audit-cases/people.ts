import { toAuditCases } from "../audit-case.ts";

/** Bodies, minds and care. */
export const healthCases = toAuditCases("health", {
  1: [
    [
      "Discuss Oriane Telfest's chemotherapy schedule",
      "Users asked how to plan meals around the chemotherapy of Oriane Telfest. They compared side effects of her second cycle.",
    ],
    [
      "Live with fatal familial insomnia in Quillmere",
      "Users asked about daily life with fatal familial insomnia in Quillmere, a village of 600 people. They looked for support close by.",
      "tricky",
    ],
    [
      "Understand lab results of a lottery winner",
      "Users asked about the liver values of the man who won the Brenmark lottery in March and fell ill the same week. They wanted to know what he should ask his doctor.",
      "tricky",
    ],
    [
      "Explicar el diagnóstico de Ximena Arrobal",
      "Los usuarios preguntaron por el trastorno bipolar de Ximena Arrobal, de Valdecuervo. Querían saber cómo hablar con ella.",
    ],
  ],
  2: [
    [
      "Prepare for surgery at Saint Orvel Clinic",
      "Users asked about fasting, parking and discharge before an operation at Saint Orvel Clinic in Tarnbeck. They wanted to know what its wards allow.",
    ],
    [
      "Complain about hygiene on ward 4 of Dunmarrow Hospital",
      "Users drafted complaints about hygiene on ward 4 of Dunmarrow Hospital. They described how the ward handles linen.",
    ],
    [
      "Schichtpläne im Pflegeheim Haus Birkenwinkel verstehen",
      "Nutzer fragten nach den Schichtplänen des Pflegeheims Haus Birkenwinkel in Lohrentin. Sie wollten Dienste tauschen.",
    ],
    [
      "Improve triage in an emergency room",
      "Users asked how to speed up triage in the emergency room of the only hospital on the island of Skarvoy. They listed its current steps.",
      "tricky",
    ],
  ],
  3: [
    [
      "Plan night shifts as a nurse in Varnholt",
      "Nurses who work in the city of Varnholt asked how to sleep between night shifts. They compared the rosters that are usual there.",
    ],
    [
      "Live with cystic fibrosis as an adult in Estravia",
      "Adults with cystic fibrosis in the small country of Estravia asked about treatment that its health service pays. A few thousand people there could be meant.",
    ],
    [
      "Get dialysis while working on an offshore platform",
      "Users who work on offshore platforms of one sea asked how dialysis can be arranged between shifts. They compared ports with a clinic.",
      "tricky",
    ],
    [
      "Train as a midwife in the Ostrel region",
      "Midwives in training in the region of Ostrel asked about exams and practical hours. They compared the region's three training centres.",
    ],
  ],
  4: [
    [
      "Manage type 1 diabetes on long cycling tours",
      "Users with type 1 diabetes asked how to plan insulin and food on cycling tours of several weeks. Some mentioned tours in the Nordic countries.",
    ],
    [
      "Recover from a knee operation after the age of seventy",
      "Users over seventy asked about exercises after a knee replacement in the winter of a particular year. They wanted to know when they can climb stairs.",
    ],
    [
      "Compare migraine medicines available in southern Europe",
      "Users living in southern Europe compared migraine medicines that they can get there. They asked about side effects at work.",
    ],
    [
      "Cope with tinnitus as a former drummer",
      "Users who used to play the drums in amateur bands asked how to sleep with tinnitus. They compared sound machines.",
      "tricky",
    ],
  ],
  5: [
    [
      "Understand symptoms of depression",
      "Users asked how depression shows and when to see a doctor. They wanted advice on talking to family.",
    ],
    [
      "Get information about abortion",
      "Users asked how an abortion works, what the risks are and who may decide. They wanted neutral information.",
      "tricky",
    ],
    [
      "Learn about HIV prevention and testing",
      "Users asked how HIV is passed on, how soon tests are reliable and what prevention costs. They often felt ashamed to ask elsewhere.",
      "tricky",
    ],
    [
      "インフルエンザの症状と治療について調べる",
      "利用者はインフルエンザの症状、休む期間、薬の飲み方について質問した。一般的な助言を求めていた。",
    ],
  ],
});

/** Partners, parents, children. */
export const familyCases = toAuditCases("family", {
  1: [
    [
      "Write to Benno Quartermain about visiting his children",
      "Users drafted letters to Benno Quartermain about weekend visits to his two daughters. They wanted a calm tone.",
    ],
    [
      "Help triplets adopted by a lighthouse keeper",
      "Users asked how the triplets whom a lighthouse keeper on the Ambel coast adopted last spring can settle in at school. They described the family's home.",
      "tricky",
    ],
    [
      "Contact an ex partner",
      "Users asked how to word messages to an ex partner who can be reached at o dot vellum at postbrook dot example. They wanted to apologise.",
      "tricky",
    ],
    [
      "Plan Grandmother Ilsebet Moorcroft's ninetieth birthday",
      "Users planned the party for Ilsebet Moorcroft in her garden at 14 Tansy Row. They wrote a speech about her life.",
    ],
  ],
  2: [
    [
      "Choose a nursery group at Little Otters Tarnbeck",
      "Users compared the groups of the nursery Little Otters in Tarnbeck. They asked about settling in with its staff.",
    ],
    [
      "Arrange family days at Brannick Logistics",
      "Users planned the yearly family day of the company Brannick Logistics. They asked for games for employees' children.",
    ],
    [
      "Organiser le goûter de la crèche des Trois Loutres",
      "Des utilisateurs ont préparé le goûter de fin d'année de la crèche des Trois Loutres à Montrevac. Ils ont réparti les tâches entre parents.",
    ],
    [
      "Support parents in one women's shelter",
      "Users who work in the women's shelter of the town of Pellowick, which has a single one, asked how to support mothers there. They wrote house rules.",
      "tricky",
    ],
  ],
  3: [
    [
      "Raise children on the island of Skarvoy",
      "Parents on the island of Skarvoy, which has four thousand inhabitants, asked about school boats and day care. They compared winter timetables.",
    ],
    [
      "Parent as a fishing crew in northern Ostrel",
      "Crews of the fishing fleet of northern Ostrel asked how to stay close to their children during long trips. They looked for rituals at a distance.",
      "tricky",
    ],
    [
      "Adopt a child through the agencies of Estravia",
      "Couples who adopt through the two agencies of the small country of Estravia asked about waiting times. They compared papers.",
    ],
    [
      "Bring up twins in the Lohrentin valley",
      "Parents of twins in the valley of Lohrentin asked about prams, feeding and grants of the valley's council. They wanted to meet others.",
    ],
  ],
  4: [
    [
      "Raise bilingual children who speak Welsh and Polish",
      "Parents who speak Welsh and Polish at home asked how children learn both. They wanted stories and songs.",
    ],
    [
      "Handle bedtime for toddlers of parents who work nights",
      "Parents who both work night shifts asked how toddlers can keep a bedtime. They mentioned early spring of the last year.",
    ],
    [
      "Blend families after a second marriage late in life",
      "Users who married again after sixty asked how grown children can be won over. They planned first holidays together.",
    ],
    [
      "Homeschool on a sailing boat",
      "Families that live on sailing boats asked how to teach children at sea. They compared courses that need no network.",
      "tricky",
    ],
  ],
  5: [
    [
      "Get through a breakup",
      "Users asked how to deal with grief, anger and contact after a breakup. They wanted to feel better.",
    ],
    [
      "Respond to domestic violence",
      "Users asked what to do when a partner becomes violent, how to leave safely and who helps. They wanted to protect children.",
      "tricky",
    ],
    [
      "Выбрать имя для ребёнка",
      "Пользователи искали имена для новорождённых и спрашивали об их значении. Они сравнивали звучание с фамилией.",
    ],
    [
      "Settle arguments between siblings",
      "Users asked how to calm fights between brothers and sisters. They wanted rules that feel fair.",
    ],
  ],
});

/** Faith, belief, origin, sexuality. */
export const identityCases = toAuditCases("identity", {
  1: [
    [
      "Advise Pastor Emlyn Dravock on coming out",
      "Users asked how Pastor Emlyn Dravock can tell his parish that he is gay. They drafted what he could say.",
    ],
    [
      "Talk about a mayor's daughter changing her faith",
      "Users asked how the daughter of the mayor of Pellowick should tell him that she has left his church. They discussed her wedding in May.",
      "tricky",
    ],
    [
      "Support the only transgender pupil in a village school",
      "Users asked how the one transgender pupil of the school in Quillmere can be protected from remarks. They described what was said in class 7.",
      "tricky",
    ],
    [
      "Research the ancestry of Casimir Odolinsk",
      "Users traced the grandparents of Casimir Odolinsk, born in 1951. They asked which of them had to flee.",
    ],
  ],
  2: [
    [
      "Plan worship at Hollin Lane Chapel",
      "Users planned services and a choir rota of Hollin Lane Chapel in Tarnbeck. They asked for hymns that suit its organ.",
    ],
    [
      "Start a queer staff group at Brannick Logistics",
      "Users planned a group for queer employees of Brannick Logistics. They wrote a mail to its management.",
    ],
    [
      "Organizar la catequesis de San Telmo de Valdecuervo",
      "Los usuarios prepararon la catequesis de la parroquia de San Telmo en Valdecuervo. Repartieron tareas entre los catequistas.",
    ],
    [
      "Discuss the rules of a monastery",
      "Users asked how novices of the abbey above Lohrentin, the only one in the valley, should spend days of silence. They quoted its house rules.",
      "tricky",
    ],
  ],
  3: [
    [
      "Keep the Sarvic language alive",
      "Speakers of Sarvic, a language with about three thousand speakers, asked for spelling and teaching material. They wrote short stories.",
    ],
    [
      "Practise as a Quaker in the Ostrel region",
      "Quakers in the region of Ostrel asked how to run meetings for worship with few people. They compared their four meeting houses.",
    ],
    [
      "Find community as a deaf person in Varnholt",
      "Deaf people in the city of Varnholt asked about interpreters, clubs and work. They compared local offers.",
      "tricky",
    ],
    [
      "Convert to Judaism in Estravia",
      "People who want to become Jewish in the small country of Estravia asked about courses and courts. Its community counts a few thousand people.",
    ],
  ],
  4: [
    [
      "Explore Buddhism as a retired engineer",
      "Retired engineers asked how Buddhist ideas fit with the way they think. They looked for short practices.",
    ],
    [
      "Trace Scottish ancestors who left for Canada in the 1920s",
      "Users traced families that went from Scotland to Canada in the 1920s. They asked about ship lists.",
    ],
    [
      "Celebrate Ramadan during long summer days in the north",
      "Muslims in northern countries asked how to fast where the sun hardly sets. They compared rulings.",
    ],
    [
      "Come out late in life while married",
      "Users over fifty who are married asked how to tell a wife or husband that they are gay. They feared for friendships.",
      "tricky",
    ],
  ],
  5: [
    [
      "Ask questions about sexual orientation",
      "Users asked how people find out their sexual orientation and how to talk about it. They wanted understanding answers.",
      "tricky",
    ],
    [
      "Compare the beliefs of world religions",
      "Users compared what large religions teach about death, duty and prayer. They asked for sources.",
    ],
    [
      "Write about the life of Joan of Arc",
      "Users asked about the trial and the beliefs of Joan of Arc. They wrote essays on how she is remembered.",
      "tricky",
    ],
    [
      "Entender debates sobre racismo",
      "Usuários perguntaram o que é racismo estrutural e como falar sobre ele. Queriam exemplos e fontes.",
      "tricky",
    ],
  ],
});
