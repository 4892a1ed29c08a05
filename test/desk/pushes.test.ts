import { describe, expect, onTestFinished, test } from "vitest";
import { pushCount, pushUnsent } from "../../src/desk/pushes.ts";
import { unsentWords } from "../../src/desk/unsent.ts";
import { seedCommunes } from "../../src/store/sqlite/cold/seed.ts";
import { house } from "../store/house.ts";
import { commune } from "./commune.ts";
import { deskOn, logIn } from "./house.ts";

const MINUTE = 60_000;

/** The real turns of a village with a team member `t`, and the desk over the same database. */
const town = async (...residents: string[]) => {
  const h = house();
  seedCommunes(h.store.db, [commune("xa-thu"), commune("xa-khac")]);
  h.store.db
    .prepare(
      "INSERT INTO invitations (commune, code, village, created_by, created_at, expires_at, uses_left) VALUES ('xa-thu','7K2P9XY4','v1','staff',0,?,5)",
    )
    .run(h.now + 1000);
  for (const chat of ["t", ...residents]) await h.resident(chat);
  await h.talk("t", "7K2P9XY4", "join", "menu");
  h.now += 30 * MINUTE;
  const desk = await deskOn(h.file, h);
  onTestFinished(desk.close);
  const pushes = () => desk.deps.store.pushes("xa-thu", { from: 0, to: h.now + 1 });
  const only = async () => (await pushes())[0] ?? expect.fail("no push");
  const message = (chat: string) =>
    Number(h.one("SELECT id FROM outbox WHERE chat = ? AND push IS NOT NULL ORDER BY id DESC", chat));
  const sent = (...chats: string[]) =>
    h.store.outbox.record(chats.map((c) => ({ id: message(c), as: "sent", at: h.now, externalId: c })));
  return { ...desk, h, pushes, only, message, sent, time: h };
};
type Town = Awaited<ReturnType<typeof town>>;

/** Every place somebody can be in; they must add up to `planned` at any moment. */
const places = async ({ only }: Town) => {
  const push = await only();
  const { sent, waiting, failed, skipped, cancelled, gone } = pushCount(push);
  expect(sent + waiting.all + failed.all + skipped + cancelled + gone).toBe(push.planned);
  return { sent, waiting: waiting.all, failed: failed.all, skipped, cancelled, gone };
};
const nowhere = { sent: 0, waiting: 0, failed: 0, skipped: 0, cancelled: 0, gone: 0 };

describe("a push", () => {
  test("is followed from the plan to the finished lesson, and its counts add up all the way", async () => {
    const t = await town("a", "b", "c", "d", "e", "f", "g", "done");
    const { h } = t;
    await h.talk("done", "lesson", "next", "right");
    await h.talk("t", "push");
    expect(await places(t)).toEqual({ ...nowhere, waiting: 7 });
    await h.talk("d", "dừng");
    await h.talk("e", "lesson", "next", "right");
    h.now += 30 * MINUTE;
    await h.timers.run();
    expect(await places(t)).toEqual({ ...nowhere, waiting: 5, skipped: 2 });
    await t.sent("a", "b", "c");
    await h.store.outbox.record([
      { id: t.message("f"), as: "failed", attempts: 1, reason: "SEND_REFUSED: chat not found" },
      { id: t.message("g"), as: "blocked", connection: "tg", chat: "g", at: h.now },
    ]);
    expect(await places(t)).toEqual({ ...nowhere, sent: 3, failed: 2, skipped: 2 });
    expect(pushUnsent(await t.only())).toEqual([
      { code: "SEND_BLOCKED", n: 1 },
      { code: "SEND_REFUSED", n: 1 },
    ]);
    const page = (await (await logIn(t, "staff", "xa-thu")).get("/desk/xa-thu/day-bai")).body;
    expect(page).toContain(unsentWords.SEND_REFUSED.helps.vi);
    expect(page).toContain(unsentWords.SEND_BLOCKED.helps.vi);
    expect(pushCount(await t.only()).silent).toBe(3);
    await h.talk("a", "open", "next", "right");
    await h.talk("b", "open");
    await h.talk("c", "later");
    h.now += MINUTE;
    await h.talk("c", "menu", "lesson", "next", "right"); // finished, but not through the push
    const push = await t.only();
    expect(push).toMatchObject({
      lesson: "one",
      village: "v1",
      opened: 2,
      finished: 1,
      declined: 1,
      stops: 0,
      status: "done",
    });
    expect(pushCount(push)).toMatchObject({
      silent: 0,
      failed: {
        why: [
          { reason: "refused", n: 1 },
          { reason: "blocked", n: 1 },
        ],
      },
    });
  });

  test("tells those who said stop from those we could not reach, and counts whoever erased everything", async () => {
    const t = await town("a", "b", "c");
    const { h } = t;
    await h.talk("t", "push");
    await h.talk("c", "menu", "erase");
    h.now += 30 * MINUTE;
    await h.timers.run();
    await h.talk("a", "dừng");
    expect(await places(t)).toEqual({ ...nowhere, waiting: 1, skipped: 1, gone: 1 });
    await h.store.outbox.record([
      { id: t.message("b"), as: "held", since: h.now, attempts: 1, reason: "SEND_WAITING: 7 days" },
    ]);
    expect(pushCount(await t.only()).waiting).toEqual({ turn: 0, queued: 0, held: 1, all: 1 });
  });

  test("that was stopped sends nothing more, keeps its sum, and is on record", async () => {
    const t = await town("a", "b", "c", "d");
    const { h } = t;
    await h.talk("t", "push");
    h.now += 70; // the turns of two have come
    await h.timers.run();
    const [first = "", second = ""] = h
      .all("SELECT chat FROM outbox WHERE push IS NOT NULL")
      .map((r) => String(r.chat));
    await t.sent(first);
    const { id } = await t.only();
    const by = { staff: "s1", at: h.now };
    expect(await t.deps.store.cancelPush("xa-khac", id, by)).toBe(false);
    expect(await places(t)).toEqual({ ...nowhere, sent: 1, waiting: 3 });
    expect(await t.deps.store.cancelPush("xa-thu", id, by)).toBe(true);
    expect(await places(t)).toEqual({ ...nowhere, sent: 1, cancelled: 3 });
    expect(await h.store.outbox.message(t.message(second))).toBeNull();
    h.now += 30 * MINUTE;
    expect(await h.timers.run()).toBe(0);
    expect(await places(t)).toEqual({ ...nowhere, sent: 1, cancelled: 3 });
    expect(await t.deps.store.cancelPush("xa-thu", id, by)).toBe(false);
    expect(h.all("SELECT who, what, about FROM security_log WHERE what = 'push-cancelled'")).toEqual([
      { who: "staff:s1", what: "push-cancelled", about: id },
    ]);
  });
});

