import { describe, expect, test } from "vitest";
import { takeIn } from "../../../src/cli/texts/take-in.ts";
import { hashOf } from "../../../src/content/hash.ts";
import { rowsOf, stateWords } from "../../../src/content/translations/sheet.ts";
import { said, source, tongue } from "./tongue.ts";

const vi = "Bước {{at}}/{{of}}, {{you}} gõ **Gửi** trong 5 phút tại mau.gov.vn.";
const text = source(vi);
const row = (given: string, more = {}) => ({
  key: text.key,
  where: "",
  vi,
  text: given,
  state: stateWords.new,
  by: "Người mẫu",
  note: "",
  ...more,
});
const take = (given: string, more = {}, before = tongue()) =>
  takeIn(before, [{ at: 7, row: row(given, more) }], [text], "2026-11-23");

describe("what a sheet may not bring in", () => {
  const good = "{{at}} {{of}} **Gửi** 5 mau.gov.vn";
  test.each([
    ["a text that does not exist", good, { key: "app/khac" }, "no text has this key"],
    ["a number the machine fills in is missing", "{{at}} **Gửi** 5", {}, "{{of}} is missing"],
    ["a name the original has not", `${good} {{team}}`, {}, "has {{team}}, which the original has not"],
    ["half a brace", `${good} {{you}`, {}, "a {{ or }} stands alone"],
    ["too long", `${good} ${"a".repeat(90)}`, {}, "at most 100 fit"],
    ["an address out of nowhere", `${good} mau-gov.top`, {}, 'has the address "mau-gov.top"'],
    ["an e-mail out of nowhere", `${good} ai@mau.vn`, {}, 'has the address "ai@mau.vn"'],
    ["a number out of nowhere", `${good} 113`, {}, "has the number 113"],
    ["the same in other digits", `${good} ១១៣`, {}, "has the number"],
    ["bold that never ends", `{{at}} {{of}} **Gửi 5`, {}, "must come in pairs"],
    ["signs nobody sees", `${good} \u202Eabc`, {}, "cannot be seen"],
    ["nobody stands for it", good, { by: "" }, "nobody is named as translator"],
    ["a telephone beside the translator", good, { by: "Người mẫu 0912 345 678" }, "somebody's telephone"],
    ["an identity card as a note", good, { note: "CCCD 062044671407" }, "somebody's telephone"],
    ["a password as a translation", `${good} mật khẩu là hoabinhxyz`, {}, "somebody's telephone"],
    ["a code told in words", `${good} mã là năm một hai không ba bốn`, {}, "somebody's telephone"],
  ])("%s", (_what, given, more, says) => {
    const taken = take(given, more);
    expect(taken.refused.map((r) => r.why.en).join()).toContain(says);
    expect(taken.refused[0]?.row).toBe(7);
    expect(taken.refused[0]?.why.vi).not.toBe("");
    expect(taken.translation).toEqual(tongue());
  });

  test("a known translation emptied", () => {
    const known = tongue({ [text.key]: said(good, vi) });
    const taken = take("", {}, known);
    expect(taken.refused[0]?.why.en).toContain("what was known is kept");
    expect(taken.translation).toEqual(known);
  });

  test("the same key twice: the first counts", () => {
    const rows = [good, `${good} {{you}}`].map((t, at) => ({ at, row: row(t) }));
    const taken = takeIn(tongue(), rows, [text], "2026-11-23");
    expect(taken.translation.texts[text.key]?.text).toBe(good);
    expect(taken.refused.map((r) => r.row)).toEqual([1]);
  });

  test("an empty row that was never translated is no fault, and a good row beside a bad one comes in", () => {
    const other = source("Xong", { key: "app/xong" });
    const rows = [
      { at: 2, row: row("", {}) },
      { at: 3, row: { ...row("Keh"), key: other.key, vi: other.vi } },
      { at: 4, row: row("x", { key: "app/khac" }) },
    ];
    const taken = takeIn(tongue(), rows, [text, other], "2026-11-23");
    expect(taken.refused).toHaveLength(1);
    expect(taken.changed).toEqual([other.key]);
  });
});

describe("a Vietnamese that changed", () => {
  const now = source("Xong rồi", { key: "app/xong" });
  const old = { ...row("Keh"), key: now.key, vi: "Xong" };

  test("while the translator worked: kept, and stale at once", () => {
    const taken = takeIn(tongue(), [{ at: 2, row: old }], [now], "2026-11-23");
    expect(taken.outdated).toEqual([now.key]);
    expect(taken.translation.texts[now.key]?.of).toBe(hashOf("Xong"));
  });

  test("before the sheet was made: an untouched row stays stale, a mended or confirmed one does not", () => {
    const before = tongue({ [now.key]: said("Keh", "Xong") });
    const [exported] = rowsOf([now], before);
    if (!exported) throw new Error("no row");
    expect(exported.state).toBe(stateWords.stale);
    const { max: _max, en: _en, ...same } = exported;
    const again = (more: object) =>
      takeIn(before, [{ at: 2, row: { ...same, ...more } }], [now], "2026-11-23").translation.texts[now.key];
    expect(again({})).toEqual(before.texts[now.key]);
    expect(again({ text: "Keh boih" })).toMatchObject({ text: "Keh boih", of: hashOf(now.vi), on: "2026-11-23" });
    expect(again({ state: stateWords.ok })).toMatchObject({ text: "Keh", of: hashOf(now.vi) });
  });
});
