import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { everythingStored } from "../everything-stored.ts";
import { adults, type House, house, logIn, NOON, person, village } from "./house.ts";

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

const pages = [
  "",
  "/chi-tieu",
  "/ho-tro",
  "/cau-hoi",
  "/cau-hoi?cau=q1",
  "/day-bai",
  "/xom",
  "/so-lieu",
  "/to",
  "/giay",
  "/noi-dung",
  "/cai-dat",
  "/tai-khoan",
  "/nhat-ky",
];

type Field = { readonly name: string; readonly words: boolean; readonly value: string };
type Found = { readonly action: string; readonly fields: readonly Field[] };

describe("every field of every form of the desk", () => {
  let found: readonly Found[] = [];
  beforeAll(async () => {
    const h = await furnished();
    const b = await logIn(h, "admin", "a-xa");
    const all = new Map<string, Found>();
    for (const page of pages)
      for (const form of formsOf((await b.get(`/desk/a-xa${page}`)).body))
        if (form.fields.some((f) => f.words)) all.set(form.action, form);
    found = [...all.values()];
    await h.close();
  });

  test("is found by walking the pages", () => {
    const names = [...new Set(found.flatMap((f) => f.fields.filter((x) => x.words).map((x) => x.name)))].sort();
    expect(names).toMatchInlineSnapshot(`
      [
        "again",
        "basis",
        "code",
        "counter",
        "days",
        "from0",
        "from1",
        "hotline",
        "hours",
        "label",
        "login",
        "name",
        "old",
        "password",
        "police",
        "says",
        "source",
        "text",
        "to0",
        "to1",
        "uses",
        "value",
        "why",
        "words",
      ]
    `);
  });

  test("takes harmless words, so that a refusal below is one for what was typed", async () => {
    // Each at a desk of its own: a question that was answered cannot be attached any more.
    for (const { action, fields } of found.filter((f) => !f.action.includes("tai-khoan"))) {
      const h = await furnished();
      const b = await logIn(h, "admin", "a-xa");
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
    const b = await logIn(h, "admin", "a-xa");
    for (const { action, fields } of found)
      for (const { name } of fields.filter((f) => f.words)) {
        const answer = await b.post(action, { ...filled(fields), [name]: text });
        expect([action, name, answer.headers.location ?? ""]).toEqual([
          action,
          name,
          expect.toSatisfy((to) => to === "" || String(to).includes("bad-")),
        ]);
        expect(everythingStored(h.db), `${action} ${name}`).not.toContain(part);
      }
  });
});

test.each([
  ["vi", "nguồn số liệu", "Viết lại ô này giúp nhé"],
  ["en", "source of the figure", "Please write this field anew"],
] as const)("in %s the field is named, the others are kept, and the log says that it was refused", async (language, field, kind) => {
  const h = await furnished();
  onTestFinished(() => h.close());
  const b = await logIn(h, "officer", "a-xa");
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
  const b = await logIn(h, "officer", "a-xa");
  const told = await b.post("/desk/a-xa/cau-hoi/q1/tra-loi", {
    words: "Bác gọi 0208 3822 123 hoặc viết mot.cua@a-xa.gov.vn",
  });
  expect(told.headers.location).toContain("question-answered");
  expect((await b.post("/desk/a-xa/xom/them", { name: "Xóm 0912 345 678", code: "XOM9" })).statusCode).toBe(422);
});

/** A house with one of everything that a form can be about. */
const furnished = async (): Promise<House> => {
  const h = await house();
  village(h, "a-xa", "v1", "Xóm Mẫu");
  person(h, "a-xa", "p1", { name: "Lan", village: "v1" });
  adults(h, "a-xa", null, 100);
  h.db
    .prepare("INSERT INTO questions (commune, id, folded, text) VALUES ('a-xa','q1','cap lai so','cấp lại sổ ở đâu')")
    .run();
  h.db
    .prepare(
      "INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES ('a-xa','acc','web','chat','p1',0,0)",
    )
    .run();
  h.db
    .prepare(
      "INSERT INTO question_askers (commune, question, learner, account, channel, village, at) VALUES ('a-xa','q1','p1','acc','web','v1',?)",
    )
    .run(NOON);
  h.db
    .prepare(
      "INSERT INTO certificates (commune, code, learner, track, name, language, sample, issued_at) VALUES ('a-xa','GIAYMAU2','p1','co-ban','Lan','vi',0,?)",
    )
    .run(NOON);
  return h;
};

/** The forms of a page that are posted, with their fields as a browser would send them. */
const formsOf = (html: string): readonly Found[] =>
  [...html.matchAll(/<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].map(([, action = "", body = ""]) => ({
    action: action.replaceAll("&amp;", "&"),
    fields: [
      ...[...body.matchAll(/<(?:input|textarea)\b([^>]*)>/g)].flatMap(([, attributes = ""]) => fieldOf(attributes)),
      ...[...body.matchAll(/<select\b[^>]*name="([^"]+)".*?<\/select>/gs)].map(([select, name = ""]) => ({
        name,
        words: false,
        value: /<option value="([^"]+)"/.exec(select)?.[1] ?? "",
      })),
    ],
  }));

const fieldOf = (attributes: string): readonly Field[] => {
  const at = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
  const name = at("name");
  const type = at("type") ?? "text";
  if (name === null || type === "hidden") return [];
  return [{ name, words: !["checkbox", "radio", "number", "date", "time"].includes(type), value: at("value") ?? "" }];
};

/** What somebody would type who has nothing to hide. */
const filled = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, harmless[name] ?? value]));
const harmless: Readonly<Record<string, string>> = {
  name: "Xóm Đồng Mẫu",
  code: "XOM7",
  source: "Công an xã, báo cáo 12/BC-CAX ngày 30/6/2026",
  value: "7.431",
  as_of: "2026-06-30",
  label: "buổi họp 24/11",
  why: "in nhầm tên",
  words: "Bác ra bộ phận một cửa, giờ hành chính.",
  text: "cấp lại sổ",
  hotline: "0208 3822 123",
  counter: "0208 3822 124",
  police: "113",
  hours: "7h30-11h30, 13h30-17h00",
  says: "tại quầy 15.000 đồng",
  basis: "Nghị quyết 12/2024/NQ-HĐND",
  login: "can.bo.mau",
  days: "7",
  uses: "5",
};
