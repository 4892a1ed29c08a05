import { hash } from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleaned } from "../../../src/people/clean.ts";
import { browser, codeOf, type House, house, logIn, marked, setUpSecondFactor } from "../house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

const words = "một câu thật dài";
type Browser = ReturnType<typeof browser>;
const at = (b: Browser, login: string, password: string) => b.post("/desk/dang-nhap", { login, password });
/** A browser standing on the login page. */
const fresh = async (): Promise<Browser> => {
  const b = browser(h.app);
  await b.get("/desk/dang-nhap");
  return b;
};
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const log = (what: string) =>
  h.db.prepare("SELECT who, origin, about, after, times FROM security_log WHERE what = ? ORDER BY seq").all(what);
const staffId = (login: string) => h.db.prepare("SELECT id FROM staff WHERE login = ?").pluck().get(login);

describe("guessing a password", () => {
  test("sixty guesses at once: five are checked, the right one among the rest gets nobody in", async () => {
    await logIn(h, "staff", "a-xa", "lan");
    const b = await fresh();
    const guesses = Array.from({ length: 60 }, (_, n) => at(b, "lan", n === 59 ? words : `sai ${n}`));
    const answers = (await Promise.all(guesses)).map((a) => a.statusCode);
    expect(answers.filter((s) => s === 403)).toHaveLength(5);
    expect(answers.filter((s) => s === 429)).toHaveLength(55);
  });

  test("the wait is said in seconds, and it ends", async () => {
    await logIn(h, "staff", "a-xa", "lan");
    const b = await fresh();
    for (let n = 0; n < 5; n++) await at(b, "lan", "sai");
    const slowed = await at(b, "lan", words);
    expect(slowed.statusCode).toBe(429);
    expect(text(slowed.body)).toContain("Đợi 5 giây");
    h.time.now += Number(slowed.headers["retry-after"]) * 1_000;
    expect((await at(b, "lan", words)).statusCode).toBe(303);
  });

  test("strangers cannot shut out somebody by name: not from another address, not on a browser they use", async () => {
    const owner = await logIn(h, "staff", "a-xa", "lan");
    const stranger = await fresh();
    for (let n = 0; n < 20; n++) {
      await at(stranger, "lan", "sai");
      h.time.now += 1_000;
    }
    await owner.post("/desk/dang-xuat");
    await owner.get("/desk/dang-nhap");
    // The same address as the stranger, as behind one router of the office: the browser is known.
    expect((await at(owner, "lan", words)).statusCode).toBe(303);
  });

  test("an unknown login answers like a known one, and what was typed is nowhere in the log", async () => {
    await logIn(h, "staff", "a-xa", "lan");
    const b = await fresh();
    const known = await at(b, "lan", "sai");
    const unknown = await at(b, "mat-khau-cua-toi", "sai");
    expect(unknown.body).toBe(known.body);
    h.deps.audit.flush();
    expect(log("sign-in-failed")).toEqual([
      { who: "stranger", origin: "127.0.0.0/24", about: staffId("lan"), after: '{"why":"password"}', times: 1 },
      { who: "stranger", origin: "127.0.0.0/24", about: null, after: '{"why":"login"}', times: 1 },
    ]);
    expect(JSON.stringify(h.db.prepare("SELECT * FROM security_log").all())).not.toContain("mat-khau-cua-toi");
  });

  test("a hash of an earlier version lets its owner in, however their machine writes Vietnamese", async () => {
    await logIn(h, "staff", "a-xa", "lan");
    h.db.prepare("UPDATE staff SET password = ?").run(await hash(words.normalize("NFD")));
    for (const form of ["NFC", "NFD", "NFKC"] as const)
      expect([form, (await at(await fresh(), "lan", words.normalize(form))).statusCode]).toEqual([form, 303]);
  });
});

