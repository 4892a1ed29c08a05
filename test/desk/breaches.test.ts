import { afterEach, beforeEach, expect, test } from "vitest";
import { breachDue } from "../../src/people/breach.ts";
import { cleaned } from "../../src/people/clean.ts";
import { type House, house, logIn, NOON } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

const hour = 3_600_000;
const by = { who: "operator", from: null, at: NOON } as const;
const note = (id: string, found: number, commune: string | null = null) =>
  h.deps.store.noteBreach(
    {
      ...{ id, commune, found, people: null, authorityTold: null, peopleTold: null, closed: null },
      ...{ what: cleaned("mất máy tính bảng của tổ"), data: cleaned("tên gọi"), done: cleaned("") },
    },
    by,
  );
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test.each([
  [71.9, null, null, "due"],
  [72.1, null, null, "overdue"],
  [200, 71, null, "told"],
  [200, 73, null, "told-late"],
  [200, null, 10, "closed"],
] as const)("%s hours after it was found, told after %s, closed after %s: %s", (age, told, closed, is) => {
  const at = (hours: number | null) => (hours === null ? null : hours * hour);
  expect(breachDue({ found: 0, authorityTold: at(told), closed: at(closed) }, age * hour).is).toBe(is);
});

test("what must be told stands on the first page until it was, for administrators alone", async () => {
  await note("b1", NOON - 10 * hour);
  const admin = await logIn(h, "administrator", "a-xa");
  const officer = await logIn(h, "staff", "a-xa");
  expect(text((await admin.get("/desk/a-xa")).body)).toContain("chậm nhất 04:05, 25/11/2026");
  expect((await officer.get("/desk/a-xa")).body).not.toContain("su-co");
  h.time.now += 63 * hour;
  const late = await logIn(h, "administrator", "a-xa", "sau");
  expect(text((await late.get("/desk/a-xa")).body)).toContain("chưa ghi là đã báo");
  expect(text((await late.get("/desk/a-xa/nhat-ky")).body)).toContain("quá hạn 04:05, 25/11/2026");
  await h.deps.store.updateBreach("b1", { authorityTold: h.time.now }, by);
  expect((await late.get("/desk/a-xa")).body).not.toContain("#su-co");
});

test("an administrator of one commune does not see another's", async () => {
  await note("b1", NOON, "b-xa");
  const b = await logIn(h, "administrator", "a-xa");
  expect((await b.get("/desk/a-xa/nhat-ky")).body).not.toContain("mất máy");
});

test("steps are added, never written over, and each change is a row with what was before", async () => {
  await note("b1", NOON);
  await h.deps.store.updateBreach("b1", { done: cleaned("khóa tài khoản"), people: 12 }, by);
  await h.deps.store.updateBreach("b1", { done: cleaned("báo công an tỉnh"), authorityTold: NOON + 1 }, by);
  const [row] = await h.deps.store.breaches(null);
  expect(row).toMatchObject({ done: "khóa tài khoản\nbáo công an tỉnh", people: 12, authorityTold: NOON + 1 });
  expect(await h.deps.store.updateBreach("unknown", { people: 1 }, by)).toBe(false);
  const log = await h.deps.store.securityLog({ commune: null, kinds: ["breach-noted"], most: 9 });
  expect(
    log.map((r) => [JSON.parse(r.before ?? "null")?.people ?? null, JSON.parse(r.after ?? "null").people]),
  ).toEqual([
    [12, 12],
    [null, 12],
    [null, null],
  ]);
  expect(JSON.stringify(log)).not.toContain("khóa");
});
