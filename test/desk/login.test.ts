import { afterEach, describe, expect, test } from "vitest";
import { ensureFirstAdmin } from "../../src/desk/first-admin.ts";
import { browser, type House, house, logIn, setUpSecondFactor } from "./house.ts";

let h: House;
afterEach(() => h.close());

describe("the first admin", () => {
  test("gets a link that works once, and none once there is a password", async () => {
    h = await house();
    const { link } = await ensureFirstAdmin(h.deps);
    const path = new URL(link ?? "").pathname;
    const b = browser(h.app);
    expect((await b.get(path)).body).toContain("Đặt mật khẩu");
    expect((await b.get(path)).statusCode).toBe(200); // a preview does not spend it
    const entered = await b.post(path, { password: "một câu thật dài", again: "một câu thật dài" });
    expect(entered.headers.location).toBe("/desk");
    // Nothing of the desk opens before the second factor is there.
    for (const url of ["/desk", "/desk/a-xa", "/desk/a-xa/cai-dat"])
      expect((await b.get(url)).headers.location).toBe("/desk/ma-moi");
    await setUpSecondFactor(b, h.time.now);
    expect((await b.get("/desk")).headers.location).toBe("/desk/a-xa");
    expect((await browser(h.app).get(path)).statusCode).toBe(410);
    expect(await ensureFirstAdmin(h.deps)).toEqual({ link: null });
  });

  test("an earlier link ends when a new one is made, and after a day", async () => {
    h = await house();
    const first = new URL((await ensureFirstAdmin(h.deps)).link ?? "").pathname;
    const second = new URL((await ensureFirstAdmin(h.deps)).link ?? "").pathname;
    expect((await browser(h.app).get(first)).statusCode).toBe(410);
    expect((await browser(h.app).get(second)).statusCode).toBe(200);
    h.time.now += 24 * 3_600_000;
    expect((await browser(h.app).get(second)).statusCode).toBe(410);
  });

  test("has a login of its own in every commune, and keeps it over restarts", async () => {
    h = await house();
    await ensureFirstAdmin(h.deps);
    const login = () => h.db.prepare("SELECT login FROM staff").pluck().all();
    const [first] = login();
    expect(first).toMatch(/^quantri-[a-z0-9]{4}$/);
    await ensureFirstAdmin(h.deps);
    expect(login()).toEqual([first]);
  });

  test("the secret itself is nowhere in the database", async () => {
    h = await house();
    const key = new URL((await ensureFirstAdmin(h.deps)).link ?? "").pathname.split("/").at(-1) ?? "?";
    expect(JSON.stringify(h.db.prepare("SELECT * FROM staff_links").all())).not.toContain(key);
  });

  test("two requests with one link: one sets the password", async () => {
    h = await house();
    const path = new URL((await ensureFirstAdmin(h.deps)).link ?? "").pathname;
    const [a, b] = [browser(h.app), browser(h.app)];
    await Promise.all([a.get(path), b.get(path)]);
    const form = { password: "một câu thật dài", again: "một câu thật dài" };
    const both = await Promise.all([a.post(path, form), b.post(path, form)]);
    expect(both.map((r) => r.statusCode).sort()).toEqual([303, 410]);
  });
});

describe("the password", () => {
  test("lets the right person in, nobody else, and says the same to all others", async () => {
    h = await house();
    await logIn(h, "staff", "a-xa", "lan");
    const b = browser(h.app);
    await b.get("/desk/dang-nhap");
    const wrong = await b.post("/desk/dang-nhap", { login: "lan", password: "sai" });
    const nobody = await b.post("/desk/dang-nhap", { login: "khong-co", password: "sai" });
    expect([wrong.statusCode, nobody.statusCode]).toEqual([403, 403]);
    expect(wrong.body).toBe(nobody.body);
    const right = await b.post("/desk/dang-nhap", { login: "LAN", password: "một câu thật dài" });
    expect(right.statusCode).toBe(303);
    const cookie = right.cookies.find((c) => c.name === "desk");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/desk" });
  });

  test("a form without the token of its page is refused, also the login", async () => {
    h = await house();
    await logIn(h, "staff", "a-xa", "lan");
    const b = browser(h.app);
    expect(
      (await b.post("/desk/dang-nhap", { login: "lan", password: "một câu thật dài" }, "made-up")).statusCode,
    ).toBe(403);
    await b.get("/desk/dang-nhap");
    expect(
      (await b.post("/desk/dang-nhap", { login: "lan", password: "một câu thật dài" }, "made-up")).statusCode,
    ).toBe(403);
  });
});

describe("a session", () => {
  test("slides while used, ends after twelve idle hours, and after seven days whatever was done", async () => {
    h = await house();
    const b = await logIn(h, "staff", "a-xa");
    for (let n = 0; n < 15; n++) {
      h.time.now += 11 * 3_600_000;
      expect((await b.get("/desk/a-xa")).statusCode).toBe(200);
    }
    h.time.now += 3 * 3_600_000; // seven days
    expect((await b.get("/desk/a-xa")).headers.location).toBe("/desk/dang-nhap");

    const c = await logIn(h, "staff", "a-xa", "khac");
    h.time.now += 12 * 3_600_000;
    expect((await c.get("/desk/a-xa")).headers.location).toBe("/desk/dang-nhap");
  });

  test("ends at logout, also for a copied cookie", async () => {
    h = await house();
    const c = await logIn(h, "staff", "a-xa", "khac");
    const key = c.cookies.get("desk") ?? "";
    const { headers } = await c.post("/desk/dang-xuat");
    expect([headers.location, headers["clear-site-data"]]).toEqual(["/desk/dang-nhap", '"cache"']);
    c.cookies.set("desk", key);
    expect((await c.get("/desk/a-xa")).headers.location).toBe("/desk/dang-nhap");
  });

  test("the language page sends nobody away from the desk", async () => {
    h = await house();
    const out = await h.app.inject({
      url: "/desk/ngon-ngu/en",
      headers: { referer: "http://evil.example/desk/../.." },
    });
    expect(out.headers.location).toBe("/desk");
    const b = await logIn(h, "staff", "a-xa");
    await b.get("/desk/ngon-ngu/en");
    expect((await b.get("/desk/a-xa")).body).toContain("Plan targets");
  });
});
