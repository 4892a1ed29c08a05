import { afterEach, beforeEach, expect, test } from "vitest";
import { dueForReview } from "../../src/content/topics.ts";
import { communes } from "../../src/store/sqlite/communes.ts";
import { type House, house, logIn, marked } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("a topic is due thirty days before its day and stays due after it", () => {
  const due = (today: string) => dueForReview(h.deps.topics, today).map((t) => [t.id, t.daysLeft]);
  expect(due("2026-11-09")).toEqual([]);
  expect(due("2026-11-10")).toEqual([["giay-mau", 30]]);
  expect(due("2026-12-11")).toEqual([["giay-mau", -1]]);
  expect(due("2027-06-01").map(([id]) => id)).toEqual(["giay-mau", "bai-a"]);
});

test("the page lists what is due by who answers for it, with its sources, the weakest first", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const page = (await b.get("/desk/a-xa/noi-dung")).body;
  const words = text(page);
  expect(words).toContain("Trung tâm phục vụ hành chính công 1 bài");
  expect(words).toContain("HD901 · Giấy mẫu");
  expect(words).toContain("10/12/2026, còn 18 ngày");
  expect(words).toContain("1 thấp, 1 cao");
  expect(words.indexOf("Báo mẫu")).toBeLessThan(words.indexOf("Văn bản mẫu"));
  expect(page).toContain('href="https://mau.example/a"');
  expect(words).not.toContain("BAI1 · Bài A"); // not due
  expect(words).toMatch(/Công an xã 1 22\/05\/2027/);
});

test("after its day it says how late, and the first page counts it; when nothing is due it says nothing", async () => {
  const b = await logIn(h, "overseer", "a-xa");
  expect(text((await b.get("/desk/a-xa")).body)).toContain("1 bài tới ngày rà soát trong 30 ngày");
  h.time.now = Date.parse("2026-12-20T03:00:00Z");
  const again = await logIn(h, "overseer", "a-xa", "muon");
  expect(text((await again.get("/desk/a-xa")).body)).toContain("1 bài đã quá ngày rà soát");
  expect(text((await again.get("/desk/a-xa/noi-dung")).body)).toContain("quá 10 ngày");
  h.time.now = Date.parse("2026-10-01T03:00:00Z");
  const before = await logIn(h, "overseer", "a-xa", "som");
  expect(text((await before.get("/desk/a-xa")).body)).not.toContain("rà soát trong 30 ngày");
  expect(text((await before.get("/desk/a-xa/noi-dung")).body)).toContain("Không có bài nào tới ngày rà soát");
});

const fee = { says: "nộp qua mạng 0 đồng, tại quầy 5.000 đồng.", basis: "nghị quyết mẫu số 1" };
const known = () => communes(h.db, "https://mau.example").get("a-xa").facts.fees;

test("a fee staff enter, with its document and the day, reaches the conversation; an empty one takes it away", async () => {
  const b = await logIn(h, "staff", "a-xa");
  expect(text((await b.get("/desk/a-xa/cai-dat")).body)).toContain("HD901 · Giấy mẫu: chưa điền");
  await b.post("/desk/a-xa/cai-dat/le-phi/giay-mau", fee);
  const entered = { says: "nộp qua mạng 0 đồng, tại quầy 5.000 đồng", basis: fee.basis, on: "2026-11-22" };
  expect(known()).toEqual({ "giay-mau": entered });
  expect(text((await b.get("/desk/a-xa/cai-dat")).body)).toContain(`HD901 · Giấy mẫu: ${entered.says}`);
  await b.post("/desk/a-xa/cai-dat/le-phi/giay-mau", { says: " ", basis: "" });
  expect(known()).toEqual({});
});

test("a sum without its document, a topic whose fee is nobody's here, and a viewer are refused", async () => {
  const b = await logIn(h, "staff", "a-xa");
  const bad = await b.post("/desk/a-xa/cai-dat/le-phi/giay-mau", { ...fee, basis: "" });
  expect(marked(bad)).toEqual({ basis: expect.stringContaining("văn bản") });
  expect((await b.post("/desk/a-xa/cai-dat/le-phi/bai-a", fee)).statusCode).toBe(404);
  expect((await b.post("/desk/a-xa/cai-dat/le-phi/__proto__", fee)).statusCode).toBe(404);
  const viewer = await logIn(h, "overseer", "a-xa", "xem");
  expect((await viewer.post("/desk/a-xa/cai-dat/le-phi/giay-mau", fee)).statusCode).toBe(403);
  expect(known()).toBeUndefined();
});
