import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { fitHybridEmbedding } from "./fit-hybrid-embedding.ts";
import { createMatrix } from "@observatory/numerics";
test("x", async () => {
  for (const n of [0,1,2,3,10]) {
    const texts = Array.from({length:n},(_, i)=>"hello there "+(i%3));
    const m = createMatrix(n,512); for(let i=0;i<m.data.length;i++)m.data[i]=Math.sin(i*i);
    const h = await fitHybridEmbedding({texts, semantic:m, known:new Uint8Array(n).fill(1)},{random:createRandom(1)});
    console.log(n,h.dimensions,h.weight,h.embed(texts,m,new Uint8Array(n).fill(1)).data.slice(0,5));
  }
  expect(1).toBe(1);
});
