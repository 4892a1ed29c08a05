import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { type Edition, editionCode, editionHash } from "../../src/report/edition.ts";
import { adults, fact, type House, house, logIn, marked, NOON, village } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
  village(h, "a-xa", "v1", "Xóm 1");
  village(h, "a-xa", "v2", "Xóm 2");
  adults(h, "a-xa", null, 100, "2026-06-30");
  adults(h, "a-xa", "v1", 40, "2026-06-30");
  adults(h, "a-xa", "v2", 60, "2026-06-30");
  for (let n = 1; n <= 20; n += 1) learned(`p${n}`, n <= 18 ? "v1" : "v2");
});
afterEach(() => h.close());

const DAY = 86_400_000;
const learned = (learner: string, where: string | null, at = NOON - DAY) =>
  fact(h, "a-xa", { learner, village: where, what: "lesson-finished", ref: "bai-a", at });
/** Freezes what the page of that period shows, and answers with its code. */
const freeze = async (b: Awaited<ReturnType<typeof logIn>>, ky: string): Promise<string> => {
  const { body } = await b.get(`/desk/a-xa/bao-cao?ky=${ky}`);
  await b.post(`/desk/a-xa/bao-cao/chot?ky=${ky}`, { duty: duty().exec(body)?.[1] ?? "" });
  const rows = (await b.get(`/desk/a-xa/bao-cao?ky=${ky}`)).body.split("<tr").filter((row) => row.includes(`>${ky}<`));
  return codeIn(rows.join(""));
};
const plain = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const page = "/desk/a-xa/bao-cao?ky=2026-11";
const codeIn = (html: string): string => /kiem-bao-cao\/([0-9A-F]{16})/.exec(html)?.[1] ?? "";
const duty = () => /name="duty" value="([^"]*)"/;
const texts = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<textarea name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name = "", text = ""]) => [
      name,
      text.replace(/&quot;/g, '"').replace(/&amp;/g, "&"),
    ]),
  );

test("a report stands written: figures, villages behind, what the plan wants, and nothing filled in twice", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const words = plain((await b.get(page)).body);
  expect(words).toContain("BẢN NHÁP, CHƯA CHỐT");
  expect(words).toContain("Trong kỳ có thêm 20 người học xong ít nhất một bài");
  expect(words).toContain("20/100 người từ 16 tuổi (20,0%)");
  expect(words).toContain("Xóm 2 (3,3%)");
  expect(words).toMatch(/Đạt mốc 2025 Dưới mốc 2030 \(thiếu 40 người\)/);
});

