import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isSpokenCode } from "../../src/kit/spoken-code.ts";
import { startOfDay } from "../../src/kit/vietnam-time.ts";
import { terms } from "../../src/people/terms.ts";
import { adults, fact, type House, house, logIn, marked, NOON, person, village } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

const HOUR = 3_600_000;
const ticket = (id: string, more: { name?: string; village?: string; urgent?: 0 | 1; commune?: string } = {}) =>
  h.db
    .prepare(
      "INSERT INTO tickets (commune, id, account, name, village, topic, flow, state, urgent, status, created_at, updated_at) VALUES (?,?,'a',?,?,'bai-a','lesson:bai-a','s1',?,'open',?,?)",
    )
    .run(
      more.commune ?? "a-xa",
      id,
      more.name ?? "Bác Mẫu",
      more.village ?? null,
      more.urgent ?? 0,
      NOON - 3 * HOUR,
      NOON,
    );
const learned = (learner: string, where: string | null, passed = false) => {
  fact(h, "a-xa", { learner, village: where, what: "lesson-finished", ref: "bai-a", at: NOON - 24 * HOUR });
  if (passed)
    for (const ref of ["bai-a", "bai-b"])
      fact(h, "a-xa", {
        learner,
        village: where,
        what: "quiz-finished",
        ref,
        data: { passed: true },
        at: NOON - 24 * HOUR,
      });
};
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the overview", () => {
  test("shows what can be counted by hand", async () => {
    village(h, "a-xa", "v1", "Xóm 1");
    village(h, "a-xa", "v2", "Xóm 2");
    adults(h, "a-xa", null, 100, "2026-06-30");
    adults(h, "a-xa", "v1", 40, "2026-06-30");
    for (let n = 1; n <= 6; n++) learned(`p${n}`, "v1", n <= 2);
    for (let n = 7; n <= 9; n++) learned(`p${n}`, "v2");
    learned("p10", null);
    const page = (await (await logIn(h, "staff", "a-xa")).get("/desk/a-xa")).body;
    const words = text(page);
    expect(words).toContain("10,0% 10 / 100 người từ 16 tuổi Công an xã (mẫu), 30/06/2026");
    expect(words).toContain("2,0% 2 / 100 người từ 16 tuổi");
    expect(words).toMatch(/Xóm 1 40 6 15,0% 2 5,0%/); // 6 and 2 of 40
    expect(words).toMatch(/Xóm 2 – 3 – 0 –/); // no denominator, no percentage
    expect(words).toMatch(/Không rõ – 1 – 0 –/);
    expect(words).toContain("Cả xã 100 10 10,0% 2 2,0%");
    expect(words).toContain("từ đầu đến 14:05, 22/11/2026");
    expect(words).toContain("Dưới mốc 2030");
    expect(words).toMatch(/2030: 60%/);
    expect(words).toContain("hằng năm gửi HĐND xã: văn bản không ghi ngày hạn (Điều 4)");
    expect(words).not.toContain("Dữ liệu mẫu, không phải");
    expect(page).not.toMatch(/ style=|<script/);
  });

  test("an empty commune says what to do next and invents nothing", async () => {
    const words = text((await (await logIn(h, "staff", "a-xa")).get("/desk/a-xa")).body);
    expect(words).toContain("Chưa nhập số dân từ 16 tuổi");
    expect(words).toContain("Chưa có xóm nào trong danh sách");
    expect(words).toContain("Không ai đang chờ");
    expect(words).not.toMatch(/\d%\s+0 \//);
  });

  test("says that sample people are counted", async () => {
    person(h, "a-xa", "p1", { sample: 1 });
    learned("p1", null);
    expect((await (await logIn(h, "staff", "a-xa")).get("/desk/a-xa")).body).toContain(
      "Dữ liệu mẫu, không phải số thật của xã",
    );
  });

  test("an earlier period is counted to its own end", async () => {
    fact(h, "a-xa", { learner: "p1", what: "lesson-finished", ref: "bai-a", at: startOfDay("2026-10-31") ?? 0 });
    learned("p2", null);
    const words = text((await (await logIn(h, "staff", "a-xa")).get("/desk/a-xa?ky=2026-10")).body);
    expect(words).toContain("đến hết ngày 31/10/2026");
    expect(words).toContain("Cả xã – 1 – 0 –");
  });

  test("escapes hostile names", async () => {
    ticket("t1", { name: `<img src=x onerror="alert(1)">` });
    village(h, "a-xa", "v1", `"><script>alert(2)</script>`);
    const b = await logIn(h, "administrator", null);
    for (const path of ["", "/ho-tro", "/xom", "/so-lieu", "/to"]) {
      const { body } = await b.get(`/desk/a-xa${path}`);
      expect(body).not.toContain("<script");
      expect(body).not.toContain("<img");
    }
  });

  test("every page answers in both languages, for everybody who may look", async () => {
    const b = await logIn(h, "staff", "a-xa");
    for (const language of ["vi", "en"]) {
      await b.get(`/desk/ngon-ngu/${language}`);
      for (const path of [
        "",
        "/chi-tieu",
        "/chi-tieu?loc=tat-ca",
        "/ho-tro",
        "/cau-hoi",
        "/xom",
        "/so-lieu",
        "/to",
        "/giay",
        "/cai-dat",
      ]) {
        const page = await b.get(`/desk/a-xa${path}`);
        expect(page.statusCode).toBe(200);
        expect(page.body).toContain(`<html lang="${language}"`);
      }
    }
  });
});

