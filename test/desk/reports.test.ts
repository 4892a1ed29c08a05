import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Edition, editionCode, editionHash } from "../../src/report/edition.ts";
import { adults, fact, type House, house, logIn, NOON, village } from "./house.ts";

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
const learned = (learner: string, where: string) =>
  fact(h, "a-xa", { learner, village: where, what: "lesson-finished", ref: "bai-a", at: NOON - DAY });
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
  expect(plain((await h.app.inject(`/kiem-bao-cao/${code}`)).body)).toContain("20 / 100");
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
