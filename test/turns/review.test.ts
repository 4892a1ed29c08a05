import { expect, test } from "vitest";
import { awake } from "../../src/kit/vietnam-time.ts";
import { termsInMs } from "../../src/people/terms.ts";
import { day, hour, library, reviewHouse } from "./review-house.ts";

const quiet = [
  { from: 21 * 60, to: 6 * 60 + 30 },
  { from: 11 * 60 + 30, to: 13 * 60 + 30 },
];

/** Somebody who passed a lesson of four questions and said yes. */
const willing = async (options: Parameters<typeof reviewHouse>[0] = {}) => {
  const h = reviewHouse(options);
  const learner = await h.known("a");
  await h.pass("a");
  await h.talk("a", "1");
  return { h, learner };
};
const words = (h: ReturnType<typeof reviewHouse>, chat = "a"): string =>
  h
    .last(chat)
    .blocks.map((b) => ("text" in b ? b.text : ""))
    .join(" | ");

test("whoever passed is asked once; yes begins it, with what they answered before", async () => {
  const h = reviewHouse();
  const learner = await h.known("a");
  await h.pass("a");
  expect(words(h)).toContain("hỏi lại vài câu");
  expect(h.one("SELECT count(*) FROM review_items")).toBe(0);
  await h.talk("a", "1");
  expect(h.wish(learner)).toBe("yes");
  expect(h.all("SELECT item, version, box FROM review_items ORDER BY item").length).toBe(4);
  expect(h.one("SELECT review_at - ? FROM learners WHERE id = ?", h.now, learner)).toBe(day);
  expect(h.all("SELECT kind, due_at - ? AS ms FROM timers WHERE kind = 'review'", h.now)).toEqual([
    { kind: "review", ms: day },
  ]);
  await h.pass("a", "BAI1");
  expect(words(h)).not.toContain("hỏi lại vài câu");
});

test("no is no; later is asked once more after the next lesson, silence too, and then never again", async () => {
  const h = reviewHouse();
  const [no, later] = [await h.known("no"), await h.known("later")];
  for (const chat of ["no", "later"]) await h.pass(chat);
  await h.talk("no", "2");
  expect([h.wish(no), h.last("later").choices.map((c) => c.key)]).toEqual(["no", ["yes", "no", "later"]]);
  await h.talk("later", "3");
  expect(h.wish(later)).toBe("later");
  for (const chat of ["no", "later"]) await h.pass(chat, "BAI1");
  expect(words(h, "no")).not.toContain("hỏi lại vài câu");
  expect(h.last("later").choices.map((c) => c.key)).toEqual(["yes", "no"]);
  await h.talk("later", "menu");
  expect(h.wish(later)).toBe("no");
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'review'")).toBe(0);
});

test("nobody is asked whose answers are not kept, who is a child, or who stopped messages", async () => {
  const h = reviewHouse();
  const ids = { no: await h.known("no"), child: await h.known("child"), out: await h.known("out") };
  h.store.db.prepare("UPDATE learners SET consent = 'no' WHERE id = ?").run(ids.no);
  h.store.db.prepare("UPDATE learners SET age = 'under16' WHERE id = ?").run(ids.child);
  h.store.db.prepare("UPDATE learners SET opted_out = 1 WHERE id = ?").run(ids.out);
  for (const chat of ["no", "child", "out"]) {
    await h.pass(chat);
    expect(words(h, chat)).not.toContain("hỏi lại vài câu");
  }
  // Not by their own word either, as long as nothing may be kept.
  for (const chat of ["no", "child"]) await h.talk(chat, "ôn bài", "1");
  expect(h.one("SELECT count(*) FROM review_items")).toBe(0);
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'review'")).toBe(0);
});

