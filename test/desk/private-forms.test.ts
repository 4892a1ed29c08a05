import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { everythingStored } from "../everything-stored.ts";
import { allForms, type Form, filled, formsOf, furnished } from "./forms.ts";
import { logIn } from "./house.ts";

// What nobody may leave at a desk, each with the part that must then stand in no table.
const secrets = [
  ["001056012345", "001056012345"],
  ["CCCD 001 056 012 345", "056 012"],
  ["bác Lan, căn cước 038064011278", "038064011278"],
  ["thẻ 4111 1111 1111 1111", "1111 1111"],
  ["stk 0451000234567 Vietcombank", "0451000234567"],
  ["mã OTP là 739204", "739204"],
  ["mật khẩu là Hoabinh@1954", "Hoabinh@1954"],
] as const;

describe("every field of every form of the desk", () => {
  let found: readonly Form[] = [];
  beforeAll(async () => {
    const h = await furnished();
    const b = await logIn(h, "administrator", "a-xa");
    found = (await allForms(b)).filter((form) => form.fields.some((f) => f.words));
    await h.close();
  });

  test("is found by walking the pages", () => {
    const names = [...new Set(found.flatMap((f) => f.fields.filter((x) => x.words).map((x) => x.name)))].sort();
    expect(names).toMatchInlineSnapshot(`
      [
        "again",
        "basis",
        "closing",
        "code",
        "counter",
        "days",
        "difficulties",
        "from0",
        "from1",
        "hotline",
        "hours",
        "label",
        "login",
        "name",
        "next",
        "office",
        "old",
        "opening",
        "password",
        "police",
        "proposals",
        "reason",
        "recipients",
        "results",
        "says",
        "signer",
        "source",
        "text",
        "to0",
        "to1",
        "uses",
        "value",
        "villages",
        "why",
        "words",
      ]
    `);
  });

  test("takes harmless words, so that a refusal below is one for what was typed", async () => {
    // Each at a desk of its own: a question that was answered cannot be attached any more.
    for (const { action, fields } of found.filter((f) => !f.action.includes("tai-khoan"))) {
      const h = await furnished();
      const b = await logIn(h, "administrator", "a-xa");
      const answer = await b.post(action, filled(fields));
      expect([action, answer.statusCode, answer.headers.location ?? ""]).toEqual([
        action,
        expect.toSatisfy((status) => status === 200 || status === 303),
        expect.not.stringContaining("bad-"),
      ]);
      await h.close();
    }
  });

  test.each(secrets)("keeps nothing of “%s”", async (text, part) => {
    const h = await furnished();
    onTestFinished(() => h.close());
    const b = await logIn(h, "administrator", "a-xa");
    for (const { action, fields } of found)
      for (const { name } of fields.filter((f) => f.words)) {
        const answer = await b.post(action, { ...filled(fields), [name]: text });
        expect([action, name, answer.statusCode]).toEqual([action, name, 422]);
        expect(everythingStored(h.db), `${action} ${name}`).not.toContain(part);
      }
  });
});

test.each([
  ["vi", "“Nguồn”:", "Viết lại ô này giúp nhé"],
  ["en", "“Source”:", "Please write this field anew"],
] as const)("in %s the field is named, the others are kept, and the log says that it was refused", async (language, field, kind) => {
  const h = await furnished();
  onTestFinished(() => h.close());
  const b = await logIn(h, "staff", "a-xa");
  await b.get(`/desk/ngon-ngu/${language}`);
  const page = await b.get("/desk/a-xa/so-lieu");
  const form = formsOf(page.body).find((f) => f.action.includes("/so-lieu/them"));
  const answer = await b.post(form?.action ?? "", {
    population: "adults",
    village: "v1",
    value: "7.431",
    as_of: "2026-06-30",
    source: "anh Ba 001056012345",
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(field);
  expect(answer.body).toContain(kind);
  expect(answer.body).toContain('value="7.431"');
  expect(answer.body).toContain('value="2026-06-30"');
  expect(answer.body).toMatch(/<option[^>]* value="v1"[^>]* selected|<option selected[^>]* value="v1"/);
  expect(answer.body).not.toContain("001056012345");
  h.deps.audit.flush();
  const [row] = await h.deps.store.securityLog({ commune: "a-xa", kinds: ["form-refused"], most: 9 });
  expect(row?.after).toBe('{"why":"private"}');
});

test("an answer may name the telephone and the mail of an office, a village neither", async () => {
  const h = await furnished();
  onTestFinished(() => h.close());
  const b = await logIn(h, "staff", "a-xa");
  const told = await b.post("/desk/a-xa/cau-hoi/q1/tra-loi", {
    words: "Bác gọi 0208 3822 123 hoặc viết mot.cua@a-xa.gov.vn",
  });
  expect(told.headers.location).toContain("question-answered");
  expect((await b.post("/desk/a-xa/xom/them", { name: "Xóm 0912 345 678", code: "XOM9" })).statusCode).toBe(422);
});