test("words are changed, figures go on by themselves; frozen they stay, and a correction says what changed and why", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const first = (await b.get(page)).body;
  const form = {
    ...texts(first),
    duty: duty().exec(first)?.[1] ?? "",
    signer: "",
    next: "1. Mở lớp ở Xóm 2, [đã học] người.",
  };
  expect((await b.post("/desk/a-xa/bao-cao/luu?ky=2026-11", form)).statusCode).toBe(303);
  expect(plain((await b.get(page)).body)).toContain("1. Mở lớp ở Xóm 2, 20 người.");
  learned("p21", "v2");
  expect(plain((await b.get(page)).body)).toContain("1. Mở lớp ở Xóm 2, 21 người.");

  expect((await b.post("/desk/a-xa/bao-cao/chot?ky=2026-11", { duty: form.duty })).statusCode).toBe(303);
  const frozen = (await b.get(page)).body;
  const code = codeIn(frozen);
  const json = await b.get(`/desk/a-xa/bao-cao/tep/${code.toLowerCase()}.json`);
  const edition = JSON.parse(json.body) as Edition; // as it was frozen
  expect(editionCode(editionHash(edition))).toBe(code);
  expect(edition).toMatchObject({ number: 1, reason: null, differences: [] });
  expect(edition.report.figures.places[0].figures.reach.numerator).toBe(21);

  // Another person learns, a number is corrected: what is frozen stays, what is written now moves on.
  learned("p22", "v2");
  adults(h, "a-xa", null, 110, "2026-07-31");
  expect((await b.get(`/desk/a-xa/bao-cao/tep/${code}.json`)).body).toBe(json.body);
  const again = await b.post("/desk/a-xa/bao-cao/chot?ky=2026-11", { duty: form.duty, reason: "" });
  expect(again.statusCode).toBe(422);
  expect(again.body).toContain("Ghi vì sao cần bản mới");
  await b.post("/desk/a-xa/bao-cao/chot?ky=2026-11", { duty: form.duty, reason: "Công an xã sửa số dân." });
  const second = codeIn((await b.get(page)).body);
  const corrected = JSON.parse((await b.get(`/desk/a-xa/bao-cao/tep/${second}.json`)).body) as Edition; // as it was frozen
  expect(corrected).toMatchObject({ number: 2, reason: "Công an xã sửa số dân." });
  expect(corrected.differences).toContainEqual({ what: "Cả xã: đã học", before: "21", after: "22" });
  expect(corrected.differences).toContainEqual({ what: "Cả xã: dân từ 16 tuổi", before: "100", after: "110" });

  // Whoever holds the paper can ask: the first says that there is a newer one, and neither says anything of villages.
  const old = await h.app.inject(`/kiem-bao-cao/${code}`);
  expect(plain(old.body)).toContain("đã có bản 2 thay thế");
  const now = await h.app.inject(`/kiem-bao-cao/${second.toLowerCase().replace(/(.{4})/g, "$1-")}`);
  expect(plain(now.body)).toContain("có thật và là bản mới nhất");
  expect(now.body).not.toContain("Xóm");
  expect(() => h.db.exec("UPDATE report_editions SET edition = '{}'")).toThrow("never changed");
  expect(() => h.db.exec("DELETE FROM report_editions")).toThrow("never taken away");
});

test("who is erased later leaves a frozen report as it was; the next one follows the rule", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const given = duty().exec((await b.get(page)).body)?.[1] ?? "";
  await b.post("/desk/a-xa/bao-cao/chot?ky=2026-11", { duty: given });
  const code = codeIn((await b.get(page)).body);
  const before = (await b.get(`/desk/a-xa/bao-cao/tep/${code}.json`)).body;
  h.db.exec("DELETE FROM learning_events WHERE learner = 'p1'");
  expect((await b.get(`/desk/a-xa/bao-cao/tep/${code}.json`)).body).toBe(before);
  expect(plain((await b.get(page)).body)).toContain("19/100 người");
});

test("a name between brackets that is no figure comes back with the words that were typed", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const first = (await b.get(page)).body;
  const back = await b.post("/desk/a-xa/bao-cao/luu?ky=2026-11", {
    ...texts(first),
    duty: "",
    signer: "",
    results: "Có [bao nhiêu] người.",
  });
  expect(back.statusCode).toBe(422);
  expect(back.body).toContain("không phải tên một số liệu");
  expect(texts(back.body).results).toBe("Có [bao nhiêu] người.");
});

test("the draft and the frozen one are Word files; what is no file, or another commune's, is not there", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const given = duty().exec((await b.get(page)).body)?.[1] ?? "";
  const draft = await b.get(`/desk/a-xa/bao-cao/tep/nhap.${given || "khac"}.docx?ky=2026-11`);
  expect(draft.headers["content-disposition"]).toContain("bao-cao-nhap-a-xa-2026-11.docx");
  expect(Object.keys(unzipSync(draft.rawPayload))).toContain("word/document.xml");
  await b.post("/desk/a-xa/bao-cao/chot?ky=2026-11", { duty: given });
  const code = codeIn((await b.get(page)).body);
  expect(Object.keys(unzipSync((await b.get(`/desk/a-xa/bao-cao/tep/${code}.docx`)).rawPayload))).toContain(
    "word/document.xml",
  );
  for (const none of ["x", "nhap", `${code}.exe`, "0000000000000000.json", "..%2f.json", `${code.slice(0, 8)}.json`])
    expect((await b.get(`/desk/a-xa/bao-cao/tep/${none}`)).statusCode, none).toBe(404);
  const other = await logIn(h, "staff", "b-xa");
  expect((await other.get(`/desk/b-xa/bao-cao/tep/${code}.json`)).statusCode).toBe(404);
  expect((await h.app.inject("/kiem-bao-cao/0123456789ABCDEF")).statusCode).toBe(404);
  expect((await h.app.inject(`/kiem-bao-cao/${"x".repeat(80)}`)).statusCode).toBe(404);
});