test("sixty days and more: always right, each question comes after 1, 3, 7, 21 and 60 days, at most three at once, then never", async () => {
  const { h } = await willing();
  await h.wait(h.now + 200 * day, async () => {
    h.now += 5 * 60_000;
    await h.sit("a");
  });
  const asked = new Map<string, number[]>();
  for (const o of h.offers) for (const i of o.asked) asked.set(i, [...(asked.get(i) ?? []), o.at]);
  expect(asked.size).toBe(4);
  for (const times of asked.values()) {
    expect(times).toHaveLength(5);
    const gaps = times.slice(1).map((t, i) => (t - (times[i] ?? 0)) / day);
    for (const [i, least] of [3, 7, 21, 60].entries()) {
      expect(gaps[i]).toBeGreaterThanOrEqual(least);
      // The fourth question waits a day for its turn; quiet hours move by less than one.
      expect(gaps[i]).toBeLessThan(least + 2.5);
    }
  }
  for (const o of h.offers) expect(o.asked.length).toBeLessThanOrEqual(3);
  expect(h.one("SELECT count(*) FROM review_items WHERE box = 5")).toBe(4);
  expect(h.one("SELECT count(*) FROM timers")).toBe(0);
});

test("what was not known comes back the next day and begins in the first box", async () => {
  const { h } = await willing();
  await h.wait(h.now + 1.5 * day, async () => void (await h.sit("a")));
  const [first] = h.offers[0]?.asked ?? [];
  expect(h.one("SELECT box FROM review_items WHERE item = ?", first)).toBe(1);
  const missed: number[] = [];
  await h.wait(h.now + 9 * day, async (o) => {
    if (o.asked.includes(first ?? "")) missed.push(o.at);
    await h.sit("a", (n) => o.asked[n] !== first);
    expect(h.one("SELECT box FROM review_items WHERE item = ?", first)).toBe(missed.length > 0 ? 0 : 1);
  });
  const gaps = missed.slice(1).map((at, i) => (at - (missed[i] ?? 0)) / day);
  expect(gaps.length).toBeGreaterThan(3);
  for (const gap of gaps) expect([gap >= 1, gap < 1.5]).toEqual([true, true]);
});

test("two that nobody answered, and it rests until it is asked for", async () => {
  const { h, learner } = await willing();
  await h.wait(h.now + 60 * day);
  expect(h.offers).toHaveLength(2);
  expect(h.wish(learner)).toBe("paused");
  await h.talk("a", "ôn bài");
  expect(words(h)).toContain("tạm nghỉ");
  await h.talk("a", "1");
  expect(h.wish(learner)).toBe("yes");
  await h.wait(h.now + 2 * day);
  expect(h.offers.length).toBeGreaterThan(2);
});

test("later is an answer: it does not rest, and comes again the next day", async () => {
  const { h, learner } = await willing();
  await h.wait(h.now + 6.5 * day, async () => void (await h.talk("a", "4")));
  expect(h.wish(learner)).toBe("yes");
  expect(h.offers.length).toBeGreaterThanOrEqual(5);
});

test.each(["5", "không hỏi nữa", "thôi không hỏi nữa", "press"])("one word ends it: %s", async (how) => {
  const { h, learner } = await willing();
  await h.wait(h.now + 1.5 * day);
  const { token } = h.last("a");
  if (how === "press") {
    // Long after, from an old message.
    await h.talk("a", "menu");
    await h.send("a", { kind: "press", token, key: "no-more" });
  } else await h.talk("a", how);
  expect(h.wish(learner)).toBe("no");
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'review'")).toBe(0);
  await h.wait(h.now + 30 * day);
  expect(h.offers).toHaveLength(1);
});

test("stop ends everything, and who takes messages again is asked again after their next words", async () => {
  const { h } = await willing();
  await h.talk("a", "dừng");
  await h.wait(h.now + 20 * day);
  expect(h.offers).toHaveLength(0);
  await h.talk("a", "menu", "dừng", "2");
  await h.talk("a", "menu");
  await h.wait(h.now + day);
  expect(h.offers).toHaveLength(1);
});

test("a closed window keeps one review, not many; it comes once they wrote and were quiet for a while", async () => {
  const { h } = await willing({ reachMs: 12 * hour });
  await h.wait(h.now + 10 * day);
  expect(h.offers).toHaveLength(0);
  await h.talk("a", "menu");
  expect(h.offers).toHaveLength(0);
  await h.wait(h.now + 12 * hour);
  expect(h.offers).toHaveLength(1);
  const wrote = Date.UTC(2026, 11, 4, 2);
  expect(h.offers[0]?.at).toBe(wrote + 15 * 60_000);
});

