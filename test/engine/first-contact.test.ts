import { expect, test } from "vitest";
import { stranger } from "../../src/engine/person.ts";
import { agreed, begin, envAt, facts } from "./world.ts";

const open = (code: Parameters<typeof begin>[3] & object) => begin(stranger("p"), facts, envAt(), code);

test("a stranger is greeted and asked before anything else", () => {
  const talk = begin(stranger("p"));
  expect(talk.top).toBe("agree/ask");
  expect(talk.person).toEqual(stranger("p"));
});

test("a code for a lesson is opened after the question of consent, whichever way it is answered", () => {
  for (const answer of ["refuse", "agree"]) {
    const talk = open({ type: "open", code: { opens: "lesson", id: "dien-thoai" } });
    expect(talk.top).toBe("agree/ask");
    talk.press(answer);
    for (let i = 0; i < 6 && talk.top.startsWith("agree/"); i++) talk.press(talk.keys[0] ?? "");
    expect(talk.top).toBe("lesson:dien-thoai/s-mo-cai-dat");
  }
});

test("a village code before consent is not asked about again, and kept only after the yes", () => {
  for (const brought of ["opened", "typed", "typed after the yes"]) {
    const code = { type: "open", code: { opens: "village", village: "v3" } } as const;
    const talk = brought === "opened" ? open(code) : begin(stranger("p"));
    if (brought === "typed") talk.give(code);
    talk.press("agree");
    if (brought === "typed after the yes") talk.give(code);
    expect([brought, talk.person.village]).toEqual([brought, null]);
    talk.type("bác").press("list:65plus");
    expect([brought, talk.top, talk.person.village]).toEqual([brought, "agree/audience", "v3"]);
  }
});

test("an invitation typed at any question of the greeting waits, and is asked about at its end", () => {
  const steps = [["agree"], ["list:chi"], ["list:30-49"], ["list:v3"], ["list:farmer"]];
  for (let typed = 0; typed <= steps.length; typed++) {
    const talk = begin(stranger("p"));
    for (const [i, [key]] of [...steps, ["name"]].entries()) {
      if (i === typed) {
        const top = talk.top;
        talk.give({ type: "open", code: { opens: "invitation", code: "C", village: "v3", usable: true } });
        expect([typed, talk.top]).toEqual([typed, top]);
      }
      if (key === "name") talk.type("Lan");
      else talk.press(key ?? "");
    }
    expect([typed, talk.top, talk.person.name, talk.person.village]).toEqual([typed, "invitation/ask", "Lan", "v3"]);
    talk.press("yes");
    expect(talk.recorded("invitation-accepted")).toMatchObject([{ data: { code: "C" } }]);
  }
});

test("of somebody who refuses the village they came from is not kept", () => {
  expect(open({ type: "open", code: { opens: "village", village: "v3" } }).press("refuse").person.village).toBeNull();
});

test("a village code before consent is told, not kept", () => {
  const talk = open({ type: "open", code: { opens: "village", village: "v3" } });
  expect(talk.person.village).toBeNull();
  expect(talk.said).toContain("Thôn Mẫu 3");
  expect(
    begin(agreed, facts, envAt(), { type: "open", code: { opens: "village", village: "v3" } }).person.village,
  ).toBe("v3");
});

test("an unknown code is said to be unknown, and the talk goes on", () => {
  const talk = open({ type: "open", code: { opens: "nothing" } });
  expect(talk.said).toContain("không thấy");
  expect(talk.top).toBe("agree/ask");
  expect(open({ type: "open", code: { opens: "lesson", id: "gone" } }).said).toContain("không thấy");
});

test("of somebody under sixteen nothing is kept", () => {
  const talk = begin(stranger("p")).press("agree").press("list:em").press("list:under16");
  expect(talk.person).toMatchObject({ consent: "no", age: null, village: null });
  expect(talk.recorded("consent-given")).toEqual([]);
  expect(talk.top).toBe("menu/start");
});

test("whoever keeps nothing still learns", () => {
  const talk = begin(stranger("p")).press("refuse");
  expect(talk.person.consent).toBe("no");
  expect(talk.top).toBe("menu/start");
});

test("codes, used-up or not, lead to their question or say why not", () => {
  const invitation = { opens: "invitation", code: "C", village: null } as const;
  expect(begin().give({ type: "open", code: { ...invitation, usable: true } }).top).toBe("invitation/ask");
  expect(begin().give({ type: "open", code: { ...invitation, usable: false } }).said).toContain("hết hạn");
  expect(
    begin({ ...agreed, consent: "no" }).give({ type: "open", code: { ...invitation, usable: true } }).said,
  ).toContain("Xã xin lưu");
  const link = { opens: "link", code: "C", learner: "p9", name: "Tư" } as const;
  expect(
    begin({ ...agreed, consent: "no" })
      .give({ type: "open", code: { ...link, usable: true } })
      .press("yes")
      .recorded("link-accepted"),
  ).toHaveLength(1);
  expect(begin().give({ type: "open", code: { ...link, usable: false } }).said).toContain("hết hạn");
});
