import { toAuditCases } from "../audit-case.ts";

/** Jobs, teams and companies. */
export const workCases = toAuditCases("work", {
  1: [
    [
      "Draft a reference for Perrin Aldwhistle",
      "Users wrote a reference for Perrin Aldwhistle, who led a warehouse for nine years. They praised how he handled returns.",
    ],
    [
      "Negotiate pay as the head of reptiles at a zoo",
      "Users asked how the head of the reptile house at the zoo of Varnholt can ask for more pay. They listed what she has done since 2019.",
      "tricky",
    ],
    [
      "Deal with a difficult manager",
      "Users asked how to answer a manager called Mar1owe F3nn1ng, who shouts in meetings. They wanted to stay polite.",
      "tricky",
    ],
    [
      "Kündigungsschreiben für Friederike Ostwalder formulieren",
      "Nutzer formulierten die Kündigung von Friederike Ostwalder zum Monatsende. Sie fragten nach ihrem Resturlaub.",
    ],
  ],
  2: [
    [
      "Plan sprints of the payments team at Kestrelware",
      "Members of the payments team at the company Kestrelware planned their sprints. They split work on its checkout.",
    ],
    [
      "Answer customer mail for Bramble & Finch Bakery",
      "Users wrote answers to customers of Bramble & Finch Bakery in Tarnbeck. They apologised for late cakes.",
    ],
    [
      "Prepare the restructuring of Brannick Logistics",
      "Users prepared slides on closing two depots of Brannick Logistics. They asked how its staff should be told.",
    ],
    [
      "Improve onboarding at a satellite maker",
      "Users rewrote the onboarding plan of the only company in Estravia that builds satellites. They described its clean rooms.",
      "tricky",
    ],
  ],
  3: [
    [
      "Bargain for wages as dockers in Port Asmund",
      "Dockers in Port Asmund asked about a wage agreement for the port's three thousand workers. They compared shifts.",
    ],
    [
      "Write applications as a translator of Sarvic",
      "Translators of Sarvic, of whom there are some hundreds to a few thousand, asked how to apply to agencies. They compared rates.",
    ],
    [
      "Work as a taxi driver in Varnholt",
      "Taxi drivers in the city of Varnholt asked about licences, rush hours and new rules of the city. They compared earnings.",
      "tricky",
    ],
    [
      "Retrain as a miner in the Dunmarrow coalfield",
      "Miners of the Dunmarrow coalfield asked which trades they could learn after the pits close. They compared grants.",
    ],
  ],
  4: [
    [
      "Apply for jobs in wind power in northern Germany",
      "Technicians asked for help with applications to wind power companies in northern Germany. They listed certificates.",
    ],
    [
      "Find work as a left-handed violin maker",
      "Users who build violins for left-handed players asked how to find customers. They wrote short portraits of their work.",
    ],
    [
      "Return to nursing after raising children",
      "Users who had been nurses before raising children asked how to return. They mentioned a course that began in autumn.",
    ],
    [
      "Write performance reviews for remote teams in three time zones",
      "Managers of teams in exactly three time zones asked how to review performance fairly. They wanted examples.",
      "tricky",
    ],
  ],
  5: [
    [
      "Write and improve resumes",
      "Users asked for help with resumes for many kinds of jobs. They wanted clear wording and a good layout.",
    ],
    [
      "Practise interviews for Google and Microsoft",
      "Users practised questions that large technology companies such as Google and Microsoft ask in interviews. They wanted feedback.",
      "tricky",
    ],
    [
      "Respond to harassment at work",
      "Users asked what counts as harassment at work and how to report it. They wanted to know their rights.",
      "tricky",
    ],
    ["写求职信", "用户请求帮助撰写和修改求职信。他们希望语言简洁、有说服力。"],
  ],
});

