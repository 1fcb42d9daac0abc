/**
 * Everyday words of languages for which there is no dictionary under a licence that we may ship: what people ask about, written by
 * hand. No given names (a test sees to it), no illnesses, no numbers. They need support by as many accounts as a word of a dictionary. A word list of a whole
 * language may be given as a glossary.
 */
const byHand = {
  de: `
abend abendessen abfrage abrechnung absage abschnitt adresse alltag alternative analyse anfrage anfänger angebot angst anleitung anruf anschreiben
antrag antwort antworten anwendung anzeige app arbeit arbeiten arbeitgeber arbeitsvertrag arbeitszeugnis argument argumente artikel arzt aufgabe
aufgaben aufsatz auftrag ausflug ausland auto bahn bedeutung beispiel beispiele beitrag bericht beruf beschreiben beschreibung beschwerde besprechung
besuch betreff bewerbung bewertung bild bilder blumen brief brot bruder buch buchen buchung bus chef code computer datei dateien daten datenbank datum
deutsch deutsche diagramm diät drucker durchschnitt einfach einführung einkaufen einkaufsliste einkommen einladung eltern email empfehlen empfehlung
englisch entschuldigung entwurf erinnerung erinnerungen erklären erklärung erklär ernährung erstellen erstelle essen fahrplan fahrrad familie farbe
fehler fehlermeldung ferien fest film filme finanzen firma fitness flug flüge flughafen formel formeln formulieren formuliere foto fotos frage fragen
frau freund freundin freunde freundlich frist frühstück führerschein funktion funktionen fußball garten geburtstag gedicht gedichte gehalt geld gemüse
geschenk geschenke geschichte geschichten gespräch gesundheit gewicht grammatik großeltern gutschein haare handy haus hausaufgaben haushalt haustier
haut heizung herunterladen hilfe hilf hochzeit hotel hund hunde idee ideen inhalt internet kaffee kamera kapitel karte karten katze katzen kauf kaufen
kind kinder kindergarten kino klasse kleid kleidung klima kochen koffer kollege kollegen kollegin konto kontakt konzert kopie kosten kredit küche
kuchen kunde kunden kündigen kündigung kurs land laptop laufen lebenslauf lehrer lernen lesen leute licht liebe lied lieder lieferung liste löschen
lösung makler mail mann markt mathe medikament meeting meinung menschen miete mieter mietvertrag mitarbeiter mittagessen motivation musik mutter
muttersprache nachbar nachbarn nachricht nachrichten namen natur notizen nudeln obst ordner ort pacht party passwort pflanze pflanzen plan planen
planung politik polizei post präsentation preis preise problem probleme produkt produkte programm programmieren projekt prüfung prüfungen rat rechnung
recht rede regel regeln regen reise reisen reparatur reparieren reservieren reservierung restaurant rezept rezepte rückerstattung satz sätze schlaf
schlafen schlüssel schnee schreib schreiben schreibe schüler schuhe schule schwester seite sohn sommer sonne spiel spiele spielen sport sprache
sprachen sprechen stadt stelle stellenanzeige steuer steuererklärung steuern straße stress strom student studium suche suchen suppe tabelle tabellen
tag tage tasche tastatur taxi tee team telefon temperatur termin termine test text texte thema themen ticket tickets tier tiere tipps tisch tochter
training trainingsplan traum trennung überblick übersetze übersetzen übersetzung überweisung übung übungen uhr umfrage umzug universität unterricht
unterschied urlaub vater veranstaltung verbessern verbessere vergleich verkauf verkaufen vermieter versicherung vertrag video videos vokabeln vorlage
vorschlag vorschläge vorstellungsgespräch wäsche wasser wecker weg weihnachten wein welt werbung wetter wettervorhersage wiederholung winter wissen
woche wochen wochenende wohnung wohnzimmer wort wörter zahlen zahlung zeichnung zeit zeitung zimmer zucker zug zusammenfassen zusammenfassung`,
  es: `
abogado abuela abuelo aceite actividad actividades agenda agua alarma alarmas alemán algoritmo alimentación almuerzo alquiler ambiente amiga amigo
amigos amor análisis animal animales anuncio aplicación apartamento aprender archivo archivos argumento arreglar arroz artículo artículos asunto auto
autobús avión ayuda ayudar ayúdame banco barato barrio base bicicleta boda boleto boletos borrador borrar buscar busca café calendario calle cama
cambiar cambio cámara canción canciones capítulo carne carrera carro carta cartas casa causa celular cena chiste cita citas ciudad clase clases
cliente clientes clima coche cocina cocinar código colegio color colores comer comida compañero compañeros compañía comparar compra comprar compras
computadora concierto conclusión consejo consejos consulta contenido contrato contraseña conversación copia correo correos corregir corrige cosa cosas
crear crea crédito cuadro cuenta cuento cuentos cuerpo cuestionario cumpleaños currículum curso cursos datos deberes declaración deporte derecho
desayuno descargar describir descripción descuento deuda diferencia diferencias dieta dinero dirección director disculpa discurso diseño documento
documentos dolor dormir dudas edad educación ejemplo ejemplos ejercicio ejercicios empleado empleo empresa encuesta enseñar entender entrada entradas
entrenamiento entrevista entrevistas envío error errores escribe escribir escuela español esposa esposo estrés estructura estudiante estudiantes
estudiar estudio evento examen exámenes excel explica explicar explícame explicación factura familia fecha fiesta fin final física flores foto fotos
frase frases frutas función funciona gasto gastos gato gatos gente gramática grupo habitación hablar hermana hermano hija hijo hijos historia
historias hogar hora horario horas hotel huevos ideas idioma idiomas imagen imágenes impresora impuesto impuestos información informe inglés ingresos
instrucciones internet introducción inversión invierno invitación jardín jefe juego juegos jugar lavadora lección leche leer lengua ley libro libros
limpiar limpieza lista listas llamada llave lluvia lugar lugares madre maestro maleta manera mapa máquina marca matemáticas mascota médico mejor
mejorar memoria mensaje mensajes mercado mesa método miedo moneda motivación móvil mujer mundo museo música naturaleza navidad negocio negocios nieve
niños nombre nombres nota notas noticia noticias novela novia novio número oferta oficina opinión oración ordenador padre padres página palabra
palabras pan pantalla papá papel pareja párrafo parque pasaporte pastel pedido película películas perro perros persona personas peso piso plan planes
planta plantas playa poema poemas política pollo precio precios pregunta preguntas presentación presupuesto problema problemas producto productos
profesor programa programación programar propuesta proyecto proyectos pruebas química receta recetas recomendación recomendar recordatorio
recordatorios recuérdame redactar red redes reembolso regalo regalos reglas reparar reseña reseñas reserva reservar respuesta respuestas restaurante
restaurantes resumen resumir resume reunión rojo ropa rutina salario salud seguro semana semanas servicio siesta sol solicitud solución sopa sueldo
sueño suelo tabla tarea tareas tarjeta teclado teléfono televisión tema temas temperatura texto textos tiempo tienda título trabajar trabajo
traducción traduce traducir transporte tren universidad uso vacaciones vecino vecinos vender venta ventas verbo verbos verduras viaje viajar viajes
video videos visado vivienda vocabulario vuelo vuelos zapatos`,
  fr: `
abonnement accord achat acheter activité activités adresse aide aider alarme algorithme aliment allemand améliorer amis analyse anglais animal animaux
anniversaire annonce appareil appartement appel application apprendre argent argument arguments article articles assurance atelier avion avocat bagage
bail banque base bateau beurre bibliothèque billet billets bois boisson bonheur boulot bureau bus cadeau cadeaux café calculer calcul calendrier
candidature carte cartes chaleur chambre chanson chansons chapitre chat chats chaussures chef chemin chiens cinéma classe clavier client clients code
colère collègue collègues colocataire colonne commande comparer compte concert conclusion conflit congé conseil conseils contenu conte contrat
conversation convient copain copine copie corps correction corriger corrige côté couleur couleurs couple courriel cours course courses courrier court
coût cuisine cuisiner culture danse date début déclaration décrire définition déjeuner délai demande demander démission déménagement description
dessin dessiner dette devis devoir devoirs différence différences dîner discours dissertation document documents données dormir douleur droit eau
échange école écran écrire écris écriture élève élèves email emploi employé enfant enfants enseigner ensemble entraînement entreprise entretien erreur
erreurs espace espagnol essai étapes été étude études étudiant étudiants étudier examen examens excel excuses exemple exemples exercice exercices
explication explique expliquer exposé expression facture famille femme fête feuille fichier fichiers fille film films fils fin finances fleurs
fonction fonctionne formation formule formules forum français frère fromage fruits garçon gâteau gens gestion grammaire grand groupe guide habits
heure heures histoire histoires hiver homme hôpital horaire hôtel huile idée idées image images imprimante impôts informations ingrédients internet
introduction invitation italien jardin jeu jeux jouer jour jours journal lait langue langues lecture légumes lettre lettres lire liste livraison livre
livres logement logiciel loisirs louer loyer lumière machine mail mails maison manger marché mariage maths mathématiques médecin médicament meilleur
mémoire ménage message messages météo métier modèle motivation mot mots moyenne musique musée nature neige nom noms note notes nourriture nouvelle
nouvelles numéro offre oiseau opinion ordinateur organiser page pain papa papier paragraphe parc parents parler partie passeport patron payer pays
pêche peinture permis personnage personnages personne personnes peur photo photos phrase phrases pièce plage plan planning plante plantes plat pluie
poème poèmes poids politique pommes poste poulet préparer présentation présenter prêt prix problème problèmes produit produits prof professeur
programme projet projets proposition propriétaire publicité question questions quotidien randonnée rappel rappels rapport réclamation recette recettes
recherche recherches recommandation reformuler reformule régime règle règles remboursement réparer repas réponse réponses réseau réservation réserver
restaurant résumé résumer résume retard réunion réveil rêve rêves révision robe routine rue salaire salle salon sauce scénario séance semaine semaines
sens service site sœur soir soleil solution sommeil sortie soupe souvenir spectacle sport stage station stress style sucre sujet sujets table tableau
taille tâche tâches taxe télécharger téléphone température temps texte textes titre toit tour traduction traduire traduis train trajet travail
travailler université usage vacances vaisselle valise vélo vendre vent vente ventes verbe verbes vêtements viande vidéo vidéos vie visite visiter
vocabulaire voisin voisins voiture vol vols voyage voyager voyages`,
  pt: `
abacate academia açúcar advogado agenda água ajuda ajudar ajude alarme alarmes alimentação almoço aluguel aluno alunos ambiente amiga amigo amigos
amor análise animais aniversário anúncio apartamento aplicativo aprender apresentação aquecimento argumento arquivo arquivos arroz artigo atividade
atividades aula aulas avião avó avô banco banheiro barato bicicleta bilhete bolo cabelo cachorro café calendário cama câmera candidatura capítulo
carne carreira carro carta cartão casa casamento causa celular cena chave chefe chuva cidade clima cliente clientes código colega colegas comer comida
companhia comparar compra comprar compras computador conceito concerto conclusão conselho conselhos conta contas contrato conversa cópia cor corpo
corrigir corrija corrida correio cozinha cozinhar criança crianças criar crie crédito currículo curso custo dados dança data declaração dentista
descrever descrição desconto desculpas desenho dever dica dicas dieta diferença diferenças dinheiro direito discurso documento documentos dor dormir
dúvida dúvidas educação email emprego empresa endereço ensinar entender entrega entrevista entrevistas equipe erro erros escola escrever escreva
escritório espanhol esporte esposa estrutura estudante estudar estudo evento exame excel exemplo exemplos exercício exercícios explica explicação
explicar explique família feira férias ferramenta festa ficção filha filho filhos filme filmes flores folha formatar fórmula fórmulas foto fotos frase
frases frutas função funciona futebol gato gatos gasto gastos gente governo gramática grupo história histórias hora horário horas hotel ideia ideias
idioma idiomas imagem imagens imóvel imposto impostos impressora informação informações inglês ingredientes internet introdução inverno investimento
irmão jantar jardim jogar jogo jogos jornal juros leite leitura ler lei letra lição limpar limpeza língua lista livro livros loja lugar lugares mapa
marido matemática matéria médico melhor melhorar memória mensagem mensagens mercado mesa método moeda motivação mudança mulher mundo museu música
músicas namorada namorado natal natureza negócio negócios nome nomes nota notas notícia notícias número ofertas ônibus opinião orçamento ovos página
pai pais país palavra palavras pão papel parágrafo parque passagem passagens passaporte pedido peixe pergunta perguntas pessoa pessoas peso piada
planejamento planilha planilhas plano planos planta plantas poema poemas política praia praça prazo preciso preço preços presente presentes problema
problemas produto produtos professor professora programa programação programar projeto projetos prova provas química receita receitas reclamação
recomendação rede redação reembolso regras relatório relatórios relógio remédio reserva reservar resposta respostas restaurante restaurantes resumir
resuma resumo reunião rotina roupa roupas rua salário saúde segurança seguro semana semanas senha sentença serviço série site sobremesa sobrinho sol
solução sono sonho sopa tabela tarefa tarefas teclado tela telefone tema temas temperatura tempo texto textos título trabalhar trabalho tradução
traduzir traduza transporte treino trem universidade uso valor vaga venda vendas vender verão verbo verbos vestido viagem viagens viajar vídeo vídeos
vinho visto vizinho vizinhos vocabulário voo voos`,
  it: `
abbonamento acqua acquistare acquisto affitto aiuto aiutami aiutare albergo algoritmo alimentazione amica amici analisi animale animali annuncio
appartamento applicazione appuntamento argomento articolo articoli assicurazione attività auto avvocato azienda bagno bambini bambino banca bici
bicicletta biglietti biglietto bolletta calcio calcolare calendario camera cane cani canzone canzoni capitolo capo carne carta casa cena cercare cibo
cinema città classe cliente clienti codice colazione colleghi collega colore colori compiti compleanno compra comprare computer concerto consegna
consigli consiglio contenuto conto contratto conversazione copia corpo correggere correggi corso corsa costo creare crea cucina cucinare curriculum
danza data dati descrivere descrizione dieta differenza differenze dipendente diritto discorso disegno documento documenti dolce domanda domande
dormire errore errori esame esami esempio esempi esercizi esercizio estate famiglia fattura favola festa figli figlia figlio film fiori formula
formule foto fotografia francese frase frasi fratello frutta funzione funziona gatti gatto genitori gente giardino giochi gioco giocare giornale
giornata grammatica gruppo guida idee immagine immagini imparare informazioni ingredienti inglese insegnante internet introduzione invito italiano
latte lavorare lavoro legge leggere lettera lettere lezione libri libro lingua lingue lista luogo madre mail mangiare marito matematica matrimonio
medico memoria mercato messaggi messaggio meteo migliorare moglie mondo motivazione museo musica natura negozio neve nome nonno notizie numero offerta
opinione orario ore padre pagina pane parole parola parlare partita passaporto password paura pensione persona persone pesce peso piano piante pianta
pioggia poesia poesie politica pollo pranzo prenotare prenotazione presentazione prestito prezzi prezzo problema problemi prodotti prodotto professore
progetto programma programmare promemoria proposta ragazza ragazzo regali regalo regole relazione ricetta ricette riassumere riassunto riassumi
ricordami rimborso riscaldamento risposta risposte ristorante ristoranti riunione riso romanzo salute scarpe schermo scrivere scrivi scuola sonno
sorella spagnolo spesa spese spiaggia spiega spiegami spiegare spiegazione sport stampante stanza stipendio storia storie strada studente studenti
studiare studio sveglia tabella tasse tastiera tavolo telefono tema temi temperatura tempo testo testi titolo tradurre traduci traduzione trasporto
treno ufficio università uova uso vacanza vacanze vendere vendita verdure vestiti viaggi viaggio viaggiare vicini video visita vocabolario volo voli
zucchero`,
  nl: `
aanbieding aanvraag abonnement advies adres afspraak afspraken alarm analyse antwoord antwoorden app appartement arts artikel auto baan baas bank
bedrijf beschrijving bestand bestanden betaling bijlage boek boeken boodschappen brief broer brood bruiloft bureau bus buren buurman cadeau cadeaus
code cursus datum dier dieren dieet dochter document eten examen factuur familie feest fiets film films formule formules foto fout fouten functie geld
geschiedenis gedicht gedichten gesprek gezin gezondheid grammatica groente groep hond honden hotel huis huiswerk huur huurcontract hypotheek idee
ideeën informatie internet kaart kaartjes kat katten keuken kind kinderen klant klanten kleding klacht koffie koken komen kopen kosten krant les
lessen leraar leren lezen liedje lijst lunch maaltijd makelaar mail markt medicijn mening mensen moeder muziek nieuws naam namen natuur ontbijt
ontslag opdracht oplossing ouders oefening oefeningen pagina paspoort plan planning plant planten presentatie prijs prijzen probleem problemen product
producten programma programmeren project recept recepten regels regen reizen rekening restaurant salaris samenvatten samenvatting scherm school
schoenen schrijf schrijven sollicitatie sollicitatiebrief spel spelletjes spreken stad straat student studie tabel taal talen tekst teksten telefoon
temperatuur tijd tips toets trein tuin uitleg uitleggen uitnodiging universiteit vader vakantie vakanties vergadering vergelijking verhaal verhalen
verjaardag verkoop verkopen vertaal vertalen vertaling verzekering video vlucht vluchten voetbal voorbeeld voorbeelden voorstel vraag vragen vriend
vrienden vriendin wachtwoord weer weersverwachting wekker werk werken werkgever winkel woord woorden woning zinnen zoon zus`,
  tr: `
adres aile akşam alarm alarmı alarmlar alışveriş anlam anlat araba arkadaş arkadaşım bahçe banka başvuru bebek bilet biletler bilgi bilgisayar
bisiklet borç cevap ceza çalışma çay çeviri çevir çocuk çocuklar dava ders dergi dil dilekçe diyet doktor dosya dosyalar doğum düğün düzenle ekle
ekran elbise ekmek ev film filmi filmler fiyat fiyatlar formül fotoğraf futbol geri gezi gıda göster hafta hastane hatalar hatırlat hatırlatıcı
hatırlatıcıyı hatırlatıcılar hatırlatma havaalanı hayvan hediye hesap hikaye hikayeler hukuk iade ilaç iletişim indir internet iptal iş işveren izin
kahvaltı kahve kardeş kargo kart kedi kelime kelimeler kılavuz kiracı kişi kitap kitaplar kod komşu konser konu konular köpek kredi kurs kutlama liste
mahkeme makale mektup mektubu mesaj mesajlar mevsim misafir motivasyon müşteri müzik not okul okuma ofis otel otobüs otobüsü oyun oyunlar ödev öğrenci
öğrenciler öğrenmek öğretmen ölçü öneri öneriler örnek örnekler özet özetle özgeçmiş paket para parti pasaport pazar pazarlama plan proje rapor
randevu renk resim restoran rezervasyon rota saat saati sabah sağlık satın satış seyahat sınav sipariş site sorun sorular soru sosyal sözlük sözleşme
spor süre şarkı şarkıyı şarkılar şehir şirket tablo takvim tarif tarifi tarifler tarih tatil teklif telefon temizlik toplantı toplantıyı trafik tren
uçak uçuş uyku uygulama üniversite ürün ürünler vergi video yağacak yaz yazı yazım yemek yemekler yol yolculuk yorum yorumlar zaman`,
} as const;

/** All of them, in lower case and composed form. */
export function listEverydayWords(): ReadonlySet<string> {
  return new Set(
    Object.values(byHand)
      .flatMap((list) => list.split(/\s+/u))
      .filter((word) => word !== ""),
  );
}
