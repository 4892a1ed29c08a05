import { afterAll, beforeAll, expect, test } from "vitest";
import { roles } from "../../src/desk/may.ts";
import { pages as everyPage } from "../../src/desk/pages.ts";
import { house, logIn, person } from "../desk/house.ts";

// Every desk page and every role, the public pages and the rows of the security log, with everything in the database that
// would open a person, a role or a session: none of it may be read there.

let h: Awaited<ReturnType<typeof house>>;
const live: string[] = [];
const COMMUNE = "a-xa";
/** As the desk itself lists them, so that a new page is walked too. */
const pages = everyPage.map(({ path }) => path);

beforeAll(async () => {
  h = await house();
  person(h, COMMUNE, "p1", { name: "Chị Mẫu" });
  const admin = await logIn(h, "administrator", COMMUNE, "maker");
  const made = await admin.post(`/desk/${COMMUNE}/to/moi`, { label: "Mẫu", village: "", days: "7", uses: "2" });
  const code = /<b class="link">([A-Z2-9 ]{14})<\/b>/.exec(made.body)?.[1] ?? "";
  expect(code).not.toBe("");
  live.push(code, code.replaceAll(" ", ""));
  const added = await admin.post(`/desk/${COMMUNE}/cai-dat/nguoi`, { name: "Mẫu", login: "moi", role: "overseer" });
  const key = /\/desk\/vao\/([\w-]+)/.exec(added.body)?.[1] ?? "";
  expect(key).not.toBe("");
  live.push(key);
  // What is stored of secrets must not be shown either: a hash is what a page would leak first.
  for (const [table, column] of [
    ["invitations", "code"],
    ["link_codes", "code"],
    ["staff_links", "hash"],
    ["staff_sessions", "hash"],
  ])
    live.push(...h.db.prepare(`SELECT ${column} FROM ${table}`).pluck().all().map(String));
});
afterAll(() => h.close());

test.each(roles)("%s reads no live secret on any page", async (role) => {
  const b = await logIn(h, role, COMMUNE, `walker-${role}`);
  const own = [...b.cookies.values()];
  for (const page of pages)
    for (const language of ["vi", "en"]) {
      await b.get(`/desk/ngon-ngu/${language}`);
      const { body, statusCode } = await b.get(`/desk/${COMMUNE}${page}`);
      expect([200, 403], page).toContain(statusCode);
      const cookie = [...b.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const head = await h.app.inject({ method: "HEAD", url: `/desk/${COMMUNE}${page}`, headers: { cookie } });
      expect([page, head.statusCode, head.body]).toEqual([page, statusCode, ""]);
      for (const secret of [...live, ...own])
        expect(body.includes(secret), `${page} shows a secret to ${role}`).toBe(false);
    }
});

test("public pages and the rows of the log hold none", async () => {
  for (const url of ["/ket-qua/a-xa", "/ket-qua/a-xa.csv", "/xac-minh", "/xac-minh/KHONGCO2", "/desk/dang-nhap"]) {
    const { body } = await h.app.inject({ url });
    for (const secret of live) expect(body.includes(secret), url).toBe(false);
  }
  const tables = h.db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE '%audit%' OR name LIKE 'security_log%')",
    )
    .pluck()
    .all()
    .map(String);
  expect(tables.length).toBeGreaterThan(0);
  for (const table of tables) {
    const rows = JSON.stringify(h.db.prepare(`SELECT * FROM ${table}`).all());
    for (const secret of live) expect(rows.includes(secret), table).toBe(false);
  }
});

test("a viewer can neither make nor withdraw an invitation", async () => {
  const b = await logIn(h, "overseer", COMMUNE, "viewer-2");
  expect((await b.post(`/desk/${COMMUNE}/to/moi`, { village: "", days: "7", uses: "1" })).statusCode).toBe(403);
  const id = h.db.prepare("SELECT id FROM invitations").pluck().get();
  expect((await b.post(`/desk/${COMMUNE}/to/moi/${id}/bo`)).statusCode).toBe(403);
  expect(h.db.prepare("SELECT count(*) FROM invitations").pluck().get()).toBe(1);
});
