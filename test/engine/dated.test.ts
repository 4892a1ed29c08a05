import { describe, expect, test } from "vitest";
import { commune, envAt, facts, inFlow, library, type Talk } from "./world.ts";

const end = (id: string): number => library.definitions.get(id)?.reviewEnds ?? Number.NaN;
/** What is said before the first thing to do: one message, or as many as it is cut into. */
const beginning = (talk: Talk): string => {
  const place = talk.top.replace(/\/\d+$/, "");
  let all = talk.said;
  while (talk.keys[0] === "next" && talk.press("next").top.startsWith(place)) all += `\n${talk.said}`;
  return all;
};
const said = (id: string, now?: number): string => beginning(inFlow(id, undefined, undefined, envAt(now)));
const waits = "đang chờ rà lại";

describe("past its review a text says of which day it is", () => {
  test.each(["guide:vneid-muc2", "lesson:dien-thoai", "safety:lua-dao-cong-an", "safety:ung-xu-mxh"])("%s", (id) => {
    expect(said(id, end(id))).toMatch(/Thông tin ngày \d{2}\/\d{2}\/\d{4}, đang chờ rà lại/);
    expect(said(id, end(id) - 1)).not.toContain(waits);
    expect(said(id)).not.toContain(waits);
  });

  test("the day is over only when it is over in Viet Nam", () => {
    const by = library.items.find((i) => i.id === "vneid-muc2")?.review_by;
    expect(new Date(end("guide:vneid-muc2")).toISOString()).toBe(`${by}T17:00:00.000Z`);
  });

  test("where money may be leaving nothing stands before what to do", () => {
    expect(said("safety:bi-lua-lam-gi", end("safety:bi-lua-lam-gi"))).not.toContain(waits);
  });
});

describe("what a province sets is what staff entered, or where to ask", () => {
  const fees = { "hkd-dang-ky": { says: "100.000 đồng", basis: "nghị quyết mẫu", on: "2026-11-01" } };
  const here = { ...facts, commune: { ...commune, fees } };
  const through = (known = facts) => {
    const talk = inFlow("guide:hkd-dang-ky", undefined, known);
    const first = beginning(talk);
    for (let i = 0; i < 60 && !talk.top.startsWith("guide:hkd-dang-ky/after"); i++) talk.press(talk.keys[0] ?? "");
    return { first, last: beginning(talk) };
  };
  const line = "Ở xã Xã Mẫu: 100.000 đồng. Cán bộ xã ghi ngày 01/11/2026, theo nghị quyết mẫu.";

  test("entered: before beginning and at the end, with its document and day, and instead of our own words", () => {
    const { first, last } = through(here);
    expect(first).toContain(line);
    expect(last).toContain(line);
    expect(last).not.toContain("Lệ phí do tỉnh quy định");
  });

  test("not entered: nobody's sum, only where to ask", () => {
    const { first, last } = through();
    expect(first).not.toContain("đồng");
    expect(last).toContain("Lệ phí do tỉnh quy định");
  });

  test("entered for one guide, it is said in no other", () => {
    expect(inFlow("guide:ho-tich-trich-luc", undefined, here).said).not.toContain("100.000");
  });
});

describe("where to ask has the number and the hours staff entered", () => {
  const contacts = { hotline: null, counter: "0000 111 222", police: "0000 333 444", hours: "thứ hai đến thứ sáu" };
  const keysAtEnd = (id: string, known = facts) => {
    const talk = inFlow(id, undefined, known);
    for (let i = 0; i < 60 && !talk.top.startsWith(`${id}/after`); i++) talk.press(talk.keys[0] ?? "");
    const keys = () => talk.message.blocks.flatMap((b) => (b.kind === "keys" ? b.items.map((k) => k.text.key) : []));
    const all = keys();
    while (talk.keys[0] === "next" && talk.press("next").top.startsWith(`${id}/after`)) all.push(...keys());
    return all;
  };
  const entered = { ...facts, commune: { ...commune, contacts } };

  test("each of who answers for the guide, and nothing where nothing was entered", () => {
    expect(keysAtEnd("guide:hkd-dang-ky", entered)).toEqual(["guide.counter", "guide.hours"]);
    expect(keysAtEnd("guide:vneid-muc2", entered)).toEqual(["guide.police"]);
    expect(keysAtEnd("guide:hkd-thue", entered)).toEqual([]);
    expect(keysAtEnd("guide:hkd-dang-ky")).toEqual([]);
  });
});
