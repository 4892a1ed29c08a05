import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actions } from "../../src/desk/actions.ts";
import { roles } from "../../src/desk/may.ts";
import { pages } from "../../src/desk/pages.ts";
import { textIds } from "../../src/report/draft.ts";
import type { Role } from "../../src/store/ports/staff.ts";
import { everythingStored } from "../everything-stored.ts";
import { furnished } from "./forms.ts";
import { type browser, fact, type House, logIn, NOON, person, village } from "./house.ts";

// Who may what, written down once more beside the desk's own table: every route × every role × two communes, and for those
// who answer for villages, what lies in another one.

const everybody: readonly Role[] = roles;
const withPeople = everybody.filter((role) => role !== "overseer");
const leads: readonly Role[] = ["administrator", "staff", "village-leader"];
const commune: readonly Role[] = ["administrator", "staff"];
const chief: readonly Role[] = ["administrator"];

const pageRoles: Readonly<Record<string, readonly Role[]>> = {
  "": everybody,
  "/chi-tieu": everybody,
  "/bao-cao": [...commune, "overseer"],
  "/ho-tro": withPeople,
  "/cau-hoi": commune,
  "/day-bai": everybody,
  "/chua-toi": withPeople,
  "/xom": everybody,
  "/so-lieu": everybody,
  "/to": withPeople,
  "/giay": withPeople,
  "/noi-dung": everybody,
  "/cai-dat": everybody,
  "/nhat-ky": chief,
  "/tai-khoan": everybody,
};
const reportForm = Object.fromEntries([["duty", ""], ...textIds.map((id) => [id, "Lời báo cáo."])]);
/** `of`: a row of v1, and one of v2 beside it; the form that holds. */
type Form = {
  readonly roles: readonly Role[];
  readonly of?: readonly [string, string];
  readonly form?: Record<string, string>;
};
const formRoles: Readonly<Record<string, Form>> = {
  "/ho-tro/:id/nhan": { roles: withPeople, of: ["t1", "t2"] },
  "/ho-tro/:id/xong": { roles: withPeople, of: ["t1", "t2"], form: { result: "done" } },
  "/ho-tro/:id/chuyen": { roles: withPeople, of: ["t1", "t2"] },
  "/ho-tro/:id/nhan-tin": { roles: withPeople, of: ["t1", "t2"], form: { words: "Bác ra xã nhé" } },
  "/cau-hoi/:id/tra-loi": { roles: commune, of: ["q1", "q1"], form: { words: "Bác ra bộ phận một cửa." } },
  "/cau-hoi/:id/gan": { roles: commune, of: ["q1", "q1"], form: { text: "cấp lại sổ", topic: "guide:giay-mau" } },
  "/cau-hoi/:id/bo": { roles: commune, of: ["q1", "q1"] },
  "/cau-hoi/cum-tu/:id/go": { roles: commune, of: ["c1", "c1"] },
  "/tai-khoan/mat-khau": { roles: everybody },
  "/tai-khoan/phien/:id/bo": { roles: everybody },
  "/tai-khoan/phien-khac/bo": { roles: everybody },
  "/tai-khoan/bao-su-co": { roles: commune },
  "/tai-khoan/bao-su-co/:id/bo": { roles: commune, of: ["nobody", "nobody"] },
  "/tai-khoan/ma-du-phong": { roles: everybody },
  "/tai-khoan/ma/bo": { roles: everybody },
  "/xom/them": { roles: commune, form: { name: "Xóm Mới", code: "XOM77" } },
  "/xom/:id/ten": { roles: commune, of: ["v1", "v2"], form: { name: "Xóm Mẫu" } },
  "/xom/:id/bo": { roles: commune, of: ["v9", "v9"] },
  "/so-lieu/them": {
    roles: commune,
    form: { population: "adults", village: "v1", value: "40", as_of: "2026-06-30", source: "Công an xã" },
  },
  "/bao-cao/luu": { roles: commune, form: reportForm },
  "/bao-cao/chot": { roles: commune, form: { duty: "", reason: "sửa số dân" } },
  "/to/moi": { roles: leads, form: { village: "v1", label: "", days: "7", uses: "1" } },
  "/to/moi/:id/bo": { roles: leads, of: ["i1", "i2"] },
  "/to/:id/bo": { roles: leads, of: ["p1", "p2"] },
  "/day-bai/:id/dung": { roles: leads, of: ["d1", "d2"] },
  "/giay/:id/thu-hoi": { roles: commune, of: ["GIAYMAU2", "GIAYMAU3"], form: { why: "in nhầm" } },
  "/cai-dat/gio": { roles: commune, form: { from0: "21:00", to0: "6:00", from1: "", to1: "" } },
  "/cai-dat/lien-he": { roles: commune, form: { hotline: "", counter: "", police: "", hours: "" } },
  "/cai-dat/le-phi/:id": { roles: commune, of: ["giay-mau", "giay-mau"], form: { says: "", basis: "" } },
  "/cai-dat/kenh/:id/noi-lai": { roles: chief, of: ["oa", "oa"] },
  "/cai-dat/nguoi": { roles: chief, form: { name: "Mẫu", login: "mau.moi", role: "staff" } },
  "/cai-dat/nguoi/:id/duong-dan": { roles: chief, of: ["nobody", "nobody"] },
  "/cai-dat/nguoi/:id/bo": { roles: chief, of: ["nobody", "nobody"] },
  "/cai-dat/nguoi/:id/bo-ma": { roles: chief, of: ["nobody", "nobody"] },
};

