import { findRealFile, readRealLines } from "@observatory/core/testing";
import { test } from "vitest";
import { z } from "zod";
import { toPastParticiple } from "../captions/render/verb-forms.ts";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { generateProductivity } from "./generate-productivity.ts";
import type { SourceScene } from "./source-scene.ts";
test("peek", async () => {
  const file = findRealFile("vision/factual/train.jsonl.gz");
  if (file === null) return;
  const schema = z.object({image_id: z.number(), region_id: z.number(), graph: z.object({objects: z.array(z.string()), attributes: z.array(z.tuple([z.string(), z.string()])), relations: z.array(z.tuple([z.string(), z.string(), z.string()])), relation_kinds: z.array(z.string())})});
  async function* scenes(): AsyncGenerator<SourceScene> {
    let count=0;
    for await (const line of readRealLines(file)) {
      if (count++ > 12000) return;
      const row = schema.parse(line);
      const g = row.graph; if (g.objects.length+g.attributes.length+g.relations.length<4) continue;
      yield {imageId: String(row.image_id)+"-"+row.region_id, file: null, width: 0, height: 0, closedWorld: false, graph: {
        objects: [...new Set(g.objects)].map((o)=>({id:o, name:o.replace(/:\d+/,"").toLowerCase(), attributes: [...new Set(g.attributes.filter(([x])=>x===o).map(([,a])=>a.toLowerCase()))], box:null})),
        relations: g.relations.map(([subject,p,object],i)=>({subject, object, predicate: g.relation_kinds[i]==="pv"? p.replace(/^\S+/u, toPastParticiple): p})),
      }};
    }
  }
  const t=performance.now(); const lexicon = createLexicon(); const losses: Record<string,number>={}; const cells: Record<string,number>={}; const f: Record<string,number>={};
  let out=""; let k=0;
  for await (const item of generateProductivity({scenes: scenes(), items: Number(process.env.ITEMS ?? 270), seed: 1, lexicon, strict: false, onLoss: (r)=>{losses[r]=(losses[r]??0)+1}})) {
    const type=item.negatives[0]?.type+"/"+item.complexity.n; cells[type]=(cells[type]??0)+1; k++;
    for(const n of item.negatives) f[n.falsity+"/"+n.type]=(f[n.falsity+"/"+n.type]??0)+1;
    out+=`${item.id} [${item.style}]\n  + ${item.caption}\n`+item.negatives.map((n)=>`  - ${n.text}   {${n.edit.rule}: ${n.edit.from} -> ${n.edit.to}} ${n.falsity}\n`).join("");
  }
  console.log(out, JSON.stringify(losses), JSON.stringify(cells), JSON.stringify(f), k, performance.now()-t);
}, 60000);
