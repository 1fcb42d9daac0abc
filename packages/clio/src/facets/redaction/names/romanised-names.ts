/**
 * Given names that are common where lists of names are kept in another script or are short: Japanese, Chinese, Korean,
 * Arabic, Persian, Hebrew, Greek, Russian, Georgian, Icelandic, Estonian, Hungarian, Irish, African and other names in Latin letters.
 */
export const romanisedNames =
  `akari akihiko akiko akira asami asuka atsushi ayaka ayako ayumi chie chiyo daichi daiki daisuke eiji emiko fumiko fumio hajime hana
  haruka haruki haruko haruto hideki hideo hideko hikaru hina hinata hiroki hiroko hiromi hiroshi hiroto hisako hitomi hitoshi ichiro
  itsuki izumi jiro junichi junko kaito kaori kaoru katsuo kazuki kazuko kazumi kazuo kazuya keiji keiko keisuke kenichi kenji kenta
  kiyoko kiyoshi koichi koji kumiko kyoko mai maki makoto mami manami mariko masaki masako masami masao masaru masashi masato mayumi
  megumi michiko midori mika miki minoru misaki mitsuko miyuki mizuki momoko nana nanako naoki naoko naomi naoto natsuki natsumi noboru
  nobuko noriko norio ren reiko riko rina rumi ryo ryoichi ryosuke ryota sachiko sadako saki sakura satomi satoru satoshi sayaka
  sayuri shigeru shinji shinichi shiori shizuka shota shun shunsuke sota sumiko susumu tadashi taichi takahiro takako takashi takeshi takuma
  takumi takuya tamiko taro tatsuya tetsuo tetsuya tomohiro tomoko tomomi tomoya toru toshiko toshio tsubasa tsutomu yasuko yasuo
  yoichi yoko yoshiko yoshio yui yuji yuka yukari yuki yukiko yukio yumi yumiko yuriko yusuke yuta yuto yuuki
  xiaoming xiaohong xiaoli xiaoyan xiaojun jianhua jianguo jianjun guoqiang haiyan hongmei lihua meiling meihua weiming weidong
  xiuying xiulan yuhan yuxuan zihan zixuan haoran haoyu mingzhe zhiqiang zhihao zhiwei junjie jiahao jiayi ruoxi shuhui yanling yifan yuming
  minho minjun jihoon jiwoo jiyoung junho jungkook hyunwoo hyejin seojun seoyeon sungmin taehyung yoona youngho eunji haneul dohyun minji soojin
  ahmad ahmed ali aliya amina amir amira anwar ashraf asma aziz bashir bilal dalia daoud farah farid faris fatima fatemeh faisal fouad ghassan hadi
  hamid hamza hana hassan hasan haytham huda hussein husain ibrahim idris imane imran ismail jamal jamila karim karima khadija khaled khalid khalil
  laila layla leila mahmoud mariam maryam mohamed mohammed muhammad mohammad mona mounir mustafa nabil nadia nasser noor nour omar osama rahim
  rania rashid reem said salah salim salma samir samira sana sara sharif soraya tariq walid yasin yasmin yasmine yousef youssef yusuf zainab zaid
  zahra ziad arash ardeshir bahram behnaz behrouz dariush farhad fereshteh golnaz hossein jahangir kaveh kourosh mahnaz mahsa mehdi mehran mina mojgan
  nasrin navid nasim parisa parvin reza roya saeed shahram shirin siavash soheila taraneh zohreh
  avi avraham chaim dov eitan elad eliezer gadi hadas hila ilan itai limor menachem mordechai moshe noam orit ravit ronen shira shlomo shoshana tal
  tamar tzvi uri yael yair yaakov yehuda yitzhak yosef yossi zeev
  alexandros anastasia anastasios aphrodite apostolos athanasios charalambos christos despina dimitra dimitrios dimitris eleni eleftheria evangelia
  evangelos fotini georgia georgios giannis ioanna ioannis katerina konstantinos kostas kyriakos maria michalis nikolaos nikos panagiotis
  paraskevi pavlos petros sofia spyridon spyros stavros stelios theodoros vasiliki vasilis vasileios yannis
  aleksandr aleksandra aleksei aleksey alexei alexey anatoly andrei andrey anton arkady artyom boris darya denis dmitri dmitry ekaterina yekaterina
  evgeny yevgeny yevgenia fyodor galina gennady grigory igor ilya irina ivan kirill konstantin ksenia larisa leonid lidia lyubov lyudmila ludmila maksim
  marina mikhail nadezhda natalia natalya nikita nikolai nikolay nina oksana oleg olga pavel polina pyotr raisa roman ruslan semyon sergei sergey
  stanislav svetlana tamara tatiana tatyana timur vadim valentin valentina valery vasily vera viktor viktoria vitaly vladimir vladislav vsevolod
  vyacheslav yaroslav yelena yulia yuri yury zinaida zoya akhmad aslan aslanbek dzhokhar khava khamzat magomed murad ramzan shamil umar zelim zarema
  giorgi nino tamari levan irakli ketevan davit zurab nana nugzar mariam anahit ara aram armen artur garegin gevorg hasmik hayk karen lusine
  narek tigran vahagn varduhi
  agnar agusta alda andri anna arnar arni arnor asa asdis asgeir aslaug asta astridur atli audur baldur bara birgir birna bjarki bjarni bjork bjorgvin
  bjorn bragi brynjar dagny dagur davið edda egill einar eirikur elin ellen erla erlendur erna eva eydis eythor fjola fridrik gauti gisli grimur
  gudbjorg gudjon gudlaug gudmundur gudny gudrun gunnar gunnhildur gunnlaugur gylfi hafdis hafsteinn hafthor halla halldor halldora hallgrimur
  hanna haraldur haukur hedinn heida heidar helga helgi hildur hilmar hjalti hjordis hlynur hrafn hrafnhildur hrefna hulda hordur ingibjorg
  ingolfur ingvar jakobina jona jonas jon johann johanna johannes jökull karitas katla katrin kjartan kolbrun kristbjorg kristin kristjan kristrun lara
  lilja magnea magnus matthildur oddny oddur olafur olof orri osk oskar ragnar ragnheidur ragnhildur runar runa salvor sigmar sigmundur
  signy sigridur sigrun sigtryggur sigurbjorg sigurdur sigurjon sigurlaug sindri skuli snorri snæbjorn solveig solvi soley stefan stefania steinar
  steinunn steinthor sturla svala svanhildur sveinn thora thorbjorg thorbjorn thordis thordur thorgeir thorhallur thorkell thorlakur
  thorsteinn thorunn thorvaldur tinna tomas torfi tryggvi unnar unnur valdimar valgerdur vigdis vilborg vilhjalmur vidar ymir yrsa
  aadu aino aivar andres andrus ants ants anu arvo eero eha elmar endel enno eve hannes heino helle hillar ilmar indrek jaak jaan jaanus juri kaarel kadri
  kaja kalev kalle kalju katrin kersti krista kristel kristjan kristo kulli lembit liina liis maarja mait malle marek maret marju mart merike mihkel
  moonika neeme paavo peep piret priit raivo reet rein riina riho sirje taavi taimi tiina tiit toivo tonis tonu triin udo ulle urmas urve uno vaino veiko
  villu viive
  adel agota akos aladar andor andras anett antal aranka aron arpad attila balazs balint barnabas bela bence bendeguz botond csaba csilla
  daniel denes dora dorottya edit elemer elod emese endre erno erzsebet ervin eszter etelka ferenc fanni fruzsina gabor gabriella gaspar
  gergely gergo geza gizella gusztav gyorgy gyongyi gyula hajnalka hedvig henrik huba ildiko ilona imre irenke istvan ivett janos janka jolan jolanka
  jozsef judit juliska kalman karoly katalin kinga kitti klara kornel kristof krisztian krisztina laszlo levente lajos lili lilla lorand lorant
  magdolna marcell margit marianna mark marta matyas mihaly miklos mor noemi nora norbert odon oliver orsolya ors oszkar palma peter piroska reka
  renata robert roza rozsa rudolf sandor sara sarolta szabolcs szilard szilvia tamas terez tibor timea tunde vanda vazul veronika viktor
  viola virag vilmos zita zoltan zsofia zsolt zsombor zsuzsanna zsuzsa
  aoife aisling aidan bríd brigid cathal ciara ciaran cillian conor cormac darragh declan deirdre diarmuid dónal dermot eamon eilis eimear
  emer enda eoin fergal fiadh finbar fionn fionnuala gearoid grainne liam maeve mairead malachy muireann niall niamh nuala oisin orla padraig
  rian roisin ronan ruairi saoirse seamus sean sinead siobhan sorcha tadhg una aled alun angharad bronwen carys dafydd dilys dylan eira eluned
  emrys ffion gareth geraint gethin gwen gwyneth gwenllian hywel ieuan ifan iolo llewellyn lowri mair megan meredith myfanwy nerys nia owain
  rhian rhiannon rhodri rhys seren sian tegan tomos
  abebe abena adaeze adebayo ade ayodele akua akosua ama amara aminata amadou abdoulaye babajide bamidele bukola chidi chidera chiamaka chinedu
  chinonso chioma chukwuemeka damilola desta dembe efua ekene emeka esi fatoumata fatou femi folake funmilayo gebre getachew hadiza halima haile ifeanyi
  ifeoma ike ikenna ikechukwu jelani kagiso kamau kemi kofi kojo kwabena kwame kwaku kwesi lerato lindiwe lwazi mamadou mandla mariama moussa mpho
  mwangi nana naledi ndidi ngozi nkechi nkosana nnamdi njeri nomsa obi obinna olamide olu olufemi olumide oluwaseun omondi ousmane otieno palesa
  refilwe sadio seydou sibusiso siphiwe sizwe sekou tadesse temitope tendai thabo thandi thandiwe themba thulani tinashe titilayo tola tunde uche wangari
  wanjiku yaa yaw yusra zanele zodwa zola
  aarav aditi aditya ajay akash akshay amit amrita anand ananya anil anita anjali ankit ankita anupam aparna arjun arun asha ashish ashok bharat
  bhavna chetan deepa deepak deepika dhruv dinesh divya ganesh gaurav geeta girish gopal harish harsh hema hemant ishaan jaya jyoti kamala karan kavita
  kavya kiran kishore krishna lakshmi lata madhavi mahesh manish manoj meena meera mohan mukesh nandini narendra naveen neha nikhil nisha nitin pankaj
  pooja prabhakar pradeep prakash pranav prasad praveen preeti priya priyanka raghav rahul raj rajesh rakesh ramesh rani ravi rekha ritu rohan rohit
  sachin sandeep sangeeta sanjay sanjeev santosh sarita satish savita seema shanti shilpa shivani shreya shyam siddharth sneha sonal srinivas
  subhash sudha sudhir sumit sunil sunita suresh sushma swati tanvi tarun uma usha varun venkatesh vidya vijay vikas vikram vinay vinod vishal vivek yash
  agus ahmad ayu budi dewi dian dimas eka fajar gede hendra indah joko ketut kadek lestari made ngurah nur nyoman putri putu ratna rizky sari siti
  slamet sri suharto sukarno susilo teguh wahyu wayan widodo yanti yudi aung htun kyaw thida zaw nguyen anong apinya chai kittisak malee
  niran nok ploy pornthip prasert sarawut siriporn somchai somsak somying suda supaporn wichai dalisay jejomar bituin ligaya
  leilani kaimana keanu makoa noelani kalani mahina tevita sione mele losa tavita ioane sina aroha hemi mere nikau rangi tama wiremu whetu
  ane ainhoa aitor amaia ander ane begoña edurne eneko garazi gorka iker iñaki itziar jon josu koldo leire maite mikel miren nerea oihane patxi
  unai uxue xabier arnau berta biel carme cesc dolors ferran gemma guillem joan jordi josep laia lluis marc marta meritxell montserrat mireia neus
  oriol pau pere quim roger ramon sergi xavi agim albana alban altin anila arben ardian bardhyl besnik blerim blerina bujar edona elira erion fatmir flutura
  genti ilir kushtrim lule luan majlinda mimoza shpresa skender valbona vjosa xhevdet
  bozhidar boyko bozhana desislava dragomir georgi gergana hristo ivaylo kaloyan krasimir lyubomir miroslava nedyalko nikolay petko petya plamen rumen
  rumyana stanimir stefka stoyan stoyanka tsvetan tsvetana vasil veselin yordan yordanka zdravko`.split(
    /\s+/,
  );
