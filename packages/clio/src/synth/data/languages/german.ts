import type { LanguageSource } from "../../language-source.ts";

export const german: LanguageSource = {
  slots: {
    stadt: "Köln|Leipzig|Wien|Zürich|Hamburg|Graz|Nürnberg|Bremen",
    person:
      "meine Schwester|meinen Chef|eine Freundin|meinen Nachbarn|meine Kollegin|meinen Mann|meine Tante",
    eltern: "meine Mutter|meine Oma|meine Schwiegermutter|meine Tante",
    betrag: "50 Euro|200 Euro|800 Euro|1.500 Euro|3.000 Euro",
    zutat: "Linsen|Zucchini|Hackfleisch|Eier|Reis|Kichererbsen|Spinat|Kartoffeln",
    text: "Gestern sind wir auf dem Markt gegangen und haben viele Äpfel gekauft. {Die Stadt sagt das bis Juni gebaut wird.|Ich finde es gut, wenn Nachbarn sich kennt.}|In den letzten Jahren hat viele Menschen ihre Arbeitsweise verändert. {Trotzdem sind nicht alle dafür.|Der Bericht zeigt, dass die Kosten um 12 % gestiegen sind.}|Sehr geehrte Damen und Herren, ich schreibe Ihnen, weil ich die Rechnung noch nicht bekommen habe. {Ich bitte um schnelle Antwort.|Seid drei Wochen warte ich.}",
  },
  openers: [
    "{Hallo|Guten Tag|Guten Abend|Moin|Servus}{!|.}",
    "{Kurze Frage.|Ich brauche mal Hilfe.|Entschuldigung, falls das eine dumme Frage ist.|Ich komme nicht weiter.}",
  ],
  closers: [
    "{Danke schon mal.|Vielen Dank!|Danke im Voraus.}",
    "{Bitte Schritt für Schritt.|Bitte kurz.|Es eilt ein bisschen.|Gern mit Beispiel.}",
  ],
  circumstances: [
    "{Ich sitze seit Stunden daran.|Ich wohne in $stadt.|Ich kenne mich damit nicht aus.|Mein Kollege meinte, ich soll hier fragen.}",
  ],
  followUps: [
    "{Geht das auch kürzer?|Und was dann?|Warum?|Hast du noch ein Beispiel?|Das habe ich schon probiert.|Was würde das kosten?|Weiter bitte.}",
  ],
  thanks: ["{Danke, das hilft mir sehr.|Super, vielen Dank!|Alles klar, ich probiere es aus.}"],
  replies: [
    "{Gerne|Natürlich|Klar}. {Hier ist mein Vorschlag.|Gehen wir es der Reihe nach durch.|Am wichtigsten ist ein einfacher Anfang.} {Möchten Sie mehr Einzelheiten?|Sagen Sie mir, wenn etwas unklar ist.|}",
  ],
  topics: {
    "debug-python": String.raw`
      Mein Python-{Skript|Programm} {stürzt ab|wirft einen Fehler|hängt sich auf}, {wenn die Liste leer ist|sobald ich die Datei lese}. {Woran liegt das?|Wie behebe ich das?}
      Ich bekomme in Python einen {KeyError|TypeError|ImportError} und verstehe {die Meldung|den Grund} nicht.
      Wie kann ich eine {Schleife|Funktion} in Python {Schritt für Schritt debuggen|mit PyCharm untersuchen}?`,
    "spreadsheet-formula": String.raw`
      Welche Excel-Formel {summiert nur die Zeilen eines Monats|sucht einen Preis aus einem anderen Blatt|entfernt Duplikate|zählt Arbeitstage}?
      Mein {SVERWEIS|Pivot} {zeigt #NV|aktualisiert sich nicht}. {Was mache ich falsch?|Wie repariere ich das?}
      Ich brauche eine Excel-Tabelle für {Haushaltsausgaben|den Schichtplan|das Lager} {mit automatischen Summen|}.`,
    "linux-shell": String.raw`
      Wie {finde ich große Dateien|ändere ich Rechte|beende ich einen Prozess} unter Linux {im Terminal|}?
      {Schreib mir|Ich brauche} ein Bash-Skript, das {jede Nacht ein Backup macht|Fotos nach Datum umbenennt}.
      {Ubuntu startet nicht mehr|Die Platte meines Servers ist voll} {seit dem Update|seit gestern}. Welche Befehle helfen?`,
    "shared-notebooks": String.raw`
      Wie {teile ich ein Notizbuch|lade ich jemanden in ein Notizbuch ein} {hier in der App|}?
      Ich habe von den neuen geteilten Notizbüchern gelesen. {Wofür sind die gut?|Kosten die etwas?|Wann bekomme ich sie?}
      In unserem Notizbuch {fehlen Notizen|kann ich nichts bearbeiten}. {Woran liegt das?|Wer sieht meine Entwürfe?}`,
    "email-draft": String.raw`
      {Schreib|Formuliere} eine {höfliche|kurze|förmliche} E-Mail an {meinen Vermieter|einen Kunden|die Professorin|die Personalabteilung}: {Bitte um Aufschub|Erinnerung an die Rechnung|Termin verschieben|Angebot ablehnen}.
      Wie {beginne|beende} ich eine E-Mail {an Unbekannte|ohne steif zu klingen}?
      Ich muss auf diese Mail {antworten und absagen|antworten und um Zeit bitten}: „{Wir bitten um Rückmeldung bis Freitag.|Können Sie uns ein Angebot schicken?|Leider verzögert sich die Lieferung.}“`,
    proofread: String.raw`
      {Korrigiere|Prüfe} bitte {die Rechtschreibung|die Grammatik|die Kommas} in diesem Text: $text
      Ist der Satz richtig: „{Wegen dem Regen blieb ich daheim|Ich bin größer wie du|Das macht kein Sinn}“?
      {Deutsch ist nicht meine Muttersprache.|Das ist für eine Bewerbung.} Kannst du Fehler verbessern? $text`,
    "summarize-document": String.raw`
      {Fasse|Bitte fasse} diesen Text in {drei Sätzen|fünf Punkten} zusammen: $text
      Was sind die {wichtigsten Punkte|Kernaussagen} in diesem Text? $text
      Ich habe keine Zeit, {den Bericht|das Protokoll} zu lesen. Kannst du ihn zusammenfassen? $text`,
    "translate-text": String.raw`
      Was heißt „{bis morgen|ich bin gegen Nüsse allergisch|gute Besserung|die Rechnung bitte}“ auf {Englisch|Französisch|Türkisch|Italienisch}?
      {Übersetze|Kannst du} das ins {Englische|Spanische|Polnische}{| übersetzen}: $text
      Ich habe {einen Brief|einen Vertrag} auf {Englisch|Niederländisch} bekommen. Kannst du {den letzten Absatz|den Teil über die Zahlung} ins Deutsche übersetzen?`,
    "grammar-question": String.raw`
      Wann benutzt man {den Konjunktiv|„das“ und wann „dass“|den Genitiv|„since“ und „for“ im Englischen}?
      Erkläre mir {die vier Fälle|die englischen Zeiten|das Passiv} {mit Beispielen|ganz einfach}.
      Was ist der Unterschied zwischen {„scheinbar“ und „anscheinend“|„seit“ und „seid“|„who“ und „whom“}?`,
    "business-plan": String.raw`
      Ich möchte {ein Café|einen Onlineshop|eine Fahrradwerkstatt} in $stadt eröffnen. {Womit fange ich an?|Wie viel Geld brauche ich?|Welche Genehmigungen?}
      {Hilf mir bei|Schreib} einem Businessplan für {eine Bäckerei|einen Foodtruck|eine Reinigungsfirma}.
      Lohnt es sich, {Kerzen online zu verkaufen|einen Waschsalon zu eröffnen} {in $stadt|heutzutage}?`,
    "tax-question": String.raw`
      Kann ich {das Arbeitszimmer|einen Laptop|die Fahrtkosten|Spenden|den Umzug} von der Steuer absetzen?
      Das Finanzamt {fordert $betrag nach|hat meinen Bescheid geändert|will Belege sehen}. {Was kann ich tun?|Wie lege ich Einspruch ein?}
      Welche Steuerklasse ist besser, {wenn mein Mann mehr verdient|nach der Hochzeit|mit Nebenjob}?
      {Bis wann|Wie} muss ich die Steuererklärung {abgeben|mit ELSTER machen}, {wenn ich im Ausland gearbeitet habe|als Student|als Rentnerin}?
      Wie werden {Aktiengewinne|Mieteinnahmen|Einnahmen von eBay} versteuert? {Es geht um $betrag.|Gibt es einen Freibetrag?}`,
    "budget-plan": String.raw`
      Ich verdiene {1.600|2.100|2.700} Euro netto und {am Monatsende bleibt nichts|kann nichts sparen}. {Mach mir einen Haushaltsplan.|Wo kann ich kürzen?}
      Wie erstelle ich ein Haushaltsbuch {für eine Familie|als Studentin|zu zweit}?
      Ich will $betrag {bis zum Sommer|in einem halben Jahr} sparen. {Geht das?|Wie viel pro Monat?}`,
    "rental-dispute": String.raw`
      Mein Vermieter {zahlt die Kaution nicht zurück|will die Miete erhöhen|kümmert sich nicht um den Schimmel}. {Was sind meine Rechte?|Darf er das?}
      Wie lang ist die Kündigungsfrist, {wenn ich ausziehe|bei Eigenbedarf}?
      Mein Mieter {zahlt seit Monaten nicht|zieht nicht aus}. Wie {komme ich an mein Geld|kündige ich richtig}?`,
    "visa-immigration": String.raw`
      Welches Visum brauche ich, um in {Kanada|Japan|Australien} zu {arbeiten|studieren}?
      Meine Aufenthaltserlaubnis {läuft bald ab|wird seit Monaten geprüft}. {Darf ich reisen?|Was tun?}
      Welche Unterlagen brauche ich für {die Einbürgerung|den Familiennachzug|ein Studentenvisum}?`,
    symptoms: String.raw`
      Ich habe seit {drei Tagen|einer Woche} Schmerzen {im Rücken|im Knie|in der Brust|im Bauch}. {Muss ich zum Arzt?|Was kann das sein?}
      Mein Sohn hat {39 Fieber|rote Flecken|trockenen Husten} {seit gestern Abend|}. {Ist das ein Notfall?|Abwarten?}
      Ist es normal, dass {mir beim Aufstehen schwindlig wird|ich nachts Krämpfe habe|mein Herz stolpert}?`,
    sleep: String.raw`
      {Ich kann nicht schlafen|Ich wache jede Nacht um drei auf} {seit Wochen|}. {Was hilft?|Bringt Melatonin etwas?}
      Wie viele Stunden Schlaf {braucht ein Teenager|sind mit 60 genug}?
      Ich arbeite im Schichtdienst. Wie {schlafe ich tagsüber|bekomme ich einen Rhythmus}?`,
    "elder-care": String.raw`
      $Eltern {wird dement|kann nicht mehr allein wohnen|stürzt ständig}. {Pflegeheim oder Pflege zu Hause?|Welche Hilfen gibt es?}
      Was kostet {ein Pflegeheim|eine 24-Stunden-Pflege|Tagespflege} {in $stadt|und was zahlt die Kasse}?
      Ich pflege $eltern und {bin am Ende|meine Geschwister helfen nicht}. {Wie beantrage ich einen Pflegegrad?|Wie schaffen andere das?}`,
    "anxiety-stress": String.raw`
      {Ich habe Angst|Mir wird alles zu viel} {bei der Arbeit|am Sonntagabend|vor jeder Sitzung}. {Was kann ich tun?|Wie beruhige ich mich?}
      Woran merke ich, ob es {Burnout|eine Depression|eine Panikattacke} ist?
      {Eine Atemübung|Eine schnelle Technik} gegen {Stress|Panik}, bitte.`,
    "workout-plan": String.raw`
      {Erstelle mir|Ich suche} einen Trainingsplan {für Anfänger|für drei Tage die Woche|ohne Geräte}.
      Wie viele {Sätze|Wiederholungen} {Kniebeugen|Klimmzüge|Liegestütze} für Muskelaufbau?
      Ich trainiere {seit einem halben Jahr|viermal pro Woche} und {sehe keinen Fortschritt|nehme nicht zu}. Was mache ich im Training falsch?`,
    "meal-plan": String.raw`
      {Mach mir|Ich brauche} einen Essensplan für {eine Woche|vier Personen}, {gesund|vegetarisch|günstig}.
      Was {esse ich abends|nehme ich mit ins Büro} {bei Diabetes|bei hohem Cholesterin}? {Ideen für die ganze Woche.|}
      Ein Wochenplan mit {1.600|1.800} Kalorien {ohne Gluten|mit viel Eiweiß} samt Einkaufsliste.`,
    "recipe-from-ingredients": String.raw`
      Ich habe $zutat, $zutat2 und {Sahne|Käse|Tomaten}. {Was kann ich kochen?|Idee fürs Abendessen?}
      Rezept für {Gulasch|Käsespätzle|Linsensuppe|Pfannkuchen} {wie bei Oma|für sechs}, bitte.
      Was mache ich aus übrigen $zutat? {Schnell und ohne Ofen.|}`,
    itinerary: String.raw`
      Was sollte man in {Lissabon|Rom|Prag|Kopenhagen|Istanbul} in {drei Tagen|einem Wochenende} sehen {mit Kindern|ohne Auto|}?
      {Plane|Stell} eine Reise {von zehn Tagen|von zwei Wochen} durch {Portugal|Italien|Norwegen|Japan}{| zusammen}.
      Lohnt sich {Island|Sizilien|Krakau} im {November|August}?`,
    "cleaning-stains": String.raw`
      Wie bekomme ich {Rotwein|Blut|Fett|Wachs} aus {dem Hemd|dem Teppich|dem Sofa}?
      Womit reinige ich {Kalk in der Dusche|den Backofen|schimmelige Fugen}?
      {Mein Pullover ist eingelaufen|Die ganze Wäsche ist rosa}. Kann man das retten?`,
    "study-plan": String.raw`
      {Erstelle|Ich brauche} einen Lernplan {fürs Abitur|für die Klausuren|fürs Staatsexamen} {in drei Wochen|}.
      Wie {konzentriere ich mich|merke ich mir mehr|lasse ich das Handy weg} beim Lernen?
      Ich bin in {Mathe|Statistik|BWL} durchgefallen. Wie bereite ich mich auf die Prüfung vor, {wenn ich arbeite|in vier Wochen}?`,
    "explain-history": String.raw`
      {Erkläre mir|Fasse kurz} {die Französische Revolution|den Dreißigjährigen Krieg|den Fall der Mauer|die Weimarer Republik} {für ein Kind|mit Jahreszahlen}{| zusammen}.
      Welche {Ursachen|Folgen} hatte {der Erste Weltkrieg|die Industrialisierung}?
      Wer war {Bismarck|Rosa Luxemburg|Luther} und warum ist das wichtig?`,
    calculus: String.raw`
      Was ist die {Ableitung|Stammfunktion} von {x² sin x|ln(3x)|e^(2x)}? {Mit Rechenweg.|}
      Erkläre mir {die Kettenregel|Grenzwerte|partielle Integration} {mit Beispiel|, morgen ist Klausur}.
      Wie finde ich {Extremstellen|die Tangente|Wendepunkte} von f(x) = {x³ - 3x|x e^x}?`,
    physics: String.raw`
      Ein Auto bremst von {90|120} km/h in {50 m|vier Sekunden}. Wie groß ist {die Beschleunigung|die Kraft}?
      Warum {ist der Himmel blau|schwimmt ein Schiff|ist Eis glatt}? {Physikalisch einfach erklärt.|}
      Erkläre {das Ohmsche Gesetz|Entropie|den freien Fall} für die Schule.`,
    resume: String.raw`
      {Verbessere|Prüfe} meinen Lebenslauf: {drei Jahre Verkauf, gutes Englisch|Buchhalterin, SAP, Excel|Krankenpfleger im Nachtdienst}.
      Wie erkläre ich {eine Lücke von einem Jahr|eine Kündigung|einen Branchenwechsel} im Lebenslauf?
      Was schreibe ich in den Lebenslauf {ohne Erfahrung|für den Empfang}?`,
    "interview-practice": String.raw`
      Ich habe {morgen|am Montag} ein Vorstellungsgespräch {bei einer Bank|als Erzieherin}. {Was fragen die?|Wie bereite ich mich vor?}
      Was antworte ich im Vorstellungsgespräch auf „{Was ist Ihre größte Schwäche?|Warum wir?|Erzählen Sie von sich}“?
      {Spiel den Personaler|Übe mit mir ein Bewerbungsgespräch} und bewerte meine Antworten.`,
    breakup: String.raw`
      {Mein Freund|Meine Freundin|Mein Mann} hat Schluss gemacht {per Nachricht|nach sieben Jahren}. {Wie komme ich darüber hinweg?|Ich kann nicht essen.}
      Soll ich {meinem Ex schreiben|ihr noch eine Chance geben}?
      Wie {mache ich Schluss|sage ich, dass es vorbei ist}, {ohne zu verletzen|wenn wir zusammen wohnen}?`,
    toddler: String.raw`
      {Meine zweijährige Tochter|Mein dreijähriger Sohn} {isst nichts|beißt andere Kinder|hat Wutanfälle|wacht nachts auf}. {Ist das normal?|Was tun?}
      Wie {gewöhne ich den Schnuller ab|klappt das mit dem Töpfchen} {mit zwei|ohne Drama}?
      {Spiele|Ideen} für ein Kind mit zwei Jahren {zu Hause|bei Regen}?`,
    "dog-training": String.raw`
      Mein {Hund|Welpe} {zieht an der Leine|bellt, wenn ich gehe|kaut Möbel an}. Wie {erziehe ich ihn|gewöhne ich ihm das ab}?
      Wie bringe ich einem Welpen {Stubenreinheit|den Rückruf|das Alleinsein} bei?
      Unser Tierheimhund {hat vor allem Angst|knurrt meinen Sohn an}. {Was tun?|Brauchen wir einen Trainer?}`,
    "movie-recommendations": String.raw`
      {Kannst du|Bitte} {einen Film|eine Serie} {für die ganze Familie|wie Dark|mit Spannung|die nicht zu lang ist} empfehlen{?|.}
      Was schauen wir heute Abend? {Etwas Lustiges.|Bloß kein Horror.}
      Wie heißt der Film, in dem {ein Mann am Flughafen lebt|ein Mädchen in eine Geisterwelt gerät}?`,
    poem: String.raw`
      {Schreib|Dichte} ein Gedicht über {den Herbst|meine Oma|das Meer|einen faulen Kater}{, das sich reimt| im Stil von Rilke|}.
      Ein paar Verse für {einen Geburtstag|eine Hochzeit|den Muttertag}.
      Was reimt sich auf {„Herz“|„Mensch“|„Regen“}?`,
    wifi: String.raw`
      {Das WLAN|Das Internet} {ist sehr langsam|bricht ständig ab|reicht nicht bis ins Schlafzimmer} {seit gestern|}. {Was tun?|Liegt es am Router?}
      Wie {ändere ich das WLAN-Passwort|verbessere ich das Signal}?
      Mein Router {blinkt rot|startet von allein neu}. Was bedeutet das?`,
    "phone-problem": String.raw`
      Mein {Handy|iPhone|Smartphone} {lädt nicht|ist ins Wasser gefallen|hat keinen Speicher mehr|ist ständig leer}. {Kann man das retten?|Was kann ich probieren?}
      Wie {übertrage ich alles aufs neue Handy|stelle ich gelöschte Fotos wieder her|blockiere ich eine Nummer} {bei Android|am iPhone}?
      Seit dem Update {geht mein Handy aus|wird das Handy heiß}. Eine Idee?`,
    "gift-ideas": String.raw`
      Was schenke ich {zum Geburtstag|zu Weihnachten|zum Ruhestand} für {meinen Chef|eine Freundin|jemanden, der alles hat} {unter $betrag|}?
      {Geschenkidee|Ein originelles Geschenk} für $person, {bitte|gern selbst gemacht}.
      Ein Geschenk {auf den letzten Drücker|zum Wichteln} für {die Schwiegereltern|eine Kollegin}?`,
    "birthday-message": String.raw`
      {Schreib|Ich brauche} Geburtstagsgrüße für $person, {lustig|herzlich|kurz}.
      Was schreibt man in eine {Hochzeitskarte|Trauerkarte|Karte zur Geburt}?
      Ein paar Worte {zum Abschied|als Dank|zur Beförderung} für {die Lehrerin|einen Kollegen|die Nachbarn}.`,
    "small-talk": String.raw`
      !bare
      {Wie geht's dir?|Na, wie war dein Tag?|Wollen wir ein bisschen reden?} {Mir ist langweilig.|Ich kann nicht schlafen.|Ich komme gerade von der Arbeit.}
      Erzähl mir {einen Witz|etwas Kurioses}, {ich warte auf den Bus|zur Ablenkung}.
      {Hast du eine Lieblingsfarbe?|Träumst du?} {Nur so aus Neugier.|Meine ist Grün.}`,
    "scam-check": String.raw`
      Ich habe eine {SMS von der Bank|Mail wegen eines Pakets} bekommen, die {einen Code|1,99 Euro} verlangt. Ist das Betrug?
      {Meine Mutter|Mein Vater} {hat auf einen Link geklickt|hat die Kartennummer verraten}. {Was jetzt?|Wo melden wir den Betrug?}
      Woran erkenne ich {einen Fake-Shop|eine Phishing-Mail|eine falsche Wohnungsanzeige}?`,
  },
};
