import type { LanguageSource } from "../../language-source.ts";

export const portuguese: LanguageSource = {
  slots: {
    cidade: "Porto|Recife|Lisboa|Curitiba|Belo Horizonte|Braga|Salvador|Campinas",
    pessoa: "minha irmã|meu chefe|uma amiga|meu vizinho|minha colega|meu marido|minha sogra",
    parente: "minha mãe|meu pai|minha avó|meu avô",
    valor: "R$ 200|R$ 800|R$ 2.000|150 euros|500 euros",
    comida: "abobrinha|lentilha|frango|ovos|arroz|grão-de-bico|espinafre|batata-doce",
    texto:
      "Ontem nós foi na feira e compramos muitas fruta. {A prefeitura diz que vai haver obras até junho.|Eu acho bom que os vizinhos se conhecem.}|Nos últimos anos, muitas pessoas mudou a forma de trabalhar. {No entanto, nem todos concordam.|O relatório mostra que os gastos subiram 12%.}|Prezado senhor, escrevo por que ainda não recebi a fatura. {Aguardo uma resposta rápida.|Já fazem três semanas.}",
  },
  openers: [
    "{Olá|Oi|Bom dia|Boa noite}{!|.}",
    "{Uma dúvida rápida.|Desculpa o incômodo.|Preciso de ajuda com uma coisa.|Não sei a quem perguntar.}",
  ],
  closers: [
    "{Obrigado!|Muito obrigada.|Obrigado desde já.}",
    "{Explica passo a passo, por favor.|Resposta curta, por favor.|É meio urgente.|Com um exemplo, se der.}",
  ],
  circumstances: [
    "{Estou nisso desde cedo.|Moro em $cidade.|Não entendo muito do assunto.|Uma amiga me disse para perguntar aqui.}",
  ],
  followUps: [
    "{Pode fazer mais curto?|E depois?|Por quê?|Tem outro exemplo?|Isso eu já tentei.|Quanto custaria?|Continua, por favor.}",
  ],
  thanks: ["{Obrigado, ajudou muito.|Perfeito, obrigada!|Beleza, vou tentar.}"],
  replies: [
    "{Claro|Com certeza|Com prazer}. {Aqui vai uma sugestão.|Vamos por partes.|O mais importante é começar pelo básico.} {Quer mais detalhes?|Me diga se algo não ficou claro.|}",
  ],
  topics: {
    "debug-python": String.raw`
      Meu {script|programa} em Python {dá erro|trava|não faz nada} quando {a lista está vazia|leio o arquivo}. {O que pode ser?|Como corrijo?}
      Aparece {KeyError|TypeError|IndexError} no Python e não entendo {a mensagem|de onde vem}. {Estou começando a programar.|}
      Como {depurar|acompanhar passo a passo} {um laço|uma função} em Python no {VS Code|PyCharm}?`,
    "spreadsheet-formula": String.raw`
      Qual fórmula do Excel {soma só as linhas de um mês|busca o preço em outra aba|remove duplicados|conta dias úteis}?
      Meu {PROCV|gráfico da planilha} {dá #N/D|não atualiza}. {O que fiz de errado?|Como arrumo?}
      Preciso de uma planilha para {controlar gastos|escala de funcionários|estoque} {com totais automáticos|}.`,
    "linux-shell": String.raw`
      Como {encontro arquivos grandes|mudo permissões|encerro um processo} no Linux {pelo terminal|}?
      {Escreve|Preciso de} um script bash que {faça backup toda noite|renomeie fotos por data}.
      {O Ubuntu não inicia|Meu servidor Linux ficou sem espaço} {depois da atualização|desde ontem}. Que comandos uso?`,
    "shared-notebooks": String.raw`
      Como {compartilho um caderno|convido alguém para o caderno} {neste aplicativo|}?
      Vi o anúncio dos cadernos compartilhados. {Para que servem?|São grátis?|Quando chegam para mim?}
      No nosso caderno {as notas sumiram|não consigo editar}. {O que faço?|Quem vê meus rascunhos?}`,
    "email-draft": String.raw`
      {Escreve|Me ajuda a escrever} um e-mail {formal|educado|curto} para {o proprietário|um cliente|a professora|o RH} para {pedir mais prazo|cobrar uma fatura|remarcar uma reunião|recusar uma proposta}.
      Como {começo|termino} um e-mail {para quem não conheço|sem parecer frio}?
      Preciso responder esta mensagem {dizendo que não|pedindo mais tempo}: "{Aguardamos retorno até sexta.|Pode enviar o orçamento?|Lamentamos o atraso.}"`,
    proofread: String.raw`
      {Corrige|Revisa} {a ortografia|a gramática|os erros} deste texto: $texto
      A frase está certa? "{Fazem dois anos que moro aqui|Para mim fazer|Houveram problemas|A gente vamos}"
      {Não sou falante nativo.|É para uma entrevista.} Pode corrigir meu português? $texto`,
    "summarize-document": String.raw`
      {Resume|Faz um resumo de} este texto em {três frases|cinco tópicos}: $texto
      Quais são os {pontos principais|argumentos} deste documento? $texto
      Não tenho tempo de ler {o relatório|a ata}. Pode resumir? $texto`,
    "translate-text": String.raw`
      Como se diz "{até amanhã|sou alérgico a nozes|melhoras|a conta, por favor}" em {inglês|francês|alemão|italiano}?
      {Traduz|Pode traduzir} para o {inglês|espanhol}: $texto
      Recebi {uma carta|um contrato} em {inglês|alemão}. Pode traduzir {o último parágrafo|a parte do pagamento} para português?`,
    "grammar-question": String.raw`
      Quando se usa {a crase|"porque" e "por que"|o subjuntivo|"since" e "for" em inglês}?
      Explica {os verbos irregulares|o present perfect|a colocação pronominal} {com exemplos|de forma simples}.
      Qual a diferença entre {"mal" e "mau"|"onde" e "aonde"|"make" e "do"}?`,
    "business-plan": String.raw`
      Quero abrir {uma cafeteria|uma loja online|uma oficina de bicicletas} em $cidade. {Por onde começo?|Quanto preciso investir?|Que licenças preciso?}
      {Me ajuda com|Faz} um plano de negócios para {uma padaria|um food truck|uma empresa de limpeza}.
      Vale a pena {vender velas pela internet|abrir uma lavanderia} {hoje em dia|em $cidade}?`,
    "tax-question": String.raw`
      Posso deduzir {o plano de saúde|um notebook|doações} no imposto de renda?
      {A Receita|As Finanças} está cobrando $valor de mim. {Está certo?|Como contesto?}
      Como declaro {aluguel recebido|um segundo emprego|dinheiro do exterior} no imposto?`,
    "budget-plan": String.raw`
      Ganho {2.500|3.800|5.000} por mês e {não sobra nada|não consigo guardar}. {Faz um orçamento para mim.|Onde corto?}
      Como monto um orçamento {familiar|de estudante|a dois}?
      Quero juntar $valor {até o verão|em seis meses}. {Dá?|Quanto por mês?}`,
    "rental-dispute": String.raw`
      O proprietário {não devolve a caução|quer subir o aluguel|não conserta o aquecedor}. {Quais são meus direitos?|Isso é legal?}
      Qual o aviso prévio para {sair do apartamento|rescindir o contrato de aluguel}?
      Meu inquilino {não paga|não quer sair}. Como {cobro o aluguel|encerro o contrato}?`,
    "visa-immigration": String.raw`
      Que visto preciso para {trabalhar|estudar} {no Canadá|na Alemanha|na Irlanda}?
      Meu {visto|título de residência} {vence logo|está em análise há meses}. {Posso viajar?|O que faço?}
      Que documentos pedem para {a cidadania|o reagrupamento familiar|o visto de estudante}?`,
    symptoms: String.raw`
      Estou com dor {nas costas|no joelho|no peito|na barriga} há {três dias|uma semana}. {Devo ir ao médico?|O que pode ser?}
      Meu filho está com {39 de febre|manchas vermelhas|tosse seca} {desde ontem|}. {É grave?|Espero?}
      É normal {ficar tonto ao levantar|ter cãibra à noite|o coração falhar uma batida}?`,
    sleep: String.raw`
      {Não consigo dormir|Acordo às três da manhã} {há semanas|toda noite}. {O que ajuda?|Melatonina funciona?}
      Quantas horas de sono {um adolescente precisa|bastam aos 60 anos}?
      Trabalho à noite. Como {durmo de dia|arrumo meu sono}?`,
    "elder-care": String.raw`
      $Parente {está com demência|não pode mais morar só|cai muito}. {Lar de idosos ou cuidadora?|Que ajuda existe?}
      Quanto custa {um lar de idosos|uma cuidadora} {em $cidade|por mês}?
      Cuido de $parente e {estou esgotada|meus irmãos não ajudam}. {Como organizo isso?|Tenho direito a apoio?}`,
    "anxiety-stress": String.raw`
      {Tenho ansiedade|Me sinto sobrecarregada} {no trabalho|domingo à noite|antes das provas}. {O que faço?|Como me acalmo?}
      Como sei se é {burnout|depressão|crise de pânico}?
      {Um exercício de respiração|Uma técnica rápida} contra {o estresse|a ansiedade}, por favor.`,
    "workout-plan": String.raw`
      {Monta|Quero} um treino {para iniciantes|em casa|de três dias por semana} {sem equipamento|}.
      Quantas {séries|repetições} de {agachamento|barra|flexão} para ganhar músculo?
      Treino {há seis meses|quatro vezes por semana} e {não vejo resultado|estagnei}. O que mudo no treino?`,
    "meal-plan": String.raw`
      {Faz|Preciso de} um cardápio semanal {saudável|vegetariano|barato} para {duas pessoas|quatro pessoas}.
      O que {janto|levo de marmita} {com diabetes|para baixar o colesterol}? {Ideias para a semana toda.|}
      Um cardápio de {1.600|1.800} calorias {sem glúten|com muita proteína} e lista de compras.`,
    "recipe-from-ingredients": String.raw`
      Tenho $comida, $comida2 e {creme de leite|queijo|tomate}. {O que dá para cozinhar?|Ideia para o jantar?}
      Receita de {bacalhau|feijoada|pão de queijo|moqueca} {fácil|como a da avó|para seis}, por favor.
      O que faço com sobra de $comida? {Rápido e sem forno.|}`,
    itinerary: String.raw`
      O que ver em {Roma|Salvador|Buenos Aires|Lisboa|Paraty} em {três dias|um fim de semana} {com crianças|sem carro|}?
      {Monta|Planeja} uma viagem de {dez dias|duas semanas} por {Portugal|Itália|Chile|Minas Gerais}.
      Vale a pena ir {à Islândia|a Cusco|a Gramado} em {julho|janeiro}?`,
    "cleaning-stains": String.raw`
      Como tiro mancha de {vinho|sangue|gordura|tinta} {da camisa|do tapete|do sofá}?
      Com que limpo {o box do banheiro|o forno|o rejunte com mofo}?
      {Meu suéter encolheu|A roupa ficou toda rosa}. Tem jeito?`,
    "study-plan": String.raw`
      {Monta|Preciso de} um plano de estudos para {o Enem|o vestibular|um concurso|os exames nacionais} {em três meses|com duas horas por dia|}.
      Como {me concentro|memorizo melhor|largo o celular} na hora de estudar?
      Reprovei em {cálculo|matemática|direito constitucional}. Como estudo para a prova {trabalhando o dia todo|em um mês}?
      {Cronograma|Calendário} de estudos para {a OAB|medicina|a segunda fase} com {revisões|simulados} {aos domingos|toda semana}.
      É melhor {fazer resumos ou exercícios|estudar de manhã ou à noite|usar flashcards} para {o Enem|concursos|uma prova oral}?`,
    "explain-history": String.raw`
      {Explica|Resume} {a Revolução Francesa|os Descobrimentos|a ditadura militar|a queda de Roma|a Revolução dos Cravos} {para uma criança|com datas}.
      Quais foram as {causas|consequências} {da Primeira Guerra|da Revolução Industrial|da Independência do Brasil}?
      Quem foi {Tiradentes|Napoleão|Dom Pedro II} e por que é importante?`,
    calculus: String.raw`
      Qual é a {derivada|integral} de {x² sen x|ln(3x)|e^(2x)}? {Passo a passo.|}
      Explica {a regra da cadeia|limites|integração por partes} {com exemplo|, tenho prova amanhã}.
      Como acho {o máximo|a reta tangente|a área sob a curva} de f(x) = {x³ - 3x|x e^x}?`,
    physics: String.raw`
      Um carro freia de {90|120} km/h em {50 m|quatro segundos}. Qual é {a aceleração|a força}?
      Por que {o céu é azul|o navio flutua|o gelo escorrega}? {Física explicada de forma simples.|}
      Explica {a lei de Ohm|a entropia|a queda livre} para o ensino médio.`,
    resume: String.raw`
      {Melhora|Revisa} meu currículo: {três anos em vendas, inglês médio|contadora, SAP, Excel|enfermeiro, plantão noturno}.
      Como explico {um ano parado|uma demissão|mudança de área} no currículo?
      O que coloco no currículo {sem experiência|para recepcionista}?`,
    "interview-practice": String.raw`
      Tenho uma entrevista de emprego {amanhã|segunda} {num banco|para professora}. {O que vão perguntar?|Como me preparo?}
      O que respondo a "{qual é o seu maior defeito?|por que você?|fale de você}" na entrevista?
      {Faz de recrutador|Simula uma entrevista} e avalia minhas respostas.`,
    breakup: String.raw`
      {Meu namorado|Minha namorada|Meu marido} terminou comigo {por mensagem|depois de sete anos}. {Como supero?|Não consigo comer.}
      Devo {mandar mensagem para o ex|dar outra chance a ela}?
      Como {termino um namoro|digo que acabou} {sem magoar|morando juntos}?`,
    toddler: String.raw`
      {Minha filha de dois anos|Meu filho de três anos} {não come nada|morde os outros|faz birra|acorda de noite}. {É normal?|O que faço?}
      Como {desfraldar|tirar a chupeta} {aos dois anos|sem drama}?
      {Brincadeiras|Atividades} para criança de dois anos {em casa|em dia de chuva}?`,
    "dog-training": String.raw`
      Meu {cachorro|cão|filhote} {puxa a guia|late quando saio|rói os móveis}. Como {educo|corrijo isso}?
      Como ensino um filhote a {fazer xixi no lugar certo|vir quando chamo|ficar sozinho}?
      Nosso cão adotado {tem medo de tudo|rosna para o meu filho}. {O que faço?|Preciso de adestrador?}`,
    "movie-recommendations": String.raw`
      {Recomenda|Me indica} {um filme|uma série} {para ver em família|parecida com Dark|de suspense|que não seja longa}.
      O que vemos hoje à noite? {Algo engraçado.|Nada de terror.}
      Como se chama o filme em que {um homem mora no aeroporto|uma menina entra num mundo de espíritos}?`,
    poem: String.raw`
      {Escreve|Faz} um poema sobre {o outono|minha avó|o mar|um gato preguiçoso} {com rimas|curto|no estilo de Pessoa}.
      Uns versos para {um aniversário|um casamento|o dia das mães}.
      O que rima com {"coração"|"saudade"|"árvore"}?`,
    wifi: String.raw`
      {O wifi|A internet} {está lenta|cai toda hora|não chega ao quarto} {desde ontem|}. {O que faço?|É o roteador?}
      Como {troco a senha do wifi|melhoro o sinal}?
      O roteador está {com luz vermelha|reiniciando sozinho}. O que significa?`,
    "phone-problem": String.raw`
      Meu {celular|telemóvel|iPhone} {não carrega|caiu na água|está sem memória|descarrega rápido}. {Tem conserto?|O que tento?}
      Como {passo tudo para o celular novo|recupero fotos apagadas|bloqueio um número} no {Android|iPhone}?
      Desde a atualização o celular {desliga sozinho|esquenta}. Alguma ideia?`,
    "gift-ideas": String.raw`
      O que dou de presente para $pessoa {no aniversário|no Natal|na aposentadoria} {por menos de $valor|}?
      {Ideia de presente|Um presente original} para {$pessoa|quem já tem tudo|um menino de dez anos}?
      Presente {de última hora|de amigo secreto|feito à mão} para {os sogros|uma colega}?`,
    "birthday-message": String.raw`
      {Escreve|Preciso de} uma mensagem de aniversário para $pessoa, {engraçada|carinhosa|curta}.
      O que escrevo num cartão {de casamento|de pêsames|para um recém-nascido}?
      Umas palavras {de agradecimento|de despedida|de parabéns} para {a professora|um colega|os vizinhos}.`,
    "small-talk": String.raw`
      !bare
      {Tudo bem com você?|Como foi seu dia?|Vamos conversar um pouco?} {Estou entediado.|Não consigo dormir.|Acabei de chegar do trabalho.}
      Me conta {uma piada|uma curiosidade}, {estou esperando o ônibus|para me distrair}.
      {Você tem uma cor favorita?|Você sonha?} {Só curiosidade.|A minha é verde.}`,
    "scam-check": String.raw`
      Recebi {um SMS do banco|um e-mail dos correios} pedindo {um código|R$ 9,90}. É golpe?
      {Minha mãe|Meu pai} {clicou num link|passou o cartão por telefone}. {E agora?|Onde denuncio o golpe?}
      Como reconheço {uma loja falsa|um e-mail fraudulento|um anúncio falso de aluguel}?`,
  },
};