test("nobody is asked in the middle of something, and a half-done lesson goes first", async () => {
  const { h } = await willing();
  h.now += day - 60_000;
  await h.talk("a", "menu");
  await h.wait(h.now + 14 * 60_000);
  expect(h.offers).toHaveLength(0);
  await h.talk("a", "BAI1", "1");
  const left = h.now;
  const said = h.said.length;
  await h.wait(h.now + 5 * day);
  const unasked = h.said
    .slice(said)
    .map((r) => (r.message?.blocks ?? []).some((b) => "text" in b && b.text.includes("học dở")));
  expect(unasked.slice(0, 3)).toEqual([true, true, false]);
  expect((h.offers[0]?.at ?? 0) - left).toBeGreaterThanOrEqual(2 * day);
  // The lesson they left is still there to go on with.
  await h.sit("a");
  expect(h.last("a").choices.map((c) => c.key)).toContain("list:@bookmark");
});

test("somebody else holds the phone, or it has blocked us: asked when they are back", async () => {
  const { h, learner } = await willing();
  h.store.db
    .prepare("INSERT INTO learners (commune, id, consent, created_at) VALUES ('xa-thu', 'other', 'no', 0)")
    .run();
  h.store.db.prepare("UPDATE accounts SET learner = 'other'").run();
  await h.wait(h.now + 3 * day);
  h.store.db.prepare("UPDATE accounts SET learner = ?, blocked_at = 1").run(learner);
  await h.wait(h.now + 3 * day);
  expect(h.offers).toHaveLength(0);
  await h.talk("a", "menu");
  await h.wait(h.now + hour);
  expect(h.offers).toHaveLength(1);
});

test("a question that is gone, or is another by now, is dropped without a word", async () => {
  const { h } = await willing();
  h.store.db.prepare("UPDATE review_items SET version = 'old' WHERE item = 'zalo-co-ban/gui-nham'").run();
  h.store.db
    .prepare("INSERT INTO review_items SELECT commune, learner, 'bai-cu/cau', '', 0, 0 FROM review_items LIMIT 1")
    .run();
  await h.wait(h.now + 1.5 * day, async () => void (await h.sit("a")));
  expect(h.offers[0]?.asked.toSorted()).toEqual([
    "zalo-co-ban/anh-cong-an",
    "zalo-co-ban/nhom-la",
    "zalo-co-ban/thay-mat-chau",
  ]);
  expect(h.one("SELECT count(*) FROM review_items")).toBe(3);
  // Answered, an item stands at the version that was asked.
  const version = library.definitions.get("review:zalo-co-ban/nhom-la")?.version;
  expect(h.one("SELECT version FROM review_items WHERE item = 'zalo-co-ban/nhom-la'")).toBe(version);
});

test("what is answered in further lessons joins, and a lesson taken again neither raises nor forgets the box", async () => {
  const { h } = await willing();
  await h.pass("a", "BAI1");
  expect(h.one("SELECT count(*) FROM review_items")).toBe(8);
  h.store.db.prepare("UPDATE review_items SET box = 3").run();
  await h.talk("a", "menu");
  await h.pass("a", "BAI1");
  expect(h.one("SELECT count(*) FROM review_items WHERE box = 3")).toBe(8);
});

test("an answer is a fact, and no act of learning that the indicator counts", async () => {
  const { h, learner } = await willing();
  const learned = h.one("SELECT learned_at FROM learner_marks WHERE learner = ?", learner);
  await h.wait(h.now + 1.5 * day, async () => void (await h.sit("a")));
  expect(h.one("SELECT count(*) FROM learning_events WHERE what = 'item-reviewed'")).toBe(3);
  expect(h.one("SELECT learned_at FROM learner_marks WHERE learner = ?", learner)).toBe(learned);
});

