import type { LanguageSource } from "../../language-source.ts";

export const french: LanguageSource = {
  slots: {
    ville: "Lyon|Nantes|Lille|Genève|Bruxelles|Toulouse|Québec|Strasbourg",
    pays: "France|Allemagne|Espagne|Belgique|Italie",
    personne: "ma sœur|mon chef|une amie|mon voisin|ma collègue|mon conjoint|mon beau-frère",
    parent: "ma mère|mon père|ma grand-mère|mon grand-père",
    somme: "50 euros|200 euros|800 euros|1 500 euros",
    aliment: "des courgettes|des lentilles|du poulet|des épinards|des œufs|du riz|des pois chiches|du saumon",
    texte:
      "Hier nous avons aller au marché et nous avons achetés des pommes. {La mairie annonce des travaux jusqu'en juin.|Les voisins ce sont plaints du bruit.}|Ces dernières années, beaucoup de gens a changé leur façon de travailler. {Pourtant, tout le monde n'est pas d'accord.|Le rapport montre que les dépenses ont augmenté de 12 %.}|Madame, Monsieur, je vous écrit car je n'ai toujours pas reçu la facture. {J'attends votre réponse rapidement.|Cela fait trois semaines.}",
  },
  openers: [
    "{Bonjour|Bonsoir|Salut}{,|.|!}",
    "{Petite question.|Désolé de déranger.|J'ai besoin d'aide.|Je ne sais pas à qui demander.}",
  ],
  closers: [
    "{Merci d'avance.|Merci !|Merci beaucoup.}",
    "{Explique-moi étape par étape.|Réponse courte s'il te plaît.|C'est assez urgent.|Avec un exemple si possible.}",
  ],
  circumstances: [
    "{J'y passe depuis ce matin.|J'habite à $ville.|Je n'y connais pas grand-chose.|$Personne m'a dit de demander ici.}",
  ],
  followUps: [
    "{Tu peux faire plus court ?|Et ensuite ?|Pourquoi ?|Un autre exemple ?|J'ai déjà essayé ça.|Ça coûterait combien ?|Continue.}",
  ],
  thanks: ["{Merci, c'est parfait.|Super, merci beaucoup.|D'accord, je vais essayer.}"],
  replies: [
    "{Bien sûr|Avec plaisir|Volontiers}. {Voici ce que je propose.|Prenons les choses dans l'ordre.|Le plus important est de commencer simplement.} {Voulez-vous plus de détails ?|Dites-moi si ce n'est pas clair.|}",
  ],
  topics: {
    "debug-python": String.raw`
      Mon {script|programme} Python {plante|affiche une erreur|ne fait rien} {quand la liste est vide|à la deuxième exécution}. {Pourquoi ?|Comment corriger ?}
      J'ai une erreur {KeyError|TypeError|IndexError} en Python et je ne comprends pas {la ligne indiquée|d'où elle vient}.
      Comment {déboguer|suivre pas à pas} une {boucle|fonction récursive} en Python avec {VS Code|PyCharm} ?`,
    "spreadsheet-formula": String.raw`
      Quelle formule Excel pour {additionner seulement les lignes d'un mois|chercher un prix dans une autre feuille|supprimer les doublons|compter les jours ouvrés} ?
      Mon {RECHERCHEV|tableau croisé} {renvoie #N/A|ne se met pas à jour}. {Qu'est-ce que j'ai raté ?|Comment réparer ça ?}
      Je voudrais un tableau Excel pour {suivre mes dépenses|les plannings de l'équipe|le stock} {avec des totaux automatiques|}.`,
    "linux-shell": String.raw`
      Comment {trouver les gros fichiers|changer les droits d'un dossier|tuer un processus} sous Linux {en ligne de commande|} ?
      {Écris|Il me faut} un script bash qui {sauvegarde un dossier chaque nuit|renomme mes photos par date}.
      {Ubuntu ne démarre plus|Mon serveur Linux n'a plus de place} {depuis la mise à jour|depuis hier}. Quelles commandes essayer ?`,
    "shared-notebooks": String.raw`
      Comment {partager un carnet|inviter quelqu'un dans un carnet} {dans cette application|} ?
      J'ai vu l'annonce des carnets partagés. {À quoi ça sert ?|C'est gratuit ?|C'est disponible quand ?}
      Dans notre carnet {je ne peux plus modifier les notes|les notes ont disparu}. {Que faire ?|Qui peut voir mes brouillons ?}`,
    "email-draft": String.raw`
      {Rédige|Écris|Aide-moi à rédiger} un mail {poli|formel|court} à {mon propriétaire|un client|mon professeur|la direction} pour {demander un délai|relancer une facture|décaler un rendez-vous|refuser une offre}.
      Comment {commencer|terminer} un mail {à quelqu'un que je ne connais pas|professionnel sans être trop froid} ?
      Il faut que je réponde à ce mail et {que je refuse|que je demande plus de temps} : « {Nous attendons votre réponse avant vendredi.|Pourriez-vous nous envoyer le devis ?|Nous regrettons ce retard.} »
      Une {lettre|relance par mail} pour {résilier mon abonnement|réclamer un remboursement|contester une amende}, {ferme mais polie|avec les formules habituelles}.
      Est-ce que « {Bien à vous|Cordialement|Dans l'attente de votre retour} » convient dans un mail à {un supérieur|une cliente} ?`,
    proofread: String.raw`
      {Corrige|Relis} {les fautes|l'orthographe|la grammaire} de ce texte : $texte
      Est-ce que cette phrase est correcte : « {Si j'aurais su, je serais pas venu|Les fleurs que j'ai acheté|Malgré qu'il pleut} » ?
      {Je ne suis pas francophone.|Je prépare une lettre.} Peux-tu corriger mes fautes ? $texte`,
    "summarize-document": String.raw`
      {Résume|Fais un résumé de} ce texte en {trois phrases|cinq points} : $texte
      Quels sont les {points importants|arguments principaux} de ce document ? $texte
      Je n'ai pas le temps de lire {le rapport|l'article}. Peux-tu le résumer ? $texte`,
    "translate-text": String.raw`
      Comment dit-on « {à demain|je suis allergique aux noix|bon rétablissement|l'addition, s'il vous plaît} » en {anglais|allemand|italien|japonais} ?
      {Traduis|Peux-tu traduire} ce texte en {anglais|espagnol|allemand} : $texte
      J'ai reçu {une lettre|un contrat} en {anglais|allemand}. Peux-tu me traduire {le dernier paragraphe|la partie sur le paiement} en français ?`,
    "grammar-question": String.raw`
      Quand utilise-t-on {le subjonctif|l'imparfait|« dont »|« since » et « for » en anglais} ?
      Explique-moi {l'accord du participe passé|les verbes irréguliers anglais|le present perfect} {avec des exemples|simplement}.
      Quelle est la différence entre {« ces » et « ses »|« c'est » et « s'est »|« make » et « do »} ?`,
    "business-plan": String.raw`
      Je veux ouvrir {un salon de thé|une boutique en ligne|un atelier de vélos} à $ville. {Par où commencer ?|Quel budget prévoir ?|Quelles démarches ?}
      {Aide-moi à faire|Rédige} un plan d'affaires pour {une boulangerie|un food truck|une entreprise de ménage}.
      Est-ce {rentable|une bonne idée} de {vendre des bougies en ligne|ouvrir une laverie} {en ce moment|} ?`,
    "tax-question": String.raw`
      Puis-je déduire {mes frais de transport|un ordinateur|des dons} de mes impôts ?
      Le fisc me réclame $somme. {Est-ce normal ?|Comment contester ?}
      Comment déclarer {un revenu locatif|un deuxième emploi|de l'argent gagné à l'étranger} aux impôts ?`,
    "budget-plan": String.raw`
      Je gagne {1 400|1 900|2 500} euros et {il ne reste rien à la fin du mois|je n'arrive pas à épargner}. {Fais-moi un budget.|Où réduire ?}
      Comment faire un budget {pour une famille|d'étudiant|à deux} ?
      Je voudrais économiser $somme {avant l'été|en six mois}. {C'est réaliste ?|Combien mettre de côté ?}`,
    "rental-dispute": String.raw`
      Mon propriétaire {refuse de rendre la caution|veut augmenter le loyer|ne répare pas le chauffage}. {Quels sont mes droits ?|C'est légal ?}
      Quel est le préavis pour {quitter un appartement|résilier un bail meublé} ?
      Mon locataire {ne paie plus|refuse de partir}. Comment {récupérer les loyers|mettre fin au bail} ?`,
    "visa-immigration": String.raw`
      Quel visa faut-il pour {travailler|étudier} {au Canada|au Japon|en Australie} ?
      Mon titre de séjour {expire bientôt|est en attente depuis des mois}. {Puis-je voyager ?|Que faire ?}
      Quels documents pour {la nationalité|le regroupement familial|un visa étudiant} ?`,
    symptoms: String.raw`
      J'ai mal {au dos|au genou|à la poitrine|au ventre} depuis {trois jours|une semaine}. {Faut-il consulter ?|Qu'est-ce que ça peut être ?}
      Mon fils a {39 de fièvre|des boutons rouges|une toux sèche} {depuis hier soir|}. {C'est grave ?|J'attends ou j'appelle ?}
      Est-ce normal d'avoir {des vertiges en se levant|des crampes la nuit|le cœur qui saute} ?`,
    sleep: String.raw`
      {Je dors très mal|Je me réveille à trois heures} {depuis des semaines|toutes les nuits}. {Que faire ?|La mélatonine, ça marche ?}
      Combien d'heures de sommeil {pour un ado|faut-il à 60 ans} ?
      Je travaille de nuit. Comment {dormir le jour|retrouver un rythme de sommeil} ?`,
    "elder-care": String.raw`
      $Parent {perd la mémoire|ne peut plus vivre seul|tombe souvent}. {Maison de retraite ou aide à domicile ?|Quelles aides existent ?}
      Combien coûte {un EHPAD|une aide à domicile} {à $ville|par mois} ?
      Je m'occupe de $parent et {je suis épuisée|mes frères n'aident pas}. {Comment font les autres aidants ?|Où trouver du répit ?}`,
    "anxiety-stress": String.raw`
      {Je suis angoissé|Je me sens débordée} {au travail|le dimanche soir|avant chaque réunion}. {Que faire ?|Comment me calmer ?}
      Comment savoir si c'est {un burn-out|une dépression|une crise d'angoisse} ?
      {Un exercice de respiration|Une technique rapide} contre {le stress|l'angoisse}, s'il te plaît.`,
    "workout-plan": String.raw`
      {Fais-moi|Je cherche} un programme de {musculation|sport à la maison} {pour débutant|trois fois par semaine|sans matériel}.
      Combien de {séries|répétitions} de {squats|tractions|pompes} pour prendre du muscle ?
      Je m'entraîne {depuis six mois|quatre fois par semaine} et {je stagne|je ne vois rien}. Que changer dans mon entraînement ?`,
    "meal-plan": String.raw`
      {Prépare|Propose}-moi des menus {équilibrés|végétariens|pas chers} pour {la semaine|une famille de quatre}.
      Que manger {le soir|à midi au bureau} {avec du diabète|pour baisser le cholestérol} ? {Des idées pour la semaine.|}
      Un menu de {1 600|1 800} calories {sans gluten|riche en protéines} avec la liste de courses.`,
    "recipe-from-ingredients": String.raw`
      J'ai $aliment, $aliment2 et {de la crème|du fromage|des tomates}. {Que cuisiner ce soir ?|Une idée de recette ?}
      La recette {de la quiche|du bœuf bourguignon|des crêpes|de la ratatouille} {facile|pour six}, s'il te plaît.
      Il me reste $aliment d'hier. Que faire ? {Rapide et sans four.|}`,
    itinerary: String.raw`
      Que voir à {Lisbonne|Rome|Séville|Marrakech|Montréal} en {trois jours|un week-end} {avec des enfants|sans voiture} ?
      {Organise|Planifie} un voyage de {dix jours|deux semaines} {au Portugal|en Italie|en Bretagne|au Japon}.
      Est-ce que {Lisbonne|la Corse|l'Islande} vaut le coup en {novembre|août} ?`,
    "cleaning-stains": String.raw`
      Comment enlever une tache de {vin rouge|sang|graisse|cire} sur {une chemise|le tapis|le canapé} ?
      Avec quoi nettoyer {le calcaire de la douche|le four|les joints moisis} ?
      {J'ai rétréci un pull|Tout mon linge est devenu rose}. C'est rattrapable ?`,
    "study-plan": String.raw`
      {Fais-moi|Il me faut} un planning de révision pour {le bac|un concours|les partiels} {en trois semaines|}.
      Comment {se concentrer|mémoriser plus vite|lâcher mon téléphone} quand je révise ?
      J'ai raté {mes examens de maths|mon concours}. Comment préparer le rattrapage {en travaillant à côté|} ?`,
    "explain-history": String.raw`
      {Explique-moi|Résume} {la Révolution française|la guerre de Cent Ans|la chute de Rome|la guerre froide} {simplement|avec les dates}.
      Quelles sont les {causes|conséquences} de {la Première Guerre mondiale|la révolution industrielle} ?
      Qui était {Jeanne d'Arc|Napoléon|Olympe de Gouges} et pourquoi est-ce important ?`,
    calculus: String.raw`
      Quelle est la {dérivée|primitive} de {x² sin x|ln(3x)|e^(2x)} ? {Étape par étape.|}
      Explique-moi {les limites|l'intégration par parties|les suites} {avec un exemple|, j'ai un contrôle demain}.
      Comment trouver {le maximum|la tangente|les variations} de f(x) = {x³ - 3x|x e^x} ?`,
    physics: String.raw`
      Une voiture freine de {90|110} km/h en {50 m|quatre secondes}. Quelle est {l'accélération|la force} ?
      Pourquoi {le ciel est bleu|la glace glisse|un bateau flotte} ? {Explication physique simple.|}
      Explique-moi {la loi d'Ohm|l'entropie|la chute libre} pour le lycée.`,
    resume: String.raw`
      {Améliore|Relis} mon CV : {trois ans de vente, anglais courant|comptable, SAP, Excel|infirmière de nuit, deux hôpitaux}.
      Comment présenter {un trou d'un an|un licenciement|une reconversion} dans un CV ?
      Que mettre dans un CV {sans expérience|pour un poste d'accueil} ?`,
    "interview-practice": String.raw`
      J'ai un entretien d'embauche {demain|lundi} {pour un poste de vendeur|dans une banque}. {Quelles questions vont-ils poser ?|Comment me préparer ?}
      Que répondre à « {Quel est votre principal défaut ?|Pourquoi vous ?|Parlez-moi de vous} » en entretien ?
      {Joue le recruteur|Simule un entretien} et corrige mes réponses.`,
    breakup: String.raw`
      {Mon copain|Ma copine|Mon mari} m'a {quitté|plaquée} {par message|après sept ans}. {Comment m'en remettre ?|Je n'arrive plus à manger.}
      Est-ce que je dois {écrire à mon ex|lui laisser une deuxième chance} ?
      Comment {rompre|dire que c'est fini} {sans faire de mal|quand on vit ensemble} ?`,
    toddler: String.raw`
      {Ma fille de deux ans|Mon fils de trois ans} {ne veut rien manger|mord les autres|fait des crises|se réveille la nuit}. {C'est normal ?|Que faire ?}
      Comment {apprendre la propreté|arrêter la tétine} à {deux ans|deux ans et demi} ?
      Des {jeux|activités} pour un enfant de deux ans {à la maison|quand il pleut} ?`,
    "dog-training": String.raw`
      Mon {chien|chiot} {tire sur la laisse|aboie quand je pars|mange les meubles}. Comment {l'éduquer|corriger ça} ?
      Comment apprendre {la propreté|le rappel|à rester seul} à un chiot ?
      Notre chien adopté {a peur de tout|grogne sur mon fils}. {Que faire ?|Faut-il un éducateur ?}`,
    "movie-recommendations": String.raw`
      {Conseille-moi|Tu connais} {un film|une série} {à voir en famille|comme Amélie Poulain|pas trop longue|avec du suspense} ?
      On regarde quoi ce soir ? {Quelque chose de drôle.|Pas d'horreur.}
      Comment s'appelle le film où {un homme vit dans un aéroport|une fille entre dans un monde d'esprits} ?`,
    poem: String.raw`
      {Écris|Compose} un poème sur {l'automne|ma grand-mère|la mer|un chat paresseux} {en rimes|court|à la Prévert}.
      Quelques vers pour {un anniversaire|un mariage|la fête des mères}.
      Qu'est-ce qui rime avec {« soleil »|« amour »|« automne »} ?`,
    wifi: String.raw`
      {Le wifi|Internet} {est très lent|coupe sans arrêt|ne passe pas dans la chambre} {depuis hier|}. {Que faire ?|C'est la box ?}
      Comment {changer le mot de passe du wifi|améliorer le signal} ?
      Ma box {clignote en rouge|redémarre toute seule}. Qu'est-ce que ça veut dire ?`,
    "phone-problem": String.raw`
      Mon {téléphone|iPhone|portable} {ne charge plus|est tombé dans l'eau|n'a plus de mémoire|se vide vite}. {Ça se répare ?|Que tenter ?}
      Comment {transférer mes données|récupérer des photos effacées|bloquer un numéro} sur {Android|iPhone} ?
      Depuis la mise à jour, mon téléphone {s'éteint|chauffe}. Une idée ?`,
    "gift-ideas": String.raw`
      Qu'est-ce que j'offre à $personne pour {son anniversaire|Noël|sa retraite} {à moins de $somme|} ?
      {Une idée de cadeau|Un cadeau original} pour {$personne|quelqu'un qui a tout|un garçon de dix ans} ?
      Un cadeau {de dernière minute|fait maison} pour {mes beaux-parents|une collègue} ?`,
    "birthday-message": String.raw`
      {Écris|Il me faut} un message d'anniversaire pour $personne, {drôle|tendre|court}.
      Que mettre sur une carte {de mariage|de condoléances|de naissance} ?
      Un petit mot {de remerciement|de départ|de félicitations} pour {la maîtresse|un collègue|mes voisins}.`,
    "small-talk": String.raw`
      !bare
      {Comment vas-tu ?|Ça va aujourd'hui ?|On discute un peu ?} {Je m'ennuie.|Je n'arrive pas à dormir.|Je rentre du travail.}
      Raconte-moi {une blague|quelque chose de curieux}, {j'attends le bus|pour me changer les idées}.
      {Tu as une couleur préférée ?|Est-ce que tu rêves ?} {Simple curiosité.|Moi, c'est le vert.}`,
    "scam-check": String.raw`
      J'ai reçu un {SMS de la banque|mail pour un colis} qui demande {un code|1,99 euro}. C'est une arnaque ?
      {Ma mère|Mon père} {a cliqué sur un lien|a donné sa carte}. {Que faire maintenant ?|Où signaler l'arnaque ?}
      Comment reconnaître {un faux site|un mail frauduleux|une fausse annonce de location} ?`,
  },
};