describe("the second factor", () => {
  const set = async () => {
    const b = await logIn(h, "staff", "a-xa", "lan");
    const key = await setUpSecondFactor(b, h.time.now);
    h.time.now += 60_000;
    return { b, key };
  };
  const half = async () => {
    const b = await fresh();
    expect((await at(b, "lan", words)).headers.location).toBe("/desk/ma");
    await b.get("/desk/ma");
    return b;
  };

  test("is asked after the password, and nothing opens before", async () => {
    const { key } = await set();
    const b = await half();
    for (const url of ["/desk", "/desk/a-xa", "/desk/a-xa/tai-khoan"])
      expect((await b.get(url)).headers.location).toBe("/desk/ma");
    expect((await b.get("/desk/ma-moi")).headers.location).toBe("/desk");
    await b.get("/desk/ma");
    expect((await b.post("/desk/a-xa/tai-khoan/phien-khac/bo")).headers.location).toBe("/desk/ma");
    const before = b.cookies.get("desk");
    expect((await b.post("/desk/ma", { code: codeOf(key, h.time.now) })).headers.location).toBe("/desk");
    expect(b.cookies.get("desk")).not.toBe(before);
    expect((await b.get("/desk/a-xa")).statusCode).toBe(200);
  });

  test("a code counts once, for whoever types it first, and none before it afterwards", async () => {
    const { key } = await set();
    const [one, two] = [await half(), await half()];
    const code = codeOf(key, h.time.now);
    const both = await Promise.all([one.post("/desk/ma", { code }), two.post("/desk/ma", { code })]);
    expect(both.map((r) => r.statusCode).sort()).toEqual([303, 403]);
    const three = await half();
    expect((await three.post("/desk/ma", { code: codeOf(key, h.time.now - 30_000) })).statusCode).toBe(403);
  });

  test("a recovery code counts once; only its hash is kept", async () => {
    const b = await logIn(h, "staff", "a-xa", "lan");
    const page = await b.get("/desk/ma-moi");
    const key = /<b class="link">([A-Z2-7 ]+)<\/b>/.exec(page.body)?.[1]?.replaceAll(" ", "") ?? "";
    const shown = await b.post("/desk/ma-moi", { code: codeOf(key, h.time.now) });
    const codes = [...shown.body.matchAll(/<li>([A-Z2-9-]{29})<\/li>/g)].map((m) => m[1] ?? "");
    expect(codes).toHaveLength(8);
    // The page is shown once: nothing on it may lead away but the word that they are written down.
    expect([...shown.body.matchAll(/<a [^>]*href="([^"]+)"/g)].map((m) => m[1])).toEqual(["/desk"]);
    expect((await (await half()).post("/desk/ma", { code: (codes[3] ?? "").toLowerCase() })).statusCode).toBe(303);
    expect((await (await half()).post("/desk/ma", { code: codes[3] ?? "" })).statusCode).toBe(403);
    expect(text((await b.get("/desk/a-xa/tai-khoan")).body)).toContain("Còn 7 mã dự phòng");
    const stored = JSON.stringify(h.db.prepare("SELECT * FROM staff_recovery_codes").all());
    for (const code of codes) expect(stored).not.toContain(code.replaceAll("-", ""));
    expect(h.db.prepare("SELECT totp FROM staff").pluck().get()).not.toContain(key);
  });

  test("cannot be guessed by whoever knows the password, from wherever they come", async () => {
    await set();
    const b = await half();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => b.post("/desk/ma", { code: String(100_000 + n) })),
    );
    expect(answers.filter((a) => a.statusCode === 403)).toHaveLength(5);
  });

  test("an administrator's is reset by another, who must see them; then it is set up anew", async () => {
    const boss = await logIn(h, "administrator", null, "boss");
    const other = await logIn(h, "administrator", "b-xa", "xa-khac");
    await logIn(h, "administrator", "a-xa", "lan");
    const lan = staffId("lan");
    await other.get("/desk/b-xa/cai-dat");
    expect((await other.post(`/desk/b-xa/cai-dat/nguoi/${lan}/bo-ma`)).statusCode).toBe(404);
    await boss.get("/desk/a-xa/cai-dat");
    expect((await boss.post(`/desk/a-xa/cai-dat/nguoi/${lan}/bo-ma`)).headers.location).toContain("second-reset");
    const b = await fresh();
    expect((await at(b, "lan", words)).headers.location).toBe("/desk");
    expect((await b.get("/desk")).headers.location).toBe("/desk/ma-moi");
  });
});