test("without a login only figures of a whole period that had ended stand there, and none that hides a village is exact", async () => {
  const b = await logIn(h, "staff", "a-xa");
  // 18 in one village and 2 in another: their sum less the public "ít nhất 18" would be the two.
  const october = Date.parse("2026-10-07T05:00:00Z");
  h.db.exec("DELETE FROM learning_events");
  for (let n = 1; n <= 20; n += 1) learned(`p${n}`, n <= 18 ? "v1" : "v2", october);
  for (const ky of ["2026-10-01..2026-10-22", "2026-10-01..2026-10-31", "2026-11", "2026-q4", "2026"]) {
    const words = plain((await h.app.inject(`/kiem-bao-cao/${await freeze(b, ky)}`)).body);
    expect(words, ky).toContain("có thật và là bản mới nhất");
    expect(words, ky).toContain("Trang này chỉ đưa số liệu của tháng, quý");
    expect(words, ky).not.toMatch(/Người từ 16 tuổi đã học|\b(?:18|20)\b(?!\d|\/|, chốt)/);
  }
  const whole = plain((await h.app.inject(`/kiem-bao-cao/${await freeze(b, "2026-10")}`)).body);
  expect(whole).toContain("Người từ 16 tuổi đã học ít nhất 18 / 100");
  expect(whole).toContain("tờ giấy ghi nhiều hơn một chút là đúng");
  expect(whole).not.toMatch(/\b20 \//);
  // Where nobody is hidden the paper is compared with the very number.
  for (let n = 21; n <= 28; n += 1) learned(`p${n}`, n <= 23 ? "v2" : null, october);
  const b2 = await b.post("/desk/a-xa/bao-cao/chot?ky=2026-10", {
    duty: duty().exec((await b.get("/desk/a-xa/bao-cao?ky=2026-10")).body)?.[1] ?? "",
    reason: "thêm ba người",
  });
  expect(b2.statusCode).toBe(303);
  const exact = plain(
    (await h.app.inject(`/kiem-bao-cao/${codeIn((await b.get("/desk/a-xa/bao-cao?ky=2026-10")).body)}`)).body,
  );
  expect(exact).toContain("Người từ 16 tuổi đã học 28 / 100");
  expect(exact).toContain("Số khác nhau thì tờ giấy đã bị sửa");
});

test("a code is typed on a page of its own, and one that is unknown comes back to be typed again", async () => {
  const asked = await h.app.inject("/kiem-bao-cao?lang=en");
  expect([asked.statusCode, /<input[^>]+name="ma"/.test(asked.body)]).toEqual([200, true]);
  expect(asked.headers["x-robots-tag"]).toContain("noindex");
  const typed = await h.app.inject("/kiem-bao-cao?ma=%200123%204567-89ab%20CDEF&lang=en");
  expect([typed.statusCode, typed.headers.location]).toEqual([303, "/kiem-bao-cao/0123%204567-89ab%20CDEF?lang=en"]);
  const unknown = await h.app.inject("/kiem-bao-cao/0123%204567-89ab%20CDEF");
  expect(unknown.statusCode).toBe(404);
  expect(/<input[^>]+name="ma"[^>]*>/.exec(unknown.body)?.[0]).toContain('value="0123456789ABCDEF"');
  // An address can be sent around: no stranger's words stand on the commune's page.
  for (const words of ["g%E1%BB%8Di%200912345678", "%3Cb%3E", "x".repeat(90), "CAFE".repeat(20)]) {
    const { statusCode, body } = await h.app.inject(`/kiem-bao-cao/${words}`);
    expect([words, statusCode, /<input[^>]+name="ma"[^>]+value="[^"]/.test(body)]).toEqual([words, 404, false]);
  }
  for (const odd of ["?ma=a&ma=b", "?lang=a&lang=b", `?ma=${"%F0%9F%98%80".repeat(39)}a`])
    expect((await h.app.inject(`/kiem-bao-cao${odd}`)).statusCode, odd).toBeLessThan(400);
});

