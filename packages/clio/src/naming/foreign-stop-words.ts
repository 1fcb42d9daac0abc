/** Frequent small words of widespread languages that no keyword should be; other languages rely on contrast alone. */
const lists: Readonly<Record<string, string>> = {
  de: "der die das den dem des ein eine einen einem einer und oder aber ist sind war waren bin bist hat habe haben wird werden kann können könnte soll sollte muss mir mich ich du sie wir ihr er es mein meine meinen meinem meiner dein bitte für von mit auf aus bei nach über unter zu zum zur im in am an um bis wie was wer wo wann warum welche welcher welches nicht kein keine auch nur noch schon so dass wenn als dann mal gibt es diese dieser dieses alle mehr sehr hier heute morgen hast hätte will willst wollen würde würden sich viel viele etwas gerade jetzt immer ihm ihn ihre ihrem ihren seine seinem seinen ob weil damit denn doch einfach beim jede jeden jeder müssen musst sei wurde ohne gegen zwischen während möchte möchten brauche brauchst mach mache machen geht gehen sein werde unser unsere unserem keinen selbst ganz gut macht fürs ins",
  fr: "le la les un une des du de et ou mais est sont était suis es a ai as ont avoir être peut peux pouvez pourrais dois je tu il elle on nous vous ils elles mon ma mes ton ta tes son sa ses notre votre leur ce cet cette ces que qui quoi dont où quand comment pourquoi quel quelle quels quelles pour par avec sans sur sous dans en au aux à ne pas plus moins très bien me te se lui y s'il plaît moi toi fait faire j'ai c'est qu'est d'un d'une n'est est-ce j'aimerais voudrais veux veut besoin si tout tous toute toutes comme depuis après avant encore aussi alors entre chez vers",
  es: "el la los las un una unos unas y o pero es son era soy eres ha he has han haber ser estar está estoy puede puedes podrías debo yo tú él ella nosotros ustedes ellos mi mis tu tus su sus nuestro este esta estos estas ese esa que quién qué cuál cuáles dónde cuándo cómo por para con sin sobre en de del al a no sí más menos muy me te se lo le les favor hay hacer tengo necesito quiero puedo desde después antes hago haz hace hacerlo si cuánto cuánta cuántos tan también entre hasta cada todo toda todos todas otro otra sea están eso esto cuando como porque pero nada algo ya sólo solo ser sido fue",
  it: "il lo la i gli le un uno una e o ma è sono era sei ha ho hai hanno avere essere può puoi potresti devo io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua questo questa questi queste che chi cosa quale quali dove quando come perché per con senza su in di del della dei delle al alla a da dal non sì più meno molto mi ti si ci vi favore fare c'è",
  pt: "o a os as um uma uns umas e ou mas é são era sou está estou tem tenho ter ser pode podes poderia devo eu tu ele ela nós vocês eles meu minha meus minhas seu sua este esta esse essa que quem qual quais onde quando como por para com sem sobre em no na nos nas de do da dos das ao não sim mais menos muito me te se lhe favor há fazer preciso quero queria gostaria posso isso isto aquilo desde depois antes faço faz faça se tudo todo toda todos todas outro outra já só também entre até cada foi ser sendo estou estava pelo pela pelos pelas à às meus porque",
  nl: "de het een en of maar is zijn was waren ben bent heeft heb hebben wordt worden kan kunnen zou moet ik jij je hij zij wij we jullie mijn jouw uw zijn haar ons onze dit dat deze die wat wie waar wanneer hoe waarom welke voor van met op uit bij na over onder te tot in aan om als dan niet geen ook nog al er veel meer mij me alsjeblieft",
  ru: "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее какая какие это при про мои моя мое напиши сделай нужно можно почему были который которые которая которое привет пожалуйста помоги очень также ответь дай составь придумай расскажи объясни можешь хочу надо следующий следующие текст пункт пример",
  tr: "ve veya ama bir bu şu o ben sen biz siz onlar benim senin bana sana için ile gibi kadar daha çok en mi mı mu mü ne nasıl neden nerede kim hangi var yok değil olan olarak da de ki her istiyorum istiyor lütfen biraz nedir hangisi bugün yarın bana beni onun olacak var mısın misin",
  pl: "i w we nie że on na ja z ze jak a to wszystko ona tak jego ale ty do u już wy za by po tylko jej mi było oto od mnie jeszcze z o czy jest są był być ma mam mogę może dla się co kto gdzie kiedy który jaka jaki proszę",
  sv: "och eller men är var som en ett den det de jag du han hon vi ni mig dig min mitt mina din att för med på av till från i om inte har hade kan ska vad hur när varför vilken vilka",
  da: "og eller men er var som en et den det de jeg du han hun vi mig dig min mit mine din at for med på af til fra i om ikke har havde kan skal hvad hvordan hvornår hvorfor hvilken hvilke",
  id: "yang dan atau tetapi di ke dari untuk dengan pada ini itu saya aku kamu anda dia kami kita mereka adalah ada tidak bukan akan bisa dapat apa siapa bagaimana kapan mana kenapa tolong",
  ar: "في من على إلى عن مع هذا هذه ذلك التي الذي أن إن كان هل ما ماذا كيف متى أين لماذا هو هي أنا أنت لي لا أو و يا ثم قد كل بعض",
  ja: "こと もの ため それ これ ください する して した です ます いる ある なる できる よう から まで という について 私 何 今日",
  zh: "的 了 是 我 你 他 她 它 们 我们 你们 在 有 和 与 也 都 不 就 这 那 个 一个 什么 怎么 如何 请 给 把 要 会 能 可以 吗 呢 吧 上 下 中 到 为",
  ko: "이 그 저 것 수 등 및 더 좀 은 는 을 를 에 의 가 해 줘 주세요 어떻게 무엇 있는 하는 대한",
  kk: "және мен бұл үшін бар жоқ қалай қандай не",
  sr: "и у је на да се за не од су са што како који која које или али мој моја ми",
  uk: "і в у не що він на я з як а то все вона так його але ти до за це чи для мені мене є бути який яка які",
};

const sets = new Map(
  Object.entries(lists).map(([code, list]) => [code, new Set(list.split(" ").map(withoutAccents))]),
);

export function isForeignStopWord(word: string, languageCode: string): boolean {
  return sets.get(languageCode)?.has(withoutAccents(word)) ?? false;
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/(?<=\p{Script=Latin})\p{M}+/gu, "");
}