test("nothing of it in a quiet hour, and twice a day never, over sixty days of a busy person", async () => {
  const { h } = await willing();
  await h.pass("a", "BAI1");
  await h.wait(h.now + 60 * day, async (o) => {
    h.now += (o.at % 7) * hour;
    await h.sit("a", (n) => (o.at / hour + n) % 3 > 1);
  });
  expect(h.offers.length).toBeGreaterThan(20);
  for (const [i, o] of h.offers.entries()) {
    expect(awake(o.at, quiet)).toBe(o.at);
    if (i > 0) expect(o.at - (h.offers[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(day);
  }
});

test("erasing, taking consent back, the channel's own withdrawal and twelve silent months leave nothing of it", async () => {
  for (const way of ["erased", "withdrawn", "channel", "retention"]) {
    const { h, learner } = await willing();
    expect(h.one("SELECT count(*) FROM review_items")).toBe(4);
    if (way === "erased") await h.talk("a", "xóa dữ liệu", "2", "2");
    if (way === "channel") await h.send("a", { kind: "erase" });
    if (way === "withdrawn") {
      const { decide } = h.turns.decider;
      Object.assign(h.turns.decider, {
        decide: (...args: Parameters<typeof decide>) => {
          const d = decide(...args);
          return { ...d, writes: [...d.writes, { write: "withdrawn", anonymous: "nobody" }] };
        },
      });
      await h.talk("a", "menu");
    }
    if (way === "retention") {
      h.now += termsInMs.learners + day;
      await h.store.retention.sweep(h.now, termsInMs);
    }
    expect([way, h.one("SELECT count(*) FROM review_items")]).toEqual([way, 0]);
    expect(h.all("SELECT review, review_at FROM learners WHERE id = ?", learner)).toEqual([
      { review: "unasked", review_at: null },
    ]);
    expect(h.one("SELECT count(*) FROM timers")).toBe(0);
  }
});

test("two learners who are one: the later answer counts, the wish and its timer go along, and what was answered unasked joins", async () => {
  const { h, learner: old } = await willing();
  const kept = await h.known("b");
  await h.pass("b", "BAI1");
  await h.talk("b", "menu");
  h.store.db.prepare("UPDATE learners SET review = 'unasked' WHERE id = ?").run(kept);
  h.store.db
    .prepare(
      "INSERT INTO review_items VALUES ('xa-thu', ?, 'zalo-co-ban/nhom-la', '', 2, 5), ('xa-thu', ?, 'zalo-co-ban/gui-nham', '', 2, ?)",
    )
    .run(kept, kept, h.now + day);
  await h.talk("b", "học tiếp", "menu");
  await merge(h, "a", kept);
  expect(h.one("SELECT count(*) FROM learners WHERE id = ?", old)).toBe(0);
  expect(h.wish(kept)).toBe("yes");
  expect(h.one("SELECT count(*) FROM review_items WHERE learner = ?", old)).toBe(0);
  // Four of the one lesson, four of the other, answered on the other phone before anybody was asked.
  expect(h.one("SELECT count(*) FROM review_items WHERE learner = ?", kept)).toBe(8);
  expect(
    h.all(
      "SELECT item, box FROM review_items WHERE item IN ('zalo-co-ban/nhom-la', 'zalo-co-ban/gui-nham') ORDER BY item",
    ),
  ).toEqual([
    { item: "zalo-co-ban/gui-nham", box: 2 },
    { item: "zalo-co-ban/nhom-la", box: 0 },
  ]);
  expect(h.all("SELECT id, learner FROM timers WHERE kind = 'review'")).toEqual([
    { id: `${kept}:review`, learner: kept },
  ]);
  await h.wait(h.now + 1.5 * day);
  expect(h.offers).toHaveLength(1);
});

test("two learners who are one: a no on the phone where they go on stays a no", async () => {
  const { h } = await willing();
  const kept = await h.known("b");
  await h.talk("b", "không hỏi nữa");
  await merge(h, "a", kept);
  expect(h.wish(kept)).toBe("no");
  await h.wait(h.now + 10 * day);
  expect(h.offers).toHaveLength(0);
});

/** The learner of a phone types the code of another one, and is the same person. */
const merge = async (h: ReturnType<typeof reviewHouse>, chat: string, into: string): Promise<void> => {
  h.store.db
    .prepare("INSERT INTO link_codes (commune, code, learner, expires_at) VALUES ('xa-thu', '7K2P9XY4', ?, ?)")
    .run(into, h.now + hour);
  await h.talk(chat, "MA 7K2P9XY4", "1", "1");
};
