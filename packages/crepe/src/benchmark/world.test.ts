import { test } from "vitest";
import { generateWorld } from "../world/generate-world.ts";
import { generateTwins } from "../world/generate-twins.ts";
import { generateProductivity } from "./generate-productivity.ts";
import { generatePairs } from "./generate-pairs.ts";
import { generateSystematicity } from "./generate-systematicity.ts";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import type { Item } from "./item.ts";
const show=(item: Item)=>`${item.id} [${item.style}]\n  + ${item.caption}\n`+item.negatives.map((n)=>`  - ${n.text}   {${n.edit.rule}: ${n.edit.from} -> ${n.edit.to}} ${n.falsity}\n`).join("");
test("peek", async () => {
  const lexicon=createLexicon(); const t=performance.now();
  for (const strict of [false,true]) {
  let out=""; const losses: Record<string,number>={}; const cells: Record<string,number>={}; const f: Record<string,number>={};
  for await (const item of generateProductivity({scenes: generateWorld({scenes: 400, seed: 1}), items: 270, seed: 1, lexicon, strict, onLoss: (r)=>{losses[r]=(losses[r]??0)+1}})) {
    const type=item.negatives[0]?.type+"/"+item.complexity.n; cells[type]=(cells[type]??0)+1;
    for(const n of item.negatives) f[n.falsity+"/"+n.type]=(f[n.falsity+"/"+n.type]??0)+1; out+=show(item);
  }
  console.log(out, JSON.stringify({losses, cells,f}), performance.now()-t);
  }
  let out="";const losses: Record<string,number>={};let k=0;
  for await (const item of generatePairs({twins: generateTwins({count: 60, seed: 1}), seed: 1, onLoss: (r)=>{losses[r]=(losses[r]??0)+1}})) {out+=show(item);k++;}
  console.log("PAIRS", out, JSON.stringify(losses), k);
  out="";k=0;
  const v={name:"v", countAtom: (_: string, x: string)=>x==="purple"?0:3, countCompound: (c: string)=>c.length%3};
  for await (const item of generateSystematicity({scenes: generateWorld({scenes: 200, seed: 2}), vocabularies:[v], items: 60, seed: 1, lexicon, onLoss: (r)=>{losses[r]=(losses[r]??0)+1}})) {out+=show(item)+JSON.stringify(item.split);k++;}
  console.log("SYST", out, JSON.stringify(losses), k);
}, 60000);