/** Two of everything: one in v1, and one in v2 of somebody called Kín. */
const twoVillages = async (): Promise<House> => {
  const h = await furnished();
  village(h, "a-xa", "v2", "Xóm Khác");
  village(h, "a-xa", "v9", "Xóm Bỏ");
  person(h, "a-xa", "p2", { name: "Bà Kín", village: "v2" });
  h.db.exec(`
    INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES ('a-xa','acc2','web','chat2','p2',0,0);
    INSERT INTO tickets (commune, id, account, name, village, topic, flow, state, urgent, status, created_at, updated_at)
      VALUES ('a-xa','t2','acc2','Bà Kín','v2','help','lesson:bai-a','s1',0,'open',${NOON},${NOON});
    INSERT INTO outbox (commune, connection, account, chat, priority, message, status, reason, due_at, created_at)
      SELECT 'a-xa', id, 'acc2', 'chat2', 0, '{}', 'failed', 'SEND_REFUSED: x', 0, 0 FROM connections LIMIT 1;
    INSERT INTO team_members VALUES ('a-xa','p2','v2',0,NULL);
    INSERT INTO pushes (commune, id, lesson, village, by_learner, created_at, planned, status) VALUES ('a-xa','d2','bai-a','v2','p2',${NOON},3,'running');
    INSERT INTO timers (commune, id, account, learner, kind, token, due_at, push) VALUES ('a-xa','m2','acc2','p2','push','',${NOON + 1000},'d2');
    INSERT INTO certificates (commune, code, learner, track, name, village, language, sample, issued_at)
      VALUES ('a-xa','GIAYMAU3','p2','co-ban','Bà Kín','v2','vi',0,${NOON});
  `);
  const other = { id: "i2", code: "KHONGDOAN33", label: null, village: "v2", expiresAt: NOON + 9e6, uses: 1 };
  await h.deps.store.addInvitation("a-xa", other, { staff: "test", at: NOON });
  fact(h, "a-xa", { learner: "p2", village: "v2", what: "lesson-finished", ref: "bai-a", at: NOON - 86_400_000 });
  return h;
};

test("every page and every form has its line here", () => {
  expect(pages.map((p) => p.path).sort()).toEqual(Object.keys(pageRoles).sort());
  expect(actions.map((a) => a.path).sort()).toEqual(Object.keys(formRoles).sort());
});

const villagesOf = (role: Role): readonly string[] | null =>
  role === "village-leader" || role === "team-member" ? ["v1"] : null;