describe("walls", () => {
  test("an officer of one commune finds no other: no page, no form", async () => {
    ticket("t1", { commune: "b-xa" });
    const b = await logIn(h, "staff", "a-xa");
    expect((await b.get("/desk/b-xa")).statusCode).toBe(404);
    expect((await b.get("/desk/khong-co")).statusCode).toBe(404);
    expect((await b.post("/desk/b-xa/ho-tro/t1/nhan")).statusCode).toBe(404);
    // Neither through an id of the other commune on their own pages.
    await b.post("/desk/a-xa/ho-tro/t1/nhan");
    expect(h.db.prepare("SELECT status FROM tickets").pluck().get()).toBe("open");
    expect((await b.get("/desk/a-xa")).body).not.toContain("Mẫu b-xa");
  });

  test("a viewer writes nothing, an officer adds no users, an admin of one commune rules over no other", async () => {
    ticket("t1");
    const viewer = await logIn(h, "overseer", "a-xa");
    expect((await viewer.post("/desk/a-xa/ho-tro/t1/nhan")).statusCode).toBe(403);
    const officer = await logIn(h, "staff", "a-xa");
    expect(
      (await officer.post("/desk/a-xa/cai-dat/nguoi", { name: "X", login: "xxx", role: "administrator" })).statusCode,
    ).toBe(403);
    const chief = await logIn(h, "administrator", null);
    const chiefId = String(h.db.prepare("SELECT id FROM staff WHERE login = 'administrator-all'").pluck().get());
    const local = await logIn(h, "administrator", "a-xa");
    await local.post(`/desk/a-xa/cai-dat/nguoi/${chiefId}/duong-dan`);
    await local.post(`/desk/a-xa/cai-dat/nguoi/${chiefId}/bo`);
    expect((await chief.get("/desk/a-xa")).statusCode).toBe(200);
  });

  test("no form without the token of the session, and strangers are sent to the login", async () => {
    ticket("t1");
    const b = await logIn(h, "staff", "a-xa");
    expect((await b.post("/desk/a-xa/ho-tro/t1/nhan", {}, "made-up")).statusCode).toBe(403);
    const other = await logIn(h, "staff", "a-xa", "khac");
    const stolen = /name="csrf" value="([^"]+)"/.exec((await other.get("/desk/a-xa/ho-tro")).body)?.[1] ?? "";
    expect((await b.post("/desk/a-xa/ho-tro/t1/nhan", {}, stolen)).statusCode).toBe(403);
    expect(h.db.prepare("SELECT status FROM tickets").pluck().get()).toBe("open");
    expect((await h.app.inject({ url: "/desk/a-xa" })).headers.location).toBe("/desk/dang-nhap");
  });
});