describe("one's own account", () => {
  test("shows where one is signed in, and ends one or all others", async () => {
    const a = await logIn(h, "overseer", "a-xa", "lan");
    const [b, c] = [await fresh(), await fresh()];
    await at(b, "lan", words);
    await at(c, "lan", words);
    const page = await a.get("/desk/a-xa/tai-khoan");
    expect(text(page.body)).toContain("127.0.0.0/24");
    expect(text(page.body)).toContain("máy này");
    const others = [...page.body.matchAll(/tai-khoan\/phien\/([\w-]+)\/bo/g)].map((m) => m[1]);
    expect(others).toHaveLength(2);
    await a.post(`/desk/a-xa/tai-khoan/phien/${others[0]}/bo`);
    expect([(await b.get("/desk")).headers.location, (await c.get("/desk")).headers.location].sort()).toEqual([
      "/desk/a-xa",
      "/desk/dang-nhap",
    ]);
    await a.post("/desk/a-xa/tai-khoan/phien-khac/bo");
    for (const gone of [b, c]) expect((await gone.get("/desk")).headers.location).toBe("/desk/dang-nhap");
    expect((await a.get("/desk")).headers.location).toBe("/desk/a-xa");
  });

  test("nobody ends another's session by its id", async () => {
    const a = await logIn(h, "staff", "a-xa", "lan");
    const b = await logIn(h, "staff", "a-xa", "hoa");
    const id = h.db.prepare("SELECT id FROM staff_sessions WHERE staff = ?").pluck().get(staffId("lan"));
    await b.post(`/desk/a-xa/tai-khoan/phien/${id}/bo`);
    expect((await a.get("/desk")).headers.location).toBe("/desk/a-xa");
  });

  test("the password changes only with the old one, not to a weak one, and ends the other sessions", async () => {
    const a = await logIn(h, "overseer", "a-xa", "lan");
    const b = await fresh();
    await at(b, "lan", words);
    const better = "bốn con vịt bơi qua cầu";
    const change = async (old: string, password: string, again = password) =>
      a.post("/desk/a-xa/tai-khoan/mat-khau", { old, password, again });
    const refused = marked(await change("sai", better));
    expect(refused).toEqual({ old: expect.stringContaining("chưa đúng") });
    expect(marked(await change(words, "matkhau2026"))).toEqual({ password: expect.stringContaining("Dễ đoán") });
    expect(marked(await change(words, better, "khác"))).toEqual({ again: expect.stringContaining("chưa khớp") });
    expect((await b.get("/desk")).headers.location).toBe("/desk/a-xa");
    expect((await change(words, better)).headers.location).toContain("password-changed");
    expect((await b.get("/desk")).headers.location).toBe("/desk/dang-nhap");
    expect((await at(await fresh(), "lan", words)).statusCode).toBe(403);
    expect((await at(await fresh(), "lan", better)).statusCode).toBe(303);
  });
});

test.each([
  "1234567890",
  "matkhau123",
  "quantri2026",
  "Phuxuyen@123",
  "maatjkhaaur123",
])("%s opens no account", async (password) => {
  const key = h.deps.secret();
  const { hash: sha } = await import("../../../src/desk/hash.ts");
  await h.deps.store.addStaff(
    { id: "s", login: cleaned("lan"), name: cleaned("Lan"), role: "staff", commune: "a-xa", villages: null },
    { hash: sha(key), expiresAt: h.time.now + 1_000 },
    { who: "operator", from: null, at: h.time.now },
  );
  const b = browser(h.app);
  await b.get(`/desk/vao/${key}`);
  const refused = await b.post(`/desk/vao/${key}`, { password, again: password });
  expect(refused.statusCode).toBe(400);
  expect(text(refused.body)).toContain("dễ đoán");
  // The link was not spent on it.
  expect((await b.post(`/desk/vao/${key}`, { password: words, again: words })).statusCode).toBe(303);
});
