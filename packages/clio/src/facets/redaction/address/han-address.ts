import { findMatches } from "../find-matches.ts";
import type { Finding } from "../finding.ts";

const chinese =
  /(?:\p{Script=Han}{2,8}[省市区县區縣]){0,3}\p{Script=Han}{1,10}(?:路|街|道|巷|弄|胡同)(?:\p{Script=Han}段)?\d{1,5}[号號](?:院|楼)?(?:\d{1,4}(?:号楼|栋|单元|樓|楼|室|層|层)){0,4}/gu;
const japanese =
  /(?:〒?\d{3}-\d{4}\s{0,2})?(?:\p{Script=Han}{2,4}[都道府県])\p{Script=Han}{1,8}[市区町村](?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,12})?\d{1,4}(?:(?:丁目|番地?|号|[-−])\d{0,4}){0,4}/gu;
const korean =
  /(?:\p{Script=Hangul}{2,10}(?:시|도|군|구)\s){1,3}(?:\p{Script=Hangul}{1,10}(?:읍|면|동)\s)?\p{Script=Hangul}{1,12}(?:로|길)\s?\d{1,4}(?:-\d{1,4})?/gu;

/** Addresses in Chinese, Japanese and Korean, from the largest part to the house number. */
export function detectHanAddress(text: string): readonly Finding[] {
  return [
    ...(/[号號]/.test(text) ? findMatches(text, "address", chinese) : []),
    ...(/[都道府県]/.test(text) ? findMatches(text, "address", japanese) : []),
    ...(/[로길]/.test(text) ? findMatches(text, "address", korean) : []),
  ];
}
