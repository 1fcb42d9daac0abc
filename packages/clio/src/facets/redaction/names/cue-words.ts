function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

export const titles = toSet(
  `mr mrs ms miss mx dr prof professor sir lady madam mme mlle monsieur madame herr frau señor señora sra sr srta signor signora sig don doña
  senhor senhora dona pan pani mevrouw meneer dhr mevr fru hr rev reverend fr father sister brother rabbi imam sheikh capt captain sgt lt gen col
  hon judge justice president senator governor mayor congressman congresswoman minister chancellor ambassador king queen prince princess duke
  uncle aunt auntie grandma grandpa officer detective sergeant lieutenant general colonel major coach nurse doctor saint`,
);
/** Written within names of several languages, in small letters. */
export const particles = toSet(
  "van der den de von zu zur la le du des del della di da dos das do bin binti ibn al el ter ten af av y e und",
);
/** Behind a name. */
export const suffixes = toSet("jr sr ii iii iv phd md dds dvm dmd esq mba cpa rn jd");

/** A word before a name that does something with a person, or says what a person is. */
export const personBefore = toSet(
  `by with said says told asked met named called knows know married dated hired fired thanked emailed texted hugged kissed blamed visited invited
  him her producer songwriter director actor actress singer author writer player coach president senator minister king queen judge
  officer detective patient nurse professor engineer founder founders ceo cto cfo chef artist poet novelist journalist captain lawyer attorney
  manager musician composer painter scientist philosopher physicist chairman chairwoman spokesman spokeswoman guitarist drummer bassist
  rapper pianist comedian model athlete footballer boxer golfer driver pilot astronaut defender striker goalkeeper quarterback midfielder
  secretary treasurer assistant editor reporter designer architect developer host presenter client customer colleague coworker friend buddy
  neighbour neighbor boss teacher student tutor classmate roommate wife husband spouse fiancé fiancée fiance fiancee partner son daughter child kid baby
  brother sister cousin uncle aunt nephew niece mother father mom mum dad grandmother grandfather grandma grandpa girlfriend boyfriend
  ask tell remind call text email message thank about than like starring featuring feat ft dear hi hello hey hej hallo hola ciao salut bonjour
  cher chère liebe lieber querido querida caro cara estimado estimada attn cc cheers sincerely regards thanks sir mr mrs ms dr`,
);
/** A word after which hardly anything but a person stands. */
export const onlyPersonBefore = toSet(
  "said says asked replied whispered shouted named thanked emailed texted sincerely regards spokesman spokeswoman",
);
/** A word behind a name for what persons do. */
export const personAfter = toSet(
  `said says say told tells asked asks explained replied answered shouted whispered wrote writes thinks thought believes wants wanted needs loves
  loved likes liked hates went came comes met married died lives lived works worked plays played sings sang starred directed spent grew moved
  knows knew speaks speak spoke talks talked calls called emailed texted sent gave had has got gets took takes made makes felt feels smiled laughed
  cried shrugged nodded sighed studied studies graduated retired resigned born employs teaches taught visited joined founded who whose whom jr sr
  here again speaking calling writing sounds looks seems doesn't isn't wasn't didn't hasn't won't can't is was can could should would will did does
  forgot arrived left complained ordered paid owes owns bought sold invited suggested recommended`,
);
/** Behind "'s": what belongs to a person. */
export const belongings = toSet(
  `kid kids son sons daughter wife husband mother father mom mum dad parents brother sister family friend friends boss house home apartment room car
  phone mobile cell number email e-mail address birthday wedding funeral name surname account card passport salary diagnosis doctor teacher dog cat
  husband's girlfriend boyfriend partner ex lawyer job office desk résumé resume cv hair face hand hands voice life death body grave killer killers
  murder murderer book books novel novels poem poems song songs album albums painting paintings work works speech letter letters mistake idea`,
);
/** Legal forms and other words, with a capital, that make what stands before them an organisation, a place or a thing. */
export const thingsAfter = toSet(
  `inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag sa sas srl bv nv oy oyj ab as asa aps kg group holdings partners
  associates bank university college school institute academy hospital clinic church cathedral temple foundation society association club
  orchestra museum gallery library theatre theater stadium arena park parks garden gardens hotel inn restaurant café cafe bar grill pizza
  pizzeria kitchen airport station bridge tower towers river lake mountain mount valley bay beach island islands ocean sea city town village
  county district province state street st avenue ave road rd boulevard blvd lane drive court plaza square center centre mall market store
  stores shop department ministry agency committee commission council party union league cup trophy award awards prize festival games game
  series movie film trilogy show album airlines airways railway motors technologies technology systems software solutions services industries
  international global capital ventures media news times post journal magazine press records studios pictures entertainment theorem law effect
  algorithm equation method model syndrome disease virus war empire dynasty revolution treaty act bill rights language people food cuisine
  style framework library server api app engine os pro max plus mini ultra edition version office region area coast border force government
  embassy army navy football basketball baseball fc united insurance consulting research labs financial wealth energy networks health`,
);
/** The same in small letters, where fewer of them tell. */
export const plainThingsAfter = toSet(
  `restaurant hotel airport station river lake mountain beach island islands city town village county district province street avenue road bridge
  university college hospital museum stadium theorem effect algorithm equation method model syndrome disease virus cuisine framework library
  language government embassy airlines album movie film series`,
);
/** Before a saint, a person or an ordinary word these make a place: San Jose, New Hope. */
export const placeBeginnings = toSet(
  "san santa santo são sao saint st ste los las el la le les port fort new mount mt lake rio cape bad",
);
/** Behind these stands a place or a thing. */
export const placeBefore = toSet(
  `in at near around across throughout via toward towards outside inside visit visiting into within through beyond southern northern eastern
  western south north east west central downtown greater upper lower`,
);
export const articles = toSet("the a an this that these those every each any some no another");
