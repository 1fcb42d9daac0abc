import { UsageError } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { parseColumnMap } from "./column-map.ts";
import { describeColumns } from "./describe-columns.ts";
import { readPath } from "./read-path.ts";
import { suggestMap } from "./suggest-map.ts";

describe("a map", () => {
  test("is a list of fields with their columns, also with commas and equals signs", () => {
    expect(parseColumnMap('user=question, assistant = answer,labels.plan=plan,time="at, UTC ""x"""')).toEqual(
      {
        fields: { user: "question", assistant: "answer", time: 'at, UTC "x"' },
        labels: { plan: "plan" },
      },
    );
    expect(parseColumnMap("user=a=b").fields).toEqual({ user: "a=b" });
  });

  test.each([
    ["", "where the messages are"],
    ["account=uid", "where the messages are"],
    ["assistant=answer", "where the messages are"],
    ["user=a,messages=b", "where the messages are"],
    ["role=r,content=c", "in which conversation"],
    ["role=r,conversation=c", "in which conversation"],
    ["messages=m,system=s", "system stands beside user"],
    ["user=q,conversation=c,id=i", "conversation is the id"],
    ["user=q,usre=a", "usre is nothing"],
    ["user=q,user=p", "user has two columns"],
    ["user=", "user has no column"],
    ["question", "no list of FIELD=COLUMN"],
    ["=a", "no list of FIELD=COLUMN"],
    ["user=q,__proto__=x", "__proto__ is nothing"],
  ])("that says %j is refused: %s", (text, reason) => {
    expect(() => parseColumnMap(text)).toThrow(UsageError);
    expect(() => parseColumnMap(text)).toThrow(reason);
  });
});

test("names lead into objects, lists and JSON in cells, and a field of the very name comes first", () => {
  const record = { a: { b: [{ c: 1 }] }, "a.b": 2, cell: '{"x":{"y":3}}', text: "plain" };
  expect(readPath(record, "a.b")).toBe(2);
  expect(readPath(record, "a.b.0.c")).toBe(1);
  expect(readPath(record, "cell.x.y")).toBe(3);
  expect(readPath(record, "cell")).toBe('{"x":{"y":3}}');
  for (const path of ["text.length", "a.c", "toString", "a.__proto__", "cell.x.y.z", "", "."])
    expect(readPath(record, path)).toBeUndefined();
  for (const value of [null, 7, "x", [1]]) expect(readPath(value, "a")).toBeUndefined();
});

describe("a map is proposed from the names of columns", () => {
  test.each([
    [["uid", "ts", "question", "answer"], "user=question,assistant=answer,account=uid,time=ts"],
    [
      ["Prompt", "Response", "user_id", "Model Name"],
      "user=Prompt,assistant=Response,account=user_id,model=Model Name",
    ],
    [
      ["session_id", "role", "text", "created_at"],
      "role=role,content=text,conversation=session_id,time=created_at",
    ],
    [["id", "user", "assistant", "language"], "user=user,assistant=assistant,id=id,language=language"],
    [
      ["conversation_id", "prompt", "completion", "id"],
      "user=prompt,assistant=completion,conversation=conversation_id",
    ],
    [["uuid", "messages"], "messages=messages,id=uuid"],
    [["prompt"], "user=prompt"],
  ])("%j: %s", (columns, map) => {
    expect(suggestMap(columns)).toBe(map);
    expect(() => parseColumnMap(map)).not.toThrow();
  });

  test("and is not, where nothing looks like a message", () => {
    expect(suggestMap(["name", "price"])).toBeNull();
    expect(suggestMap([])).toBeNull();
  });
});

test("texts that stand where names should are not told", () => {
  expect(
    describeColumns(["user_id", "Created at (UTC)", "how do I tell my boss that I am ill?", "x".repeat(41)]),
  ).toEqual(["user_id", "Created at (UTC)", "(column 3)", "(column 4)"]);
  expect(describeColumns(Array.from({ length: 50 }, (_, i) => `c${i}`)).length).toBe(41);
});