describe("the page of pushes", () => {
  const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

  test("says how to push while nobody has", async () => {
    const t = await town();
    const page = await (await logIn(t, "overseer", "xa-thu")).get("/desk/xa-thu/day-bai");
    expect(text(page.body)).toContain("chọn “Việc của tôi”, rồi “Đẩy bài học”");
  });

  test("shows who sent what where, what came of it, and how it is counted; in English too", async () => {
    const t = await town("a", "b");
    await t.h.talk("t", "push");
    t.h.now += MINUTE;
    await t.h.timers.run();
    await t.sent("a");
    await t.h.talk("a", "open", "next", "right");
    const b = await logIn(t, "overseer", "xa-thu");
    const page = text((await b.get("/desk/xa-thu/day-bai")).body);
    // Who oversees sees how many, not who.
    expect(page).toContain("Xóm Một · Tổ công nghệ số");
    const staff = await logIn(t, "staff", "xa-thu");
    expect(text((await staff.get("/desk/xa-thu/day-bai")).body)).toContain(
      "Xóm Một · Thành viên không để tên (Tổ công nghệ số)",
    );
    expect(page).toContain("Trong 1 người đã gửi: 1 bấm Học ngay ( 1 học xong sau đó), 0 chưa muốn học");
    expect(page).toContain("1 đang gửi");
    expect(page).toContain("định gửi = đã gửi + đang chờ + không gửi được");
    expect(page).not.toContain("Dừng lần đẩy này"); // an overseer looks
    await b.get("/desk/ngon-ngu/en");
    expect(text((await b.get("/desk/xa-thu/day-bai")).body)).toContain("Of the 1 sent: 1 pressed Start now");
    expect(text((await b.get("/desk/xa-thu/day-bai?ky=2026-09")).body)).toContain("Nobody sent a lesson");
  });

  test("an officer stops one from it; a viewer and an officer of elsewhere cannot", async () => {
    const t = await town("a", "b");
    await t.h.talk("t", "push");
    const { id } = await t.only();
    const stop = (code: string) => `/desk/${code}/day-bai/${id}/dung`;
    expect((await (await logIn(t, "overseer", "xa-thu")).post(stop("xa-thu"))).statusCode).toBe(403);
    const elsewhere = await logIn(t, "staff", "xa-khac");
    expect((await elsewhere.post(stop("xa-thu"))).statusCode).toBe(404);
    expect((await elsewhere.post(stop("xa-khac"))).headers.location).toContain("bao=bad-gone");
    const b = await logIn(t, "staff", "xa-thu");
    expect((await b.get("/desk/xa-thu/day-bai")).body).toContain(stop("xa-thu"));
    expect((await b.post(stop("xa-thu"))).headers.location).toContain("bao=push-cancelled");
    const after = await b.get("/desk/xa-thu/day-bai?bao=push-cancelled");
    expect(text(after.body)).toContain("đã dừng 2");
    expect(after.body).not.toContain(stop("xa-thu"));
  });
});
