import { expect, test } from "vitest";
import { lists } from "../../src/product/lists.ts";
import { contextOf } from "./context-of.ts";
import { begin, commune, envAt, facts, inFlow } from "./world.ts";

const inHaNoi = { ...facts, commune: { ...commune, province: "Hà Nội" } };
const idsOf = (given: Parameters<typeof contextOf>[0], list: "guides" | "guide-groups") =>
  lists[list](contextOf(given)).map((e) => e.id);
const found = (given: Parameters<typeof contextOf>[0], text: string) =>
  contextOf(given)
    .env.search(text, given?.facts?.commune ?? commune)
    .found.map((f) => f.id);

test("in Hà Nội iHanoi is listed, found by its words and opened by its code", () => {
  const given = { facts: inHaNoi };
  expect(idsOf(given, "guide-groups")).toContain("ha-noi");
  expect(idsOf(given, "guides")).toContain("guide:ihanoi");
  expect(found(given, "ihanoi phản ánh rác ở thôn thế nào")[0]).toBe("ihanoi");
  expect(inFlow("guide:ihanoi", undefined, inHaNoi).top).toBe("guide:ihanoi/prepare");
  expect(begin(undefined, inHaNoi).type("ihanoi phản ánh rác").top).toMatch(/^guide:ihanoi/);
});

test("elsewhere it is in no menu and no answer, and typed words lead to what serves people there", () => {
  expect(idsOf({}, "guide-groups")).not.toContain("ha-noi");
  expect(idsOf({}, "guides")).not.toContain("guide:ihanoi");
  for (const text of [
    "ihanoi phản ánh rác ở thôn thế nào",
    "cai ihanoi bang tai khoan nao",
    "app i ha noi",
    "ihanoi",
  ]) {
    expect(found({}, text)).not.toContain("ihanoi");
    expect(begin().type(text).keys).not.toContain("list:guide:ihanoi");
  }
});

test("elsewhere what comes next is not taken for the answer", () => {
  const asked = (given: Parameters<typeof contextOf>[0]) =>
    contextOf(given).env.search("app i ha noi", given?.facts?.commune ?? commune);
  expect(asked({ facts: inHaNoi }).sure).toBe(true);
  expect(asked({}).sure).toBe(false);
});

test("elsewhere its code says so, and the question that stood is asked again", () => {
  const talk = inFlow("guide:vneid-muc2");
  const before = talk.top;
  talk.give({ type: "open", code: { opens: "guide", id: "ihanoi" } });
  expect(talk.said).toContain("chỉ dùng ở tỉnh, thành phố khác");
  expect(talk.top).toBe(before);
  expect(talk.keys).toContain("next");
});

test("a code that opens nothing any more asks the present question again instead of ending the talk", () => {
  const talk = inFlow("guide:vneid-muc2").give({ type: "open", code: { opens: "guide", id: "da-bo" } });
  expect(talk.said).toContain("Không thấy mã này");
  expect(talk.keys).toContain("next");
});

test("where nothing serves one province alone the world is the same world", () => {
  const env = envAt(undefined, { catalogue: [] });
  expect(begin(undefined, facts, env).env).toBe(env);
});
