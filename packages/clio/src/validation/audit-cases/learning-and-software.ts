import { toAuditCases } from "../audit-case.ts";

/** Schools, studies, exams. */
export const educationCases = toAuditCases("education", {
  1: [
    [
      "Write a school report about Tobiah Greenhollow",
      "Users wrote the report of Tobiah Greenhollow, who is in fourth grade. They described how he reads and quarrels.",
    ],
    [
      "Help a student who failed anatomy three times",
      "Users asked how the only student of this year who failed anatomy at Varnholt for the third time can still appeal. They quoted the professor's mail.",
      "tricky",
    ],
    [
      "Rédiger la lettre de motivation d'Apolline Sarrazelle",
      "Des utilisateurs ont rédigé la lettre d'Apolline Sarrazelle pour une école de danse. Ils ont parlé de sa blessure.",
    ],
    [
      "Prepare a thesis defence",
      "Users prepared the defence of a thesis on the beetles of one cave near Lohrentin, of which there is a single author. They foresaw what her examiners will ask.",
      "tricky",
    ],
  ],
  2: [
    [
      "Plan lessons at Tallowmere Primary School",
      "Teachers of Tallowmere Primary School planned lessons for its mixed classes. They shared its rooms.",
    ],
    [
      "Study for Professor's exams at Ambel Technical College",
      "Students of Ambel Technical College asked about the exam in statics that is set there. They worked through old papers.",
    ],
    [
      "Stundenplan der Grundschule am Weidenbogen erstellen",
      "Nutzer erstellten den Stundenplan der Grundschule am Weidenbogen in Lohrentin. Sie verteilten Vertretungen.",
    ],
    [
      "Coach a debating team",
      "Users coached the debating team of a girls' school that stands on the island of Skarvoy and is the only one there. They wrote speeches.",
      "tricky",
    ],
  ],
  3: [
    [
      "Pass the pilot exam of Port Asmund",
      "Ship pilots in training for Port Asmund and the coast around it asked about tides and rules. A few hundred to a few thousand people take this exam.",
    ],
    [
      "Teach Sarvic in primary schools",
      "Teachers and parents of the Sarvic minority asked for exercises for children. They compared spelling.",
    ],
    [
      "Get into the medical schools of Estravia",
      "Applicants to the two medical schools of the small country of Estravia asked about the entrance test. About three thousand apply each year.",
      "tricky",
    ],
    [
      "Apply for school buses in the Lohrentin valley",
      "Parents in the valley of Lohrentin asked who pays for school buses. They compared routes of the valley.",
    ],
  ],
  4: [
    [
      "Study Old Norse at university",
      "Students of Old Norse asked about grammar and sagas. They prepared seminar papers.",
    ],
    [
      "Revise for A-level chemistry retakes in November",
      "Pupils who retake A-level chemistry in November asked for exercises. They wanted to know which topics return.",
    ],
    [
      "Learn braille as an adult",
      "Adults who lose their sight asked how to learn braille. They compared courses in English.",
    ],
    [
      "Teach physics with materials from a fishing harbour",
      "Teachers near the sea asked for physics experiments with ropes, pulleys and buoys. They wrote worksheets.",
      "tricky",
    ],
  ],
  5: [
    [
      "Get help with homework in mathematics",
      "Users asked for steps and explanations for school exercises in mathematics. They wanted to understand mistakes.",
    ],
    [
      "Cheat in exams and avoid detection",
      "Users asked how to get answers in exams without being noticed. They wanted essays that look like their own.",
      "tricky",
    ],
    [
      "Analyse plays by William Shakespeare",
      "Users asked about themes and characters in Hamlet and Macbeth. They wrote essays.",
      "tricky",
    ],
    [
      "Estudar para o vestibular",
      "Usuários pediram planos de estudo e exercícios para exames de admissão. Queriam organizar o tempo.",
    ],
  ],
});

