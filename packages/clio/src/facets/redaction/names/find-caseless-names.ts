import { findMatches } from "../find-matches.ts";
import type { Finding } from "../finding.ts";

/** The hundred commonest Chinese family names and the commonest of two characters, simplified and traditional. */
const chineseFamily =
  "(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯])";
const chineseHonorific =
  "(?:先生|女士|小姐|太太|老师|老師|医生|醫生|教授|经理|經理|同学|同學|律师|律師|阿姨|叔叔)";
const chinese = new RegExp(
  `(?:(?:我叫|我的名字是|我的名字叫|姓名[是为為：:]?|名字[是叫：:]|联系人[：:]?|聯絡人[：:]?|收件人[：:]?|患者|病人)\\s?(?<value>${chineseFamily}\\p{Script=Han}{1,2}))(?!\\p{Script=Han}{0,1}[省市区县])`,
  "dgu",
);
const chineseTitled = new RegExp(
  `(?<value>${chineseFamily}\\p{Script=Han}{0,2})(?=${chineseHonorific})`,
  "dgu",
);
const chineseSelf = /(?:我叫|我的名字是|我的名字叫)(?<value>[\p{L}·]{2,8}?)(?=[，。、,.！!？? ]|$)/dgu;
const japanese =
  /(?:私の名前は|名前は|氏名[：:]?)(?<value>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・ ]{2,10}?)(?=[、。,.！!？?\n]|です|と申|といい|$)|(?<![\p{L}])(?:私は|僕は)(?<named>[\p{Script=Han}]{2,5})(?=です|と申)/dgu;
const japaneseTitled =
  /(?<value>\p{Script=Han}{1,4}|\p{Script=Katakana}[\p{Script=Katakana}ー]{1,8})(?=さん|様|くん|ちゃん|先生)/dgu;
const korean =
  /(?:제 이름은|내 이름은|저는|이름[:은]?)\s?(?<value>\p{Script=Hangul}{2,4}?)(?=(?:이에요|예요|입니다|이라고|라고|[\s,.!?]|$))/dgu;
const koreanTitled =
  /(?<![\p{L}])(?<value>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진]\p{Script=Hangul}{1,2})(?= ?(?:씨|님|선생님|박사|교수)(?![\p{L}]{2}))/dgu;
const arabicWord = "[\\p{Script=Arabic}\\p{M}]{2,15}";
const arabic = new RegExp(
  `(?<![\\p{L}])(?:اسمي|إسمي|أنا اسمي|السيد|السيدة|الدكتور|الدكتورة|الأستاذ|الأستاذة|نام من|اسم من|میرا نام)\\s(?<value>${arabicWord}(?:\\s(?:بن\\s|ال)?${arabicWord})?)`,
  "dgu",
);
const hebrew =
  /(?<![\p{L}])(?:שמי|קוראים לי|השם שלי(?: הוא)?|מר|גברת|ד"ר)\s(?<value>\p{Script=Hebrew}{2,15}(?:\s\p{Script=Hebrew}{2,15})?)/dgu;
const indic =
  /(?:मेरा नाम|श्री|श्रीमती|আমার নাম|என் பெயர்|నా పేరు)\s(?<value>[\p{L}\p{M}]{2,20}(?:\s(?!है|हैं)[\p{L}\p{M}]{2,20})?)/dgu;
const thai =
  /(?:ผมชื่อ|ฉันชื่อ|ดิฉันชื่อ|คุณ|นาย|นางสาว|นาง)\s?(?<value>[\p{Script=Thai}]{2,20}(?:\s[\p{Script=Thai}]{2,20})?)/dgu;

/** Names in scripts without capitals: beside "my name is", a form's label or an honorific. */
export function findCaselessNames(text: string): readonly Finding[] {
  if (!/[\p{Lo}]/u.test(text)) return [];
  const patterns = [
    ...(/\p{Script=Han}/u.test(text) ? [chinese, chineseTitled, chineseSelf] : []),
    ...(/[\p{Script=Han}\p{Script=Katakana}]/u.test(text) && /\p{Script=Hiragana}|様/u.test(text)
      ? [japanese, japaneseTitled]
      : []),
    ...(/\p{Script=Hangul}/u.test(text) ? [korean, koreanTitled] : []),
    ...(/\p{Script=Arabic}/u.test(text) ? [arabic] : []),
    ...(/\p{Script=Hebrew}/u.test(text) ? [hebrew] : []),
    ...(/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/u.test(text)
      ? [indic]
      : []),
    ...(/\p{Script=Thai}/u.test(text) ? [thai] : []),
  ];
  return patterns.flatMap((pattern) => findMatches(text, "name", pattern, (value) => !notNames.has(value)));
}

const notNames = new Set([
  "皆",
  "お客",
  "お母",
  "お父",
  "お兄",
  "お姉",
  "各位",
  "神",
  "高",
  "方",
  "何",
  "任何",
  "高中",
  "方面",
  "周末",
  "江苏",
  "马上",
  "白天",
  "金牌",
  "历任",
  "向导",
  "高级",
  "谢谢",
  "고객",
  "선생",
  "여러분",
  "저는",
]);
