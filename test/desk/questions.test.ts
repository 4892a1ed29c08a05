import { expect, onTestFinished, test } from "vitest";
import type { Message } from "../../src/channels/message.ts";
import { seedCommunes } from "../../src/store/sqlite/cold/seed.ts";
import { house, wordsOf } from "../store/house.ts";
import { commune } from "./commune.ts";
import { deskOn, logIn, marked } from "./house.ts";

/** The real turns of a commune where people asked, and the desk over the same database. */
const town = async () => {
  const h = house();
  seedCommunes(h.store.db, [commune("xa-thu"), commune("xa-khac")]);
  for (const chat of ["a", "b"]) {
    await h.resident(chat);
    await h.talk(chat, "máy cày hỏng gọi ai");
  }
  await h.talk("b", "đường làng bao giờ <b>sửa</b>");
  h.now += 3 * 24 * 3_600_000;
  const desk = await deskOn(h.file, h);
  onTestFinished(desk.close);
  const t = { ...desk, h, time: h };
  const id = (text: string) => String(h.one("SELECT id FROM questions WHERE text = ?", text));
  const audits = () =>
    h.all(
      "SELECT what, about, after FROM security_log WHERE what LIKE 'question%' OR what LIKE 'phrase%' ORDER BY what, seq",
    );
  return {
    ...t,
    id,
    audits,
    page: async (b: Browser, more = "") => text((await b.get(`/desk/xa-thu/cau-hoi${more}`)).body),
  };
};
type Browser = Awaited<ReturnType<typeof logIn>>;
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("the page shows what was asked, by how many, where from, and what the search would find", async () => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const html = (await b.get("/desk/xa-thu/cau-hoi")).body;
  const words = text(html);
  expect(words).toMatch(/máy cày hỏng gọi ai 2 người hỏi · Xóm Một, Telegram · hỏi lần đầu 3 ngày trước/);
  expect(words).toContain("gần nhất là: Giấy mẫu (18,0%)");
  expect(words.indexOf("máy cày")).toBeLessThan(words.indexOf("đường làng"));
  expect(html).not.toContain("<b>sửa</b>");
  expect(html).not.toContain("<textarea");
  expect((await b.get(`/desk/xa-thu/cau-hoi?cau=${t.id("máy cày hỏng gọi ai")}`)).body).toContain("<textarea");
  expect(words).toContain("2 câu chưa ai trả lời");
});

test("an answer goes to everybody who asked, in the lane that keeps quiet hours, and the words are gone", async () => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const id = t.id("máy cày hỏng gọi ai");
  const done = await b.post(`/desk/xa-thu/cau-hoi/${id}/tra-loi`, { words: "Bà con gọi hợp tác xã." });
  expect(done.headers.location).toContain("question-answered");
  expect(t.told).toEqual(["tg a", "tg b"]);
  const rows = t.h.all(
    "SELECT chat, priority, status, message FROM outbox WHERE message LIKE '%hợp tác xã%' ORDER BY id",
  );
  expect(rows).toMatchObject([
    { chat: "a", priority: 2, status: "queued" },
    { chat: "b", priority: 2, status: "queued" },
  ]);
  const message = JSON.parse(String(rows[0]?.message)) as Message; // written by the desk just now
  expect(message.purpose).toBe("reply");
  expect(wordsOf(message)).toBe("máy cày hỏng gọi ai → Bà con gọi hợp tác xã.");
  expect(t.h.all("SELECT text FROM questions").map((q) => q.text)).not.toContain("máy cày hỏng gọi ai");
  expect(t.audits()).toMatchObject([{ what: "question-answered", about: id, after: JSON.stringify({ told: 2 }) }]);
  expect((await b.post(`/desk/xa-thu/cau-hoi/${id}/tra-loi`, { words: "Lần nữa" })).headers.location).toContain(
    "bad-late",
  );
});

test.each([
  "Gửi mã OTP cho xã nhé",
  "Số căn cước của bác là bao nhiêu?",
])("an answer that asks for a secret is not sent: %s", async (words) => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const done = await b.post(`/desk/xa-thu/cau-hoi/${t.id("máy cày hỏng gọi ai")}/tra-loi`, { words });
  expect(marked(done)).toEqual({ words: expect.stringContaining("mã OTP") });
  expect(t.told).toEqual([]);
});

test("an answer that holds a secret is not sent", async () => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const words = "mật khẩu là hoa123456";
  const done = await b.post(`/desk/xa-thu/cau-hoi/${t.id("máy cày hỏng gọi ai")}/tra-loi`, { words });
  expect(done.statusCode).toBe(422);
  expect(t.told).toEqual([]);
});

test("attached to a topic the words are the commune's; they can be seen and taken back", async () => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const id = t.id("máy cày hỏng gọi ai");
  await b.post(`/desk/xa-thu/cau-hoi/${id}/gan`, { text: "Máy cày hỏng", topic: "guide:giay-mau", tell: "yes" });
  expect(t.h.store.facts("xa-thu").phrases).toEqual([{ text: "Máy cày hỏng", topic: "guide:giay-mau" }]);
  expect(t.told).toEqual(["tg a", "tg b"]);
  expect(await t.page(b)).toMatch(/Máy cày hỏng Giấy mẫu Cán bộ mẫu/);
  const phrase = String(t.h.one("SELECT id FROM phrases"));
  expect((await b.post(`/desk/xa-thu/cau-hoi/cum-tu/${phrase}/go`)).headers.location).toContain("phrase-removed");
  expect(t.h.store.facts("xa-thu").phrases).toEqual([]);
  expect(t.audits().map((a) => a.what)).toEqual(["phrase-added", "phrase-removed", "question-attached"]);
});

test("a topic that is not taught cannot be attached, and nobody is told when staff did not want it", async () => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const id = t.id("máy cày hỏng gọi ai");
  const form = { text: "Máy cày hỏng", topic: "guide:khong-co" };
  expect(Object.keys(marked(await b.post(`/desk/xa-thu/cau-hoi/${id}/gan`, form)))).toEqual(["topic"]);
  await b.post(`/desk/xa-thu/cau-hoi/${id}/gan`, { ...form, topic: "guide:giay-mau" });
  expect(t.told).toEqual([]);
});

test("dropped, a question leaves nothing but a line of audit", async () => {
  const t = await town();
  const b = await logIn(t, "staff", "xa-thu");
  const id = t.id("máy cày hỏng gọi ai");
  await b.post(`/desk/xa-thu/cau-hoi/${id}/bo`);
  expect(await t.page(b)).not.toContain("máy cày");
  expect(t.h.all("SELECT * FROM question_askers WHERE question = ?", id)).toEqual([]);
  expect(t.audits()).toMatchObject([{ what: "question-dismissed" }]);
});

test("an overseer sees and does nothing; another commune sees and touches nothing", async () => {
  const t = await town();
  const id = t.id("máy cày hỏng gọi ai");
  const viewer = await logIn(t, "overseer", "xa-thu");
  expect((await viewer.get("/desk/xa-thu/cau-hoi")).statusCode).toBe(403);
  expect((await viewer.post(`/desk/xa-thu/cau-hoi/${id}/bo`)).statusCode).toBe(403);
  const other = await logIn(t, "staff", "xa-khac");
  expect((await other.get("/desk/xa-thu/cau-hoi")).statusCode).toBe(404);
  expect((await other.post(`/desk/xa-khac/cau-hoi/${id}/bo`)).headers.location).toContain("bad-late");
  expect(t.h.one("SELECT count(*) FROM questions")).toBe(2);
});
