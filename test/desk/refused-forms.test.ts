import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allForms, type Form, filled, formsOf, furnished } from "./forms.ts";
import { attributes, type House, logIn, marked } from "./house.ts";

// Whoever is refused at a form has typed all of it: what was right stands there again, and the one wrong field says why.

type Desk = { readonly h: House; readonly b: Awaited<ReturnType<typeof logIn>>; readonly forms: readonly Form[] };
const fresh = async (): Promise<Desk> => {
  const h = await furnished();
  const b = await logIn(h, "administrator", "a-xa");
  return { h, b, forms: (await allForms(b)).filter((form) => form.fields.length > 0) };
};
let desk: Desk;
beforeAll(async () => {
  desk = await fresh();
});
afterAll(() => desk.h.close());

const own: Readonly<Record<string, string>> = {
  old: "một câu thật dài",
  password: "bốn con vịt bơi qua cầu",
  again: "bốn con vịt bơi qua cầu",
  code: "123456",
};

/** Posts a form with one field replaced. */
const send = async (form: Form, name: string, value: string | readonly string[]) => {
  // Guesses at one's own password are slowed; this is about forms.
  desk.h.time.now += 16 * 60_000;
  const typed = { ...filled(form.fields), ...(form.action.includes("/tai-khoan/") ? own : {}) };
  // A new password is typed twice; only one that differs from itself is the second field's fault.
  if (name === "password" && typeof value === "string") typed.again = value;
  const lines = Object.entries(typed).flatMap(([k, v]) => (k === name ? [value].flat().map((x) => [k, x]) : [[k, v]]));
  const answer = await desk.b.post(
    form.action,
    lines.filter((l): l is [string, string] => l.length === 2),
  );
  return { answer, typed };
};

/** And says what became of it. What was accepted gets a desk of its own. */
const post = async (form: Form, name: string, value: string | readonly string[]): Promise<"accepted" | "refused"> => {
  const { answer, typed } = await send(form, name, value);
  if (answer.statusCode === 303 || answer.statusCode === 200) {
    // A report is written and frozen again and again; every other form may have used up what it is about.
    if (form.action.includes("/bao-cao/")) return "accepted";
    await desk.h.close();
    desk = await fresh();
    return "accepted";
  }
  const said = marked(answer);
  expect([form.action, name, value, said]).toEqual([
    form.action,
    name,
    value,
    { [name]: expect.stringMatching(/^“.+”: ./) },
  ]);
  expect(answer.body).toMatch(
    new RegExp(String.raw`<(input|select|textarea)\b${attributes} aria-invalid="true"${attributes}\bautofocus\b`),
  );
  const back = formsOf(answer.body).find(({ action }) => action.split("?")[0] === form.action.split("?")[0]);
  const itself = back?.fields.find((f) => f.name === name);
  // The very text, to be shortened or mended; what nobody may keep does not come back.
  if (itself?.words && !itself.secret && typeof value === "string" && /^(?:x|ế)+$/.test(value))
    expect([form.action, name, itself.value]).toEqual([form.action, name, value]);
  for (const field of form.fields.filter((f) => f.name !== name)) {
    const kept = back?.fields.find((f) => f.name === field.name);
    expect([form.action, field.name, kept?.value]).toEqual([
      form.action,
      field.name,
      field.secret ? "" : typed[field.name],
    ]);
  }
  return "refused";
};

test("every form of the desk is among them", () => {
  expect([...new Set(desk.forms.map(({ action }) => action.split("?")[0]?.replace("/desk/a-xa", "")))].sort()).toEqual([
    "/bao-cao/chot",
    "/bao-cao/luu",
    "/cai-dat/gio",
    "/cai-dat/le-phi/giay-mau",
    "/cai-dat/lien-he",
    "/cai-dat/nguoi",
    "/cau-hoi/q1/gan",
    "/cau-hoi/q1/tra-loi",
    "/giay/GIAYMAU2/thu-hoi",
    "/ho-tro/t1/nhan-tin",
    "/so-lieu/them",
    "/tai-khoan/ma-du-phong",
    "/tai-khoan/ma/bo",
    "/tai-khoan/mat-khau",
    "/to/moi",
    "/xom/them",
    "/xom/v1/ten",
  ]);
});

describe("rubbish in one field is refused, that field is named, the others are kept", () => {
  test("far too long, not of the list, or sent twice", async () => {
    for (const form of desk.forms)
      for (const { name, options } of form.fields) {
        const never = options ? "nothing of the list" : "x".repeat(4_500);
        expect([form.action, name, await post(form, name, never)]).toEqual([form.action, name, "refused"]);
        // Few letters and much to look at: cut, it would be short enough.
        expect([form.action, name, await post(form, name, "ế".repeat(2_900))]).toEqual([form.action, name, "refused"]);
        expect([form.action, name, await post(form, name, ["a", "b"])]).toEqual([form.action, name, "refused"]);
      }
  });

  test("one letter more than the page lets somebody type, and the page says the same number", async () => {
    const counted: string[] = [];
    for (const form of desk.forms)
      for (const { name, max } of form.fields.filter((f) => f.words && f.max !== null)) {
        const { answer } = await send(form, name, "a".repeat((max ?? 0) + 1));
        const said = marked(answer);
        expect([form.action, name, said]).toEqual([form.action, name, { [name]: expect.any(String) }]);
        const most = typeof said === "object" ? /nhiều nhất (\d+) chữ cái/.exec(said[name] ?? "")?.[1] : undefined;
        if (most !== undefined) counted.push(`${form.action} ${name} ${most} ${max}`);
      }
    expect(counted.filter((line) => !/ (\d+) \1$/.test(line))).toEqual([]);
    expect(counted.length).toBeGreaterThan(15);
  });

  test("signs that end a tag or a value", async () => {
    for (const form of desk.forms)
      for (const { name } of form.fields) for (const signs of ["<b>", `">`, "a>b"]) await post(form, name, signs);
  });

  test("anything at all", async () => {
    const anything = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom("", " ", "\u0000", "-1", "1e9", "1234.5", "31/02/2026", "25:00", "=1+1", "<b>", "__proto__"),
    );
    const any = fc.nat().chain((at) => fc.tuple(fc.constant(at), fc.nat(), anything));
    await fc.assert(
      fc.asyncProperty(any, async ([at, of, text]) => {
        const form = desk.forms[at % desk.forms.length];
        const field = form?.fields[of % form.fields.length];
        if (form && field) await post(form, field.name, text);
      }),
      { numRuns: 80 },
    );
  });
});