describe.each(roles)("%s", (role) => {
  let h: House;
  let b: ReturnType<typeof browser>;
  beforeAll(async () => {
    h = await twoVillages();
    b = await logIn(h, role, "a-xa", `walker-${role}`, villagesOf(role));
    await b.get("/desk/a-xa");
  });
  afterAll(() => h.close());

  test("opens the pages of the role and takes their tables, of no other commune", async () => {
    for (const { path, tables } of pages) {
      const allowed = pageRoles[path]?.includes(role);
      const page = await b.get(`/desk/a-xa${path}`);
      expect([path, page.statusCode]).toEqual([path, allowed ? 200 : 403]);
      expect((await b.get(`/desk/b-xa${path}`)).statusCode).toBe(404);
      if (!tables) continue;
      for (const [, file = ""] of page.body.matchAll(/\/tai\/([\w-]+\.csv)/g)) {
        const url = (where: string) => `/desk/${where}${path}/tai/${file}`;
        const taken = await b.get(url("a-xa"));
        expect([url("a-xa"), taken.statusCode]).toEqual([url("a-xa"), 200]);
        if (role === "overseer" || villagesOf(role)) expect(taken.body, file).not.toContain("Bà Kín");
        expect((await b.get(url("b-xa"))).statusCode).toBe(404);
      }
      if (!allowed) expect((await b.get(`/desk/a-xa${path}/tai/nhat-ky.csv`)).statusCode).toBe(403);
    }
  });

  test("finds in the menu exactly the pages that open", async () => {
    const { body } = await b.get("/desk/a-xa");
    const menu = [...body.matchAll(/<a href="\/desk\/a-xa([^"?]*)\?ky=[\d-]+"[^>]*>(?:<svg|Tài khoản)/g)].map(
      (m) => m[1] ?? "",
    );
    for (const { path } of pages) expect([path, menu.includes(path)]).toEqual([path, pageRoles[path]?.includes(role)]);
  });

  test("reads nobody's name without the right to", async () => {
    for (const { path } of pages) {
      const { body } = await b.get(`/desk/a-xa${path}`);
      if (role === "overseer" || villagesOf(role)) expect([path, body.includes("Bà Kín")]).toEqual([path, false]);
      if (role === "overseer") expect([path, body.includes("Lan,")]).toEqual([path, false]);
      if (villagesOf(role)) expect([path, body.includes("Xóm Khác")]).toEqual([path, false]);
    }
  });

  test("writes what the role may, in its villages alone, and in no other commune", async () => {
    for (const { path } of actions) {
      const known = formRoles[path];
      if (!known) throw new Error(path);
      const allowed = known.roles.includes(role);
      const [mine = "", others = ""] = known.of ?? [];
      const at = (where: string, id: string) => `/desk/${where}${path.replace(":id", id)}`;
      // Nothing of another commune, whatever the id.
      expect([path, (await b.post(at("b-xa", mine), known.form)).statusCode]).toEqual([path, 404]);
      if (!allowed) {
        const before = everythingStored(h.db);
        expect([path, (await b.post(at("a-xa", mine), known.form)).statusCode]).toEqual([path, 403]);
        expect(everythingStored(h.db), path).toBe(before);
        continue;
      }
      if (path.startsWith("/tai-khoan")) continue;
      if (villagesOf(role) && others !== mine) {
        const before = everythingStored(h.db);
        const answer = await b.post(at("a-xa", others), known.form);
        expect([path, answer.statusCode === 404 || String(answer.headers.location).includes("bad-")]).toEqual([
          path,
          true,
        ]);
        expect(everythingStored(h.db), path).toBe(before);
      }
      const answer = await b.post(at("a-xa", mine), known.form);
      expect([path, answer.statusCode]).toEqual([path, expect.toSatisfy((s) => [200, 303, 404].includes(s))]);
    }
  });

  test("cannot reach beyond its villages by naming one in a form", async () => {
    if (!villagesOf(role) || !formRoles["/to/moi"]?.roles.includes(role)) return;
    for (const village of ["v2", "", "none"]) {
      const answer = await b.post("/desk/a-xa/to/moi", { village, label: "", days: "7", uses: "1" });
      expect([village, answer.statusCode]).toEqual([village, 422]);
    }
  });
});

test("an administrator of every commune rules over the villages and users of each", async () => {
  const h = await twoVillages();
  const b = await logIn(h, "administrator", null);
  for (const code of ["a-xa", "b-xa"]) expect((await b.get(`/desk/${code}/nhat-ky`)).statusCode).toBe(200);
  await b.get("/desk/a-xa/cai-dat");
  const add = (role: string, villages: string) =>
    b.post("/desk/a-xa/cai-dat/nguoi", { name: "Mẫu", login: `mau-${role}`, role, villages });
  expect((await add("village-leader", "")).statusCode).toBe(422);
  expect((await add("village-leader", "XOM1, KHONG9")).statusCode).toBe(422);
  expect((await add("staff", "XOM1")).statusCode).toBe(422);
  expect((await add("village-leader", "xom1 XOM2")).statusCode).toBe(200);
  const stored = h.db.prepare("SELECT villages FROM staff WHERE login = 'mau-village-leader'").pluck().get();
  expect(stored).toBe('["v1","v2"]');
  await h.close();
});
