import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditGroups } from "../../src/desk/log-groups.ts";
import { logWords } from "../../src/desk/log-words.ts";
import { shortAddress } from "../../src/kit/short-address.ts";
import { type House, house, logIn, NOON, village } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
  village(h, "a-xa", "v1", "Xóm Cũ");
});
afterEach(() => h.close());

const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const row = (what: "ticket-taken" | "signature-refused", commune: string | null, at = NOON) =>
  h.deps.audit.note(
    what === "ticket-taken" ? { what, commune, about: "t1" } : { what, commune, after: { channel: "telegram" } },
    { who: "stranger", from: shortAddress("203.0.113.77"), at },
  );

test("an administrator sees who did what, when, from where, before and after", async () => {
  const b = await logIn(h, "administrator", "a-xa", "lan");
  await b.post("/desk/a-xa/xom/v1/ten", { name: "Xóm Mới" });
  const page = text((await b.get("/desk/a-xa/nhat-ky")).body);
  expect(page).toMatch(
    /Đổi tên thôn, xóm 14:05, 22\/11\/2026 Cán bộ mẫu lan v1 tên: Xóm Cũ tên: Xóm Mới 127\.0\.0\.0\/24/,
  );
  expect(page).toContain("Đăng nhập 14:05");
});

test("a command is named as it was typed, also where its name is a word for a role", async () => {
  h.deps.audit.note(
    { what: "command-run", commune: null, after: { verb: "staff" } },
    { who: "operator", from: null, at: NOON },
  );
  const b = await logIn(h, "administrator", null, "lan");
  expect(text((await b.get("/desk/a-xa/nhat-ky")).body)).toContain("lệnh: staff");
});

test.each(["overseer", "staff"] as const)("a %s sees no log: no page, no file, no way to it", async (role) => {
  const b = await logIn(h, role, "a-xa");
  expect((await b.get("/desk/a-xa/nhat-ky")).statusCode).toBe(403);
  expect((await b.get("/desk/a-xa/nhat-ky/tai/nhat-ky.csv")).statusCode).toBe(403);
  expect((await b.get("/desk/a-xa")).body).not.toContain("nhat-ky");
});

test("an administrator of one commune sees nothing of another, nor of the machine", async () => {
  row("ticket-taken", "b-xa");
  row("signature-refused", null);
  const one = await logIn(h, "administrator", "a-xa");
  const all = await logIn(h, "administrator", null);
  for (const url of ["/desk/a-xa/nhat-ky", "/desk/a-xa/nhat-ky/tai/nhat-ky.csv"]) {
    const [few, many] = [(await one.get(url)).body, (await all.get(url)).body];
    for (const words of ["Nhận yêu cầu gặp người", "sai chữ ký"]) {
      expect(few).not.toContain(words);
      expect(many).toContain(words);
    }
  }
});

describe("the filters", () => {
  let readers = 0;
  const rows = async (query: string) => {
    const b = await logIn(h, "administrator", null, `boss-${++readers}`);
    const page = await b.get(`/desk/a-xa/nhat-ky?${query}`);
    expect(page.statusCode).toBe(200);
    return [...page.body.matchAll(/<th scope="row">([^<]+)/g)].map((m) => m[1]);
  };
  test("by kind, by days, by words", async () => {
    row("ticket-taken", "a-xa", NOON - 3 * 86_400_000);
    row("signature-refused", "a-xa");
    expect(await rows("nhom=refused")).toEqual(["Tin của kênh sai chữ ký, đã chặn"]);
    expect(await rows("tu=2026-11-19&den=2026-11-19")).toEqual(["Nhận yêu cầu gặp người"]);
    expect(await rows("tim=telegram")).toEqual(["Tin của kênh sai chữ ký, đã chặn"]);
    expect(await rows("tim=%25_")).toEqual([]);
    expect(await rows("nhom=nothing&tu=31-31&truoc=x&tim=telegram")).toHaveLength(1);
  });
  test("by who, and page by page without losing or doubling a row", async () => {
    for (let n = 0; n < 120; n++) row("ticket-taken", "a-xa", NOON + n);
    const b = await logIn(h, "administrator", "a-xa", "lan");
    const seen: string[] = [];
    for (let url: string | undefined = "/desk/a-xa/nhat-ky?nhom=work"; url; ) {
      const page: string = (await b.get(url)).body;
      seen.push(...[...page.matchAll(/<tr><th scope="row">([^<]+)/g)].map((m) => m[1] ?? ""));
      url = /href="([^"]+truoc=\d+[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toHaveLength(120);
    const id = h.db.prepare("SELECT id FROM staff WHERE login = 'lan'").pluck().get();
    expect(text((await b.get(`/desk/a-xa/nhat-ky?ai=${id}`)).body)).not.toContain("Nhận yêu cầu");
  });
});

test("the file has every row with its hash, and no cell a spreadsheet would run", async () => {
  h.db.exec("UPDATE villages SET name = '=HYPERLINK(1)'");
  const b = await logIn(h, "administrator", "a-xa", "lan");
  await b.post("/desk/a-xa/xom/v1/ten", { name: "@SUM(1)" });
  const file = await b.get("/desk/a-xa/nhat-ky/tai/nhat-ky.csv");
  expect(file.headers["content-type"]).toContain("text/csv");
  expect(file.headers["cache-control"]).toBe("no-store");
  expect(file.body).toMatch(/[0-9a-f]{64}\r\n$/);
  expect(file.body).not.toMatch(/(^|;)"?[=+@-]/m);
  // That it was taken is a row itself.
  expect(text((await b.get("/desk/a-xa/nhat-ky")).body)).toContain("Tải tệp ra ngoài");
});

test("looking at people's words and names leaves one row a minute for each page", async () => {
  const b = await logIn(h, "staff", "a-xa", "lan");
  for (let n = 0; n < 5; n++)
    for (const page of ["/ho-tro", "/to", "/giay", "/chi-tieu"]) await b.get(`/desk/a-xa${page}`);
  h.deps.audit.flush();
  expect(
    h.db.prepare("SELECT what, after, times FROM security_log WHERE what LIKE '%-viewed' ORDER BY after").all(),
  ).toEqual([
    { what: "people-viewed", after: '{"page":"/giay","rows":null}', times: 5 },
    { what: "people-viewed", after: '{"page":"/to","rows":null}', times: 5 },
    { what: "tickets-viewed", after: '{"rows":0}', times: 5 },
  ]);
});

test("a setting that is changed says what was and what is, and only what changed", async () => {
  const b = await logIn(h, "staff", "a-xa", "lan");
  const save = (counter: string) =>
    b.post("/desk/a-xa/cai-dat/lien-he", { hotline: "0900 000 001", counter, police: "", hours: "" });
  await save("");
  await save("0900 000 002");
  const rows = h.db
    .prepare("SELECT before, after FROM security_log WHERE what = 'settings-changed' ORDER BY seq")
    .all();
  expect(rows[1]).toEqual({
    before: '{"contacts.counter":"null"}',
    after: '{"contacts.counter":"0900 000 002"}',
  });
});

test("every kind has words in both languages and stands in one group", () => {
  const grouped = Object.values(auditGroups).flat();
  expect(new Set(grouped).size).toBe(grouped.length);
  for (const language of ["vi", "en"] as const)
    expect(Object.keys(logWords(language).kinds).sort()).toEqual([...grouped].sort());
});