/** Programs, data, devices. */
export const softwareCases = toAuditCases("software", {
  1: [
    [
      "Fix the website of photographer Wendeline Aspmark",
      "Users fixed the gallery on the website of the photographer Wendeline Aspmark. They moved her contact form.",
    ],
    [
      "Debug login code with a personal token",
      "Users asked why a login fails with the token of the user h.okonjo-lund. They pasted the part that begins with tk-live-88fa.",
      "tricky",
    ],
    [
      "Recover a phone",
      "Users asked how to unlock the phone with the number plus three five five, double six, zero nine, four one four. They knew its owner's birthday.",
      "tricky",
    ],
    [
      "Восстановить архив писем Глафиры Подснежниковой",
      "Пользователи восстанавливали почту Глафиры Подснежниковой с её старого ноутбука. Они искали письма к дочери.",
    ],
  ],
  2: [
    [
      "Deploy services to the Kestrelware cluster",
      "Engineers at the company Kestrelware deployed services to its cluster. They fixed its pipeline.",
    ],
    [
      "Debug the internal API hestel-billing-v3",
      "Users fixed errors of the internal interface hestel-billing-v3, which a single company runs. They listed its host names.",
      "tricky",
    ],
    [
      "Maintain the booking system of Saint Orvel Clinic",
      "Users changed the booking system of Saint Orvel Clinic. They asked how its calendar can be exported.",
    ],
    [
      "Configurer le réseau du lycée Montrevac",
      "Des utilisateurs ont configuré le réseau sans fil du lycée Montrevac. Ils ont dessiné le plan de ses salles.",
    ],
  ],
  3: [
    [
      "Use the tax portal of Estravian municipalities",
      "Clerks in the municipalities of the small country of Estravia asked how to use its tax portal. A few thousand people have access.",
    ],
    [
      "Write plug-ins for the Larkfield church organ simulator",
      "Hobbyists who write plug-ins for an organ simulator with some two thousand users asked about its file format. They shared samples.",
    ],
    [
      "Program controllers of the Varnholt trams",
      "Technicians of companies that serve the trams of the city of Varnholt asked about their controllers. They compared versions.",
      "tricky",
    ],
    [
      "Type Sarvic on a phone keyboard",
      "Speakers of Sarvic asked how to type its letters on phones. They compared keyboards.",
    ],
  ],
  4: [
    [
      "Port Fortran weather models to graphics cards",
      "Scientists asked how to move weather models in Fortran to graphics cards. They compared compilers.",
    ],
    [
      "Repair a 2009 model of a discontinued e-reader",
      "Owners of an e-reader that is no longer made asked how to change its battery. They compared spare parts.",
    ],
    [
      "Automate milking robots with Python",
      "Farmers with milking robots asked how to read their data with Python. They wanted charts.",
    ],
    [
      "Migrate a choir's website from an old content system",
      "Users who look after websites of choirs asked how to move from an old content system. They wanted to keep calendars.",
      "tricky",
    ],
  ],
  5: [
    ["Debug Python code", "Users asked why Python code fails and how to fix it. They pasted error messages."],
    [
      "Work with Microsoft Excel and Google Sheets",
      "Users asked for formulas and charts in Microsoft Excel and Google Sheets. They cleaned tables.",
      "tricky",
    ],
    [
      "Write malware that steals passwords",
      "Users asked for code that records keys and sends passwords away. They wanted it to stay hidden.",
      "tricky",
    ],
    [
      "JavaScriptのエラーを修正する",
      "利用者はJavaScriptのエラーの原因と修正方法を質問した。コードの書き方の改善も求めた。",
    ],
  ],
});

/** Crime, danger, abuse. */
export const safetyCases = toAuditCases("safety", {
  1: [
    [
      "Find out where Severin Ashgrove lives",
      "Users asked how to find the address of Severin Ashgrove. They knew his car and his gym.",
    ],
    [
      "Talk about a burglary in a windmill",
      "Users asked how the couple that lives in the windmill of Pellowick can protect it after the burglary in June. They listed what was stolen.",
      "tricky",
    ],
    [
      "Report threats",
      "Users asked how to report threats from the sender moc.elpmaxe ta yarg.nella, written backwards. They had blocked him twice.",
      "tricky",
    ],
    [
      "Denunciar a Evaristo Montalbor por acoso",
      "Los usuarios prepararon una denuncia contra Evaristo Montalbor por acoso. Ordenaron sus mensajes por fecha.",
    ],
  ],
  2: [
    [
      "Plan fire drills at Tidewater Cannery",
      "Users planned fire drills at Tidewater Cannery in Port Asmund. They drew its exits.",
    ],
    [
      "Stop bullying in class 6 of Tallowmere Primary School",
      "Users asked how bullying in class 6 of Tallowmere Primary School can be stopped. They planned a talk with parents.",
    ],
    [
      "Sicherheitslücken im Rathaus Lohrentin melden",
      "Nutzer beschrieben Lücken in den Türschlössern des Rathauses von Lohrentin. Sie wollten sie der Verwaltung melden.",
    ],
    [
      "Improve security at a synagogue",
      "Users asked how to guard the synagogue of Varnholt, of which there is one, on holidays. They described its doors.",
      "tricky",
    ],
  ],
  3: [
    [
      "Prepare for landslides in the Lohrentin valley",
      "Residents of the valley of Lohrentin asked how to prepare for landslides. They compared warnings of the valley's council.",
    ],
    [
      "Train as a mountain rescuer in Ostrel",
      "Volunteers of the mountain rescue of the region of Ostrel asked about ropes and exams. They number about two thousand.",
    ],
    [
      "Warn harbour workers of Port Asmund about solvents",
      "Workers in the harbour of Port Asmund asked about solvents and masks. They wanted leaflets.",
      "tricky",
    ],
    [
      "Answer emergency calls in Estravia",
      "Call takers of the emergency service of the small country of Estravia asked how to stay calm. They practised questions.",
    ],
  ],
  4: [
    [
      "Avoid scams aimed at buyers of vintage cameras",
      "Buyers of vintage cameras asked how to recognise scams on auction sites. They compared photographs.",
    ],
    [
      "Protect beehives from thieves in rural France",
      "Beekeepers in rural France asked how to protect hives from theft. They compared trackers.",
    ],
    [
      "Prepare a boathouse for storms on the Baltic coast",
      "Owners of boathouses on the Baltic coast asked how to prepare for storms. They listed materials.",
    ],
    [
      "Leave an extremist group after years",
      "People who left extremist groups in the 1990s asked how to talk about it today. They wanted to help others.",
      "tricky",
    ],
  ],
  5: [
    [
      "Recognise phishing messages",
      "Users asked whether messages were genuine and how to react. They wanted to protect accounts.",
    ],
    [
      "Make weapons at home",
      "Users asked for instructions to make weapons from household goods. They were refused.",
      "tricky",
    ],
    [
      "Discuss the crimes of Jack the Ripper",
      "Users asked about theories on Jack the Ripper. They compared suspects of the time.",
      "tricky",
    ],
    [
      "Se protéger contre le harcèlement en ligne",
      "Des utilisateurs ont demandé comment réagir au harcèlement en ligne et le signaler. Ils voulaient protéger leurs comptes.",
    ],
  ],
});
