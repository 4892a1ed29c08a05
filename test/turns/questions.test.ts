import { describe, expect, test } from "vitest";
import { termsInMs } from "../../src/people/terms.ts";
import { openStore } from "../../src/store/sqlite/store.ts";
import { house } from "../store/house.ts";

const open = (h: ReturnType<typeof house>) =>
  h.all(
    "SELECT q.text, group_concat(a.village || ' ' || a.channel) AS who, count(*) AS n FROM questions q JOIN question_askers a ON a.question = q.id GROUP BY q.id ORDER BY q.id",
  );
const counted = (h: ReturnType<typeof house>) => h.one("SELECT sum(n) FROM question_counts");

describe("a question nobody answers", () => {
  test("is one row for the same words, with a row for each who asked", async () => {
    const h = house();
    for (const chat of ["a", "b"]) await h.resident(chat);
    await h.talk("a", "Máy cày hỏng gọi ai?", "máy cày hỏng gọi ai");
    await h.talk("b", "may cay hong goi ai ?");
    expect(open(h)).toEqual([{ text: "Máy cày hỏng gọi ai?", who: "v1 telegram,v1 telegram", n: 2 }]);
    expect(counted(h)).toBeNull();
  });

  test("of somebody who did not agree is only counted", async () => {
    const h = house();
    await h.send("a", { kind: "open", code: null });
    await h.talk("a", "no", "máy cày hỏng gọi ai");
    expect(open(h)).toEqual([]);
    expect(counted(h)).toBe(1);
  });

  test("of somebody who agreed when nothing typed was kept is only counted", async () => {
    const h = house();
    await h.resident("a");
    h.store.db.exec("UPDATE learners SET consent_version = '2026-11'");
    await h.talk("a", "máy cày hỏng gọi ai");
    expect([open(h), counted(h)]).toEqual([[], 1]);
  });

  test("is kept without telephone numbers, and not at all with a secret in it", async () => {
    const h = house();
    await h.resident("a");
    await h.talk("a", "máy cày hỏng, gọi tôi 0912 345 678", "mật khẩu của tôi là hoa123456");
    expect(open(h).map((q) => q.text)).toEqual(["máy cày hỏng, gọi tôi …"]);
  });

  test("of one who asks without end fills no queue", async () => {
    const h = house();
    await h.resident("a");
    for (let n = 0; n < 25; n++) await h.talk("a", `câu hỏi lạ ${"x".repeat(n + 1)}`);
    expect(open(h)).toHaveLength(20);
    expect(counted(h)).toBe(5);
  });

  test("goes with its last asker: erased, withdrawn, and after 90 days", async () => {
    const h = house();
    for (const chat of ["a", "b", "c"]) await h.resident(chat);
    for (const chat of ["a", "b"]) await h.talk(chat, "máy cày hỏng gọi ai");
    await h.talk("a", "menu", "erase");
    expect(open(h)).toMatchObject([{ n: 1 }]);
    await h.talk("b", "menu", "withdraw");
    expect(open(h)).toEqual([]);
    await h.talk("c", "đường làng bao giờ sửa");
    await h.store.retention.sweep(h.now + 89 * 24 * 3_600_000, termsInMs);
    expect(open(h)).toHaveLength(1);
    await h.store.retention.sweep(h.now + 91 * 24 * 3_600_000, termsInMs);
    expect(open(h)).toEqual([]);
  });

  test("waits in the session for 'none of these' for a day at most", async () => {
    const h = house();
    await h.resident("a");
    h.store.db.exec(
      `UPDATE sessions SET session = json_set(session, '$.runs[0].vars.asked', 'máy cày hỏng', '$.runs[0].vars.sure', 'x')`,
    );
    await h.store.retention.sweep(h.now + 20 * 3_600_000, termsInMs);
    expect(h.one("SELECT session FROM sessions")).toContain("máy cày");
    await h.store.retention.sweep(h.now + 25 * 3_600_000, termsInMs);
    expect(h.one("SELECT session FROM sessions")).not.toContain("máy cày");
    expect(h.one("SELECT session FROM sessions")).toContain('"sure":"x"');
  });

  test("of one person on two phones stays one when they are linked", async () => {
    const h = house();
    for (const chat of ["a", "b"]) {
      await h.resident(chat);
      await h.talk(chat, "máy cày hỏng gọi ai", "menu");
    }
    const [a, b] = h.all("SELECT learner FROM accounts ORDER BY created_at, id").map((r) => String(r.learner));
    h.store.db.exec("UPDATE question_askers SET at = 0");
    const { merger } = await import("../../src/store/sqlite/writes/merge.ts");
    merger(h.store.db)("xa-thu", a ?? "", b ?? "");
    expect(open(h)).toMatchObject([{ n: 1 }]);
  });
});

test("a phrase attached by any process is known with the next turn, in its own commune only", () => {
  const h = house();
  const other = openStore(h.file, { id: () => "x", publicUrl: "http://test" });
  if (!other.ok) throw new Error(other.fault.cause);
  expect(h.store.facts("xa-thu").phrases).toEqual([]);
  other.value.db
    .prepare("INSERT INTO phrases VALUES ('xa-thu','p1','may cay','máy cày','guide:giay','Cán bộ mẫu',0)")
    .run();
  expect(h.store.facts("xa-thu").phrases).toEqual([{ text: "máy cày", topic: "guide:giay" }]);
  other.value.db.exec("DELETE FROM phrases");
  expect(h.store.facts("xa-thu").phrases).toEqual([]);
  other.value.close();
});

test("contacts are those staff entered, else those of the seed, else none", () => {
  const h = house();
  expect(h.store.facts("xa-thu").contacts).toEqual({ hotline: null, counter: null, police: null, hours: null });
  h.store.db
    .prepare("UPDATE communes SET settings = ?")
    .run(JSON.stringify({ contacts: { hotline: "0000 000 001", counter: null, police: null } }));
  expect(h.store.facts("xa-thu").contacts).toMatchObject({ hotline: "0000 000 001", hours: null });
});