describe("work", () => {
  test("a ticket is taken once, shows who, is done, and leaves its lines of audit", async () => {
    ticket("t1");
    const [a, b] = [await logIn(h, "staff", "a-xa", "lan"), await logIn(h, "staff", "a-xa", "hoa")];
    expect((await a.post("/desk/a-xa/ho-tro/t1/nhan")).headers.location).toMatch(
      /^\/desk\/a-xa\/ho-tro\?.*bao=ticket-taken/,
    );
    expect((await b.post("/desk/a-xa/ho-tro/t1/nhan")).headers.location).toContain("bao=bad-late");
    expect((await b.get("/desk/a-xa")).body).toContain("Cán bộ mẫu lan đã nhận");
    // Back to the list one works through, not to the first page.
    expect((await a.post("/desk/a-xa/ho-tro/t1/xong", { result: "done" })).headers.location).toMatch(
      /^\/desk\/a-xa\/ho-tro\?/,
    );
    expect((await a.get("/desk/a-xa")).body).toContain("Không ai đang chờ");
    expect(
      h.db
        .prepare(
          "SELECT what FROM security_log WHERE commune = 'a-xa' AND what IN ('ticket-taken', 'ticket-done') ORDER BY seq DESC",
        )
        .pluck()
        .all(),
    ).toEqual(["ticket-done", "ticket-taken"]);
  });

  test("staff writes into the chat of whoever asked, hands on, closes with a result; what a member writes stays between the two", async () => {
    person(h, "a-xa", "p9", { name: "Hoa" });
    h.db.exec(`INSERT INTO accounts (commune,id,connection,chat,learner,created_at,seen_at) VALUES ('a-xa','acc9','web','c9','p9',0,0);
      INSERT INTO account_learners (commune,account,learner,since) VALUES ('a-xa','acc9','p9',0);
      INSERT INTO tickets (commune,id,learner,account,name,topic,flow,state,urgent,status,climbed,created_at,updated_at)
        VALUES ('a-xa','t9','p9','acc9','Hoa','help','lesson:bai-a','s1',0,'open',2,0,0)`);
    const timers = () => h.db.prepare("SELECT id FROM timers WHERE token = 't9' ORDER BY id").pluck().all();
    const b = await logIn(h, "staff", "a-xa", "tra-loi");
    expect((await b.get("/desk/a-xa/ho-tro")).body).toContain("Lâu rồi chưa ai nhận");
    expect((await b.post("/desk/a-xa/ho-tro/t9/nhan-tin", { words: "mật khẩu là Hoa@12345" })).statusCode).toBe(422);
    await b.post("/desk/a-xa/ho-tro/t9/nhan-tin", { words: "Bác mở máy chưa?" });
    expect(timers()).toEqual(["ticket:t9:words:asker"]);
    h.db.exec(
      "INSERT INTO ticket_words (commune,ticket,n,side,text,at) VALUES ('a-xa','t9',2,'asker','mở rồi cháu',1)",
    );
    const page = (await b.get("/desk/a-xa/ho-tro")).body;
    expect(page).toMatch(/Bác mở máy chưa\?[\s\S]*Hoa: mở rồi cháu/);
    await b.post("/desk/a-xa/ho-tro/t9/chuyen");
    expect(h.db.prepare("SELECT status, climbed, taken_by FROM tickets WHERE id = 't9'").get()).toEqual({
      status: "open",
      climbed: 0,
      taken_by: null,
    });
    expect(h.db.prepare("SELECT count(*) FROM ticket_words").pluck().get()).toBe(0);
    expect(timers()).toEqual(["ticket-news:t9", "ticket:t9:climb"]);
    h.db.exec(`UPDATE tickets SET status = 'taken', taken_by = 'Tâm', taken_learner = 'm' WHERE id = 't9';
      INSERT INTO ticket_words (commune,ticket,n,side,text,at) VALUES ('a-xa','t9',1,'asker','chỉ nói với Tâm',1)`);
    expect((await b.get("/desk/a-xa/ho-tro")).body).not.toContain("chỉ nói với Tâm");
    expect((await b.post("/desk/a-xa/ho-tro/t9/nhan-tin", { words: "x" })).headers.location).toContain("bad-late");
    await b.post("/desk/a-xa/ho-tro/t9/xong", { result: "unreached" });
    expect((await b.get("/desk/a-xa/ho-tro")).body).toContain("Không liên lạc được: 1");
  });

  test("a denominator is added, never overwritten, and used at once", async () => {
    learned("p1", null);
    const b = await logIn(h, "staff", "a-xa");
    const enter = (value: string, as_of: string) =>
      b.post("/desk/a-xa/so-lieu/them", { population: "adults", village: "", value, as_of, source: "Công an xã" });
    await enter("6.480", "2026-06-30");
    await enter("50", "2026-10-31");
    expect(h.db.prepare("SELECT value FROM denominators ORDER BY as_of").pluck().all()).toEqual([6480, 50]);
    expect(text((await b.get("/desk/a-xa")).body)).toContain("2,0% 1 / 50 người");
    expect(marked(await enter("70", "2027-01-01"))).toEqual({ as_of: expect.stringContaining("chưa tới") });
    for (const bad of ["", "0", "-5", "1e9", "abc", "999999999"])
      expect(Object.keys(marked(await enter(bad, "2026-10-31")))).toEqual(["value"]);
    expect(h.db.prepare("SELECT count(*) FROM denominators").pluck().get()).toBe(2);
  });

  test("villages: a code is unique, also against lessons and removed ones", async () => {
    const b = await logIn(h, "staff", "a-xa");
    const add = (name: string, code: string) => b.post("/desk/a-xa/xom/them", { name, code });
    expect((await add("Xóm 3", "xom3")).headers.location).toContain("village-added");
    const id = String(h.db.prepare("SELECT id FROM villages").pluck().get());
    expect((await b.get("/desk/a-xa/xom")).body).toContain("http://localhost:3000/chat?commune=a-xa&amp;code=XOM3");
    await b.post(`/desk/a-xa/xom/${id}/ten`, { name: "Xóm Ba" });
    await b.post(`/desk/a-xa/xom/${id}/bo`);
    expect((await b.get("/desk/a-xa/xom")).body).not.toContain("Xóm Ba");
    expect(marked(await add("Xóm mới", "XOM3"))).toEqual({ code: expect.stringContaining("dùng mã này") });
    expect(marked(await add("Xóm bài", "BAI1"))).toEqual({ code: expect.stringContaining("dùng mã này") });
    expect(marked(await add("Xóm số", "so1"))).toEqual({ code: expect.stringContaining("chọn một số") });
    h.db.prepare("INSERT INTO villages (commune, id, name, code) VALUES ('a-xa', 'so', 'Xóm số', 'SO1')").run();
    expect((await b.get("/desk/a-xa/xom")).body).toContain("hiểu là một số hoặc một lệnh");
    expect(marked(await add("Xóm", "không phải mã"))).toEqual({ code: expect.stringContaining("XOM3") });
  });

  test("an invitation's code is shown once, to who made it; the page lists it without, and withdraws it", async () => {
    const b = await logIn(h, "staff", "a-xa");
    const made = await b.post("/desk/a-xa/to/moi", { label: "Chị Mẫu", village: "", days: "7", uses: "2" });
    const row = h.db.prepare("SELECT * FROM invitations").get();
    expect(row).toMatchObject({ village: null, uses_left: 2, expires_at: NOON + 7 * 24 * HOUR });
    const code = /MOI <b class="link">([A-Z2-9 ]{14})<\/b>/.exec(made.body)?.[1] ?? "";
    expect(isSpokenCode(code.replaceAll(" ", ""))).toBe(true);
    expect(made.headers["cache-control"]).toContain("no-store");
    expect(JSON.stringify(row)).not.toContain(code.replaceAll(" ", ""));
    const page = (await b.get("/desk/a-xa/to")).body;
    expect(page).not.toContain(code);
    for (const told of ["Chị Mẫu", "Cán bộ mẫu staff-a-xa", "29/11/2026"]) expect(page).toContain(told);
    const id = /to\/moi\/([^/"]+)\/bo/.exec(page)?.[1];
    expect((await b.post(`/desk/a-xa/to/moi/${id}/bo`)).headers.location).toContain("invitation-withdrawn");
    expect((await b.post(`/desk/a-xa/to/moi/${id}/bo`)).headers.location).toContain("bad-gone");
    expect(h.db.prepare("SELECT count(*) FROM invitations").pluck().get()).toBe(0);
    const nowhere = await b.post("/desk/a-xa/to/moi", { village: "no-such", days: "7", uses: "2" });
    expect(marked(nowhere)).toEqual({ village: expect.stringContaining("không có trong danh sách") });
  });

  test("a member put out of the team can no longer act for it", async () => {
    person(h, "a-xa", "p1", { name: "Chị Mẫu" });
    h.db.exec("UPDATE learners SET role = 'team'; INSERT INTO team_members VALUES ('a-xa','p1',NULL,0,NULL)");
    const b = await logIn(h, "staff", "a-xa");
    expect((await b.get("/desk/a-xa/to")).body).toContain("Chị Mẫu");
    await b.post("/desk/a-xa/to/p1/bo");
    // The role is read from the place in the team, so a place that was taken back is no role.
    expect(h.db.prepare("SELECT removed_at FROM team_members").pluck().get()).not.toBeNull();
    expect((await b.get("/desk/a-xa/to")).body).not.toContain("Chị Mẫu");
  });

  test("settings show how long everything is kept, as the public page says it", async () => {
    const b = await logIn(h, "staff", "a-xa");
    const { body } = await b.get("/desk/a-xa/cai-dat");
    for (const { what, then } of Object.values(terms)) {
      expect(body).toContain(what.vi);
      expect(body).toContain(then.vi);
    }
    expect(body).toContain('href="/rieng-tu?lang=vi"');
  });

  test("settings keep each other, and refuse half a span and a wrong number", async () => {
    const b = await logIn(h, "staff", "a-xa");
    await b.post("/desk/a-xa/cai-dat/gio", { from0: "20:00", to0: "07:00", from1: "", to1: "" });
    await b.post("/desk/a-xa/cai-dat/lien-he", {
      hotline: "",
      counter: "0912 345 678",
      police: "",
      hours: " Thứ hai, 7 giờ ",
    });
    const saved = () =>
      JSON.parse(String(h.db.prepare("SELECT settings FROM communes WHERE code = 'a-xa'").pluck().get()));
    expect(saved()).toEqual({
      quiet_hours: [{ from: "20:00", to: "07:00" }],
      contacts: { hotline: null, counter: "0912 345 678", police: null, hours: "Thứ hai, 7 giờ" },
    });
    const half = await b.post("/desk/a-xa/cai-dat/gio", { from0: "20:00", to0: "", from1: "", to1: "" });
    expect(marked(half)).toEqual({ to0: expect.stringContaining("để trống cả hai") });
    const wrong = await b.post("/desk/a-xa/cai-dat/lien-he", { hotline: "gọi tôi", counter: "", police: "" });
    expect(marked(wrong)).toEqual({ hotline: expect.stringContaining("số điện thoại") });
    expect(saved().quiet_hours).toHaveLength(1);
  });

  test("a new user gets a link shown once, for this commune only", async () => {
    const b = await logIn(h, "administrator", null);
    await b.get("/desk/a-xa/cai-dat");
    const made = await b.post("/desk/a-xa/cai-dat/nguoi", { name: "Lê Thị Mẫu", login: "Mau", role: "staff" });
    const link = /http:\/\/localhost:3000(\/desk\/vao\/[\w-]+)/.exec(made.body)?.[1] ?? "";
    expect((await h.app.inject({ url: link })).body).toContain("Lê Thị Mẫu");
    expect((await b.get("/desk/a-xa/cai-dat")).body).not.toContain(link);
    expect(h.db.prepare("SELECT commune, role FROM staff WHERE login = 'mau'").get()).toEqual({
      commune: "a-xa",
      role: "staff",
    });
    const again = await b.post("/desk/a-xa/cai-dat/nguoi", { name: "Khác", login: "mau", role: "staff" });
    expect(marked(again)).toEqual({ login: expect.stringContaining("đã có người dùng") });
  });

  test("targets stand word for word, with the places that disagree", async () => {
    const b = await logIn(h, "staff", "a-xa");
    const words = text((await b.get("/desk/a-xa/chi-tieu?loc=tat-ca")).body);
    expect(words).toContain("Đạt 95% có VNeID");
    expect(words).toMatch(/Hai nơi ghi khác nhau Mục I đạt 20% Phụ lục đạt 25% Máy đang hiểu: Dùng số của phụ lục/);
    expect(words).toContain("đã qua");
    expect(text((await b.get("/desk/a-xa/chi-tieu")).body)).not.toContain("Đạt 20% người");
  });
});