test("words that name a figure which is gone since are shown in the form they were written in", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const first = (await b.get(page)).body;
  const given = duty().exec(first)?.[1] ?? "";
  const kept: Record<string, string> = { ...texts(first), signer: "", next: "1. Thêm lớp cho [số làng] làng." };
  const by = { staff: "test", at: NOON, name: "Mẫu" };
  const clean = Object.fromEntries(Object.entries(kept).map(([id, text]) => [id, cleaned(text)]));
  await h.deps.store.saveReportDraft("a-xa", { period: "2026-11", duty: given }, clean, by);
  const back = await b.post("/desk/a-xa/bao-cao/chot?ky=2026-11", { duty: given });
  expect(marked(back)).toEqual({ next: expect.stringContaining("không phải tên một số liệu") });
  expect(texts(back.body)).toMatchObject({ next: kept.next, opening: kept.opening });
});

test("a text full of accents is kept whole or refused with how much is too much, never cut", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const first = (await b.get(page)).body;
  const save = (results: string, others = "") =>
    b.post("/desk/a-xa/bao-cao/luu?ky=2026-11", {
      ...Object.fromEntries(Object.entries(texts(first)).map(([id, text]) => [id, others || text])),
      office: "CHỦ TỊCH",
      signer: "",
      duty: "",
      results,
    });
  const dense = "Đề nghị hỗ trợ thiết bị để người cao tuổi tiếp tục học ở nhà văn hóa. ";
  // As much as the field lets somebody type, in every field at once, arrives to the last letter.
  const most = `${dense.repeat(99).slice(0, 2_496)} hết`;
  expect((await save(most, most)).statusCode).toBe(303);
  expect(texts((await b.get(`${page}&viec=`)).body)).toMatchObject({ results: most, closing: most });
  for (const [signs, said] of [
    ["ế".repeat(2_400), "bớt chừng 1067 chữ cái"],
    ["ﷺ".repeat(2_400), "bớt chừng 2178 chữ cái"],
    ["x".repeat(2_900), "nhiều nhất 2500 chữ cái"],
    ["x".repeat(9_000), "bớt chừng 5000 chữ cái"],
  ] as const) {
    const back = await save(signs);
    expect(marked(back)).toEqual({ results: expect.stringContaining(said) });
    // And what was typed stands there whole, to be shortened by whoever wrote it.
    expect(texts(back.body).results).toBe(signs);
  }
});

test("the security log says which edition left the house, and of what period", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const code = await freeze(b, "2026-10");
  for (const file of [`${code}.json`, `${code}.docx`, "nhap.khac.docx"])
    expect((await b.get(`/desk/a-xa/bao-cao/tep/${file}?ky=2026-11`)).statusCode, file).toBe(200);
  const rows = await h.deps.store.securityLog({ commune: "a-xa", kinds: ["exported"], most: 9 });
  expect(rows.map((row) => JSON.parse(row.after ?? "{}"))).toEqual([
    { page: "/bao-cao", form: "docx", period: "2026-11", rows: null },
    { page: "/bao-cao", form: "docx", period: "2026-10", number: 1, rows: null },
    { page: "/bao-cao", form: "json", period: "2026-10", number: 1, rows: null },
  ]);
});