/** Earning, owing, paying. */
export const moneyCases = toAuditCases("money", {
  1: [
    [
      "Pay off the debts of Rosamund Thackerly",
      "Users made a plan for the credit card debts of Rosamund Thackerly. They listed what she owes to two banks.",
    ],
    [
      "Check a bank account",
      "Users asked why a transfer to account EE-seven-seven-zero-four-one-nine-two-two had failed. They named the owner's mother.",
      "tricky",
    ],
    [
      "Divide the estate of a pair of circus owners",
      "Users asked how the three heirs of the couple that owned the Zambeline circus should share its animals and debts. They described the quarrel at the funeral.",
      "tricky",
    ],
    [
      "Remplir la déclaration d'impôts de Gontran Vaudelle",
      "Des utilisateurs ont rempli la déclaration de revenus de Gontran Vaudelle. Ils ont demandé comment déclarer la vente de son garage.",
    ],
  ],
  2: [
    [
      "Reconcile invoices at Tidewater Cannery",
      "Users matched invoices and payments of Tidewater Cannery in Port Asmund. They asked about its bookkeeping software.",
    ],
    [
      "Raise funds for Tallowmere Primary School",
      "Users planned a fundraising dinner for Tallowmere Primary School. They estimated what its roof will cost.",
    ],
    [
      "Revisar las cuentas de la cooperativa La Encina",
      "Los usuarios revisaron las cuentas de la cooperativa La Encina de Valdecuervo. Buscaron un error en sus facturas.",
    ],
    [
      "Price tickets for a mountain railway",
      "Users worked out ticket prices for the rack railway up Mount Hestel, which one small company runs. They used its passenger numbers.",
      "tricky",
    ],
  ],
  3: [
    [
      "Claim flood relief in the Lohrentin valley",
      "Households of the valley of Lohrentin asked how to claim relief after the flood. Some two thousand homes were hit.",
    ],
    [
      "Understand pensions of Estravian railway workers",
      "Railway workers in the small country of Estravia asked how their pension fund works. They compared retirement ages.",
    ],
    [
      "File taxes as an oyster farmer in Ambel",
      "Oyster farmers along the Ambel coast asked how to declare income and losses. They compared rules for boats.",
      "tricky",
    ],
    [
      "Buy a first home in the new quarter of Varnholt",
      "Users asked about prices and loans in the new harbour quarter of the city of Varnholt. It has about three thousand homes.",
    ],
  ],
  4: [
    [
      "Plan retirement savings as an American living in Portugal",
      "Americans who live in Portugal asked how to save for retirement. They compared taxes of both countries.",
    ],
    [
      "Insure vintage motorcycles built before 1960",
      "Owners of motorcycles built before 1960 asked how to insure them. They compared clubs.",
    ],
    [
      "Budget on one income with four children",
      "Families with exactly four children and one income asked how to plan a month. They wanted cheap meals.",
    ],
    [
      "Freelance as an illustrator paid in two currencies",
      "Illustrators who are paid in euros and Swiss francs asked about invoices and rates. They compared accounts.",
      "tricky",
    ],
  ],
  5: [
    [
      "Make a monthly budget",
      "Users asked how to plan income and spending for a month. They wanted simple tables.",
    ],
    [
      "Deal with personal bankruptcy",
      "Users asked what bankruptcy means, what may be kept and how long it lasts. They wanted a way out of debt.",
      "tricky",
    ],
    [
      "Understand Bitcoin and Ethereum",
      "Users asked how Bitcoin and Ethereum work and what they risk. They compared wallets.",
      "tricky",
    ],
    [
      "Steuererklärung verstehen",
      "Nutzer fragten, welche Ausgaben sie in der Steuererklärung angeben können. Sie wollten Fristen und Formulare verstehen.",
    ],
  ],
});

/** Rights, courts, contracts. */
export const lawCases = toAuditCases("law", {
  1: [
    [
      "Defend Lucan Merriweather-Stroud in a driving case",
      "Users prepared the defence of Lucan Merriweather-Stroud, who is charged with drunk driving. They discussed his breath test.",
    ],
    [
      "Contest a will in favour of a parrot",
      "Users asked how the niece of a retired admiral in Pellowick can contest his will, which leaves the house to his parrot. They described the sealed letter.",
      "tricky",
    ],
    [
      "Appeal a visa refusal, passport number in words",
      "Users appealed a visa refusal for the holder of passport L-nine-nine-two-zero-three-seven-one. They explained a stamp that is missing.",
      "tricky",
    ],
    [
      "Составить иск соседа Арсения Вельможина",
      "Пользователи составляли иск Арсения Вельможина против соседей из-за шума. Они описывали ночь на третье марта.",
    ],
  ],
  2: [
    [
      "Review supplier contracts of Kestrelware",
      "Users reviewed contracts that the company Kestrelware signs with suppliers. They looked for clauses about late delivery.",
    ],
    [
      "Settle a rent dispute at Orchard Court",
      "Tenants of the building Orchard Court in Tarnbeck asked how to fight a rise of rent by its owner. They wrote a joint letter.",
    ],
    [
      "Draft bylaws of the Skarvoy rowing club",
      "Users drafted bylaws of the rowing club of Skarvoy. They asked how its board should be elected.",
    ],
    [
      "Handle complaints against a police station",
      "Users asked how complaints against the police station at the harbour of Port Asmund are handled. They collected what happened in its cells.",
      "tricky",
    ],
  ],
  3: [
    [
      "Claim land rights of Sarvic reindeer herders",
      "Sarvic herders, about two thousand people, asked how to claim grazing land. They compared old maps.",
    ],
    [
      "Join the class action over the Dunmarrow dam",
      "Residents below the Dunmarrow dam asked how to join a class action of three thousand households. They collected papers.",
    ],
    [
      "Renew fishing licences in northern Ostrel",
      "Owners of small boats in northern Ostrel asked how to renew licences under new quotas. They compared deadlines.",
      "tricky",
    ],
    [
      "Register as a notary in Estravia",
      "Jurists in the small country of Estravia asked how to become a notary. They compared exams of past years.",
    ],
  ],
  4: [
    [
      "Move to New Zealand as a dentist",
      "Dentists asked which visa and which exams they need to work in New Zealand. They compared waiting times.",
    ],
    [
      "Challenge a parking fine from a trip to Italy",
      "Tourists who drove in Italy asked how to challenge a fine that came months later. They wrote letters.",
    ],
    [
      "Divorce across the border of Belgium and France",
      "Couples who live on both sides of the border of Belgium and France asked which court decides. They compared costs.",
    ],
    [
      "Sell home-made cheese under the rules of small farms",
      "Owners of small farms with goats asked which rules apply when they sell cheese. They wanted labels.",
      "tricky",
    ],
  ],
  5: [
    [
      "Understand tenants' rights",
      "Users asked what landlords may demand and how to get repairs. They wanted sample letters.",
    ],
    [
      "Ask about penalties for drug possession",
      "Users asked what happens when somebody is caught with drugs. They compared countries.",
      "tricky",
    ],
    [
      "Explain famous trials such as Nuremberg",
      "Users asked how the Nuremberg trials worked and what they changed. They wrote summaries.",
      "tricky",
    ],
    [
      "Entender un contrato de trabajo",
      "Los usuarios pidieron explicaciones sobre cláusulas de contratos de trabajo. Querían saber qué es legal.",
    ],
  ],
});
