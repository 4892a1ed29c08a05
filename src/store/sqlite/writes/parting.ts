import { z } from "zod";
import type { LessonProgress } from "../../../engine/facts.ts";
import type { Database } from "../driver.ts";

/** What moves when `from` is made one with `into`, and how both stood before: enough to part them again. */
export const movedBetween = (db: Database) => {
  const learner = db.prepare("SELECT * FROM learners WHERE commune = ? AND id = ?");
  const before = db.prepare(
    "SELECT progress, certificates, review, review_at FROM learners WHERE commune = ? AND id = ?",
  );
  const phones = db.prepare("SELECT account, since, by_link FROM account_learners WHERE commune = ? AND learner = ?");
  const team = db.prepare("SELECT village, since, removed_at FROM team_members WHERE commune = ? AND learner = ?");
  const items = db.prepare("SELECT item, version, box, at FROM review_items WHERE commune = ? AND learner = ?");
  const askers = db.prepare(
    "SELECT question, account, channel, village, at FROM question_askers WHERE commune = ? AND learner = ?",
  );
  const list = (sql: string) => db.prepare(sql).pluck();
  const lists = {
    events: list("SELECT id FROM learning_events WHERE commune = ? AND learner = ?"),
    certificates: list("SELECT code FROM certificates WHERE commune = ? AND learner = ?"),
    tickets: list("SELECT id FROM tickets WHERE commune = ? AND learner = ?"),
    pushes: list("SELECT id FROM pushes WHERE commune = ? AND by_learner = ?"),
    teamVillages: list("SELECT village FROM team_villages WHERE commune = ? AND learner = ?"),
    pushed: list("SELECT push FROM pushed WHERE commune = ? AND learner = ?"),
    stays: list("SELECT account FROM account_learners WHERE commune = ? AND learner = ? AND by_link = 0"),
  };
  return (commune: string, from: string, into: string): Moved =>
    Moved.parse({
      learner: learner.get(commune, from),
      before: before.get(commune, into),
      phones: phones.all(commune, from),
      team: team.get(commune, from) ?? null,
      items: items.all(commune, from),
      itemsBefore: items.all(commune, into),
      events: lists.events.all(commune, from),
      certificates: lists.certificates.all(commune, from),
      tickets: lists.tickets.all(commune, from),
      pushes: lists.pushes.all(commune, from),
      asks: askers.all(commune, from),
      asksBefore: askers.all(commune, into),
      teamVillages: lists.teamVillages.all(commune, from),
      pushed: lists.pushed.all(commune, from),
      pushedBefore: lists.pushed.all(commune, into),
      stays: lists.stays.all(commune, into),
    });
};

/** Makes two learners of one again; answers the phones that go with the one who left. */
export const parted = (db: Database) => {
  const back = [
    ["events", "UPDATE learning_events SET learner = ? WHERE commune = ? AND learner = ? AND id = ?"],
    ["certificates", "UPDATE certificates SET learner = ? WHERE commune = ? AND learner = ? AND code = ?"],
    ["tickets", "UPDATE tickets SET learner = ? WHERE commune = ? AND learner = ? AND id = ?"],
    ["pushes", "UPDATE pushes SET by_learner = ? WHERE commune = ? AND by_learner = ? AND id = ?"],
  ] as const;
  const moves = back.map(([of, sql]) => [of, db.prepare(sql)] as const);
  const since = db.prepare(
    "SELECT id, ref, account FROM learning_events WHERE commune = ? AND learner = ? AND at >= ? ORDER BY at, id",
  );
  const seatOf = db.prepare(
    // A phone that was forgotten since does not come back.
    `INSERT OR REPLACE INTO account_learners (commune, account, learner, since, by_link)
     SELECT commune, id, ?, ?, ? FROM accounts WHERE commune = ? AND id = ?`,
  );
  const place = db.prepare("INSERT OR IGNORE INTO team_villages (commune, learner, village) VALUES (?,?,?)");
  // One that was answered since, or that nobody asks any more, stays gone.
  const ask = db.prepare(
    `INSERT OR IGNORE INTO question_askers (commune, question, learner, account, channel, village, at)
     SELECT commune, id, ?, ?, ?, ?, ? FROM questions WHERE commune = ? AND id = ?`,
  );
  const unask = db.prepare("DELETE FROM question_askers WHERE commune = ? AND learner = ? AND question = ?");
  const push = db.prepare(
    `INSERT OR IGNORE INTO pushed (commune, learner, push, lesson, version, at)
     SELECT commune, ?, push, lesson, version, at FROM pushed WHERE commune = ? AND learner = ? AND push = ?`,
  );
  const unpush = db.prepare("DELETE FROM pushed WHERE commune = ? AND learner = ? AND push = ?");
  const team = db.prepare(
    "INSERT OR REPLACE INTO team_members (commune, learner, village, since, removed_at) VALUES (?,?,?,?,?)",
  );
  const dropItem = db.prepare("DELETE FROM review_items WHERE commune = ? AND learner = ? AND item = ? AND at = ?");
  const item = db.prepare(
    "INSERT OR IGNORE INTO review_items (commune, learner, item, version, box, at) VALUES (?,?,?,?,?,?)",
  );
  const now = db.prepare("SELECT progress, certificates FROM learners WHERE commune = ? AND id = ?");
  const stand = db.prepare("UPDATE learners SET progress = ?, certificates = ? WHERE commune = ? AND id = ?");
  const review = db.prepare("UPDATE learners SET review = ?, review_at = ? WHERE commune = ? AND id = ?");

  return (commune: string, from: string, into: string, text: string, at: number): readonly string[] => {
    const moved = Moved.parse(JSON.parse(text));
    const { learner, before } = moved;
    const columns = Object.keys(learner);
    db.prepare(`INSERT INTO learners (${columns.join(",")}) VALUES (${columns.map(() => "?").join(",")})`).run(
      ...Object.values(learner),
    );
    for (const [of, move] of moves) for (const id of moved[of]) move.run(from, commune, into, id);
    const here = moved.phones.filter((p) => seatOf.run(from, p.since, p.by_link, commune, p.account).changes > 0);
    // A phone where the other learnt as well before stays with both; whose the lessons there were cannot be told.
    const leaving = here.map((p) => p.account).filter((phone) => !moved.stays.includes(phone));
    const after = z.array(Since).parse(since.all(commune, into, at));
    const own = after.filter((e) => e.account !== null && leaving.includes(e.account));
    for (const e of own) moves[0]?.[1].run(from, commune, into, e.id);

    const present = Standing.parse(now.get(commune, into));
    const lessonOf = (ref: string | null) => ref?.split("/")[0] ?? "";
    const learntThere = new Set(own.map((e) => lessonOf(e.ref)));
    const learntHere = new Set(after.filter((e) => !own.includes(e)).map((e) => lessonOf(e.ref)));
    const [a, b] = [progressOf(String(learner.progress)), progressOf(before.progress)];
    const all = progressOf(present.progress);
    const left: Progress = { ...a };
    const stayed: Progress = { ...b };
    for (const [lesson, state] of Object.entries(all)) {
      if (learntThere.has(lesson)) left[lesson] = state;
      if (learntHere.has(lesson)) stayed[lesson] = state;
    }
    const gone = new Set(moved.certificates);
    const papers = Papers.parse(JSON.parse(present.certificates));
    const mine = Papers.parse(JSON.parse(before.certificates));
    const staying = [...mine, ...papers.filter((c) => !gone.has(c.code) && !mine.some((m) => m.code === c.code))];
    stand.run(JSON.stringify(stayed), JSON.stringify(staying), commune, into);
    stand.run(JSON.stringify(left), String(learner.certificates), commune, from);
    if (before.review === "unasked" || before.review === "later")
      review.run(before.review, before.review_at, commune, into);

    for (const i of moved.items) {
      dropItem.run(commune, into, i.item, i.at);
      item.run(commune, from, i.item, i.version, i.box, i.at);
    }
    for (const i of moved.itemsBefore) item.run(commune, into, i.item, i.version, i.box, i.at);
    // Theirs first: the last who asked takes the question away.
    for (const a of moved.asks) ask.run(from, a.account, a.channel, a.village, a.at, commune, a.question);
    for (const a of moved.asks) unask.run(commune, into, a.question);
    for (const a of moved.asksBefore) ask.run(into, a.account, a.channel, a.village, a.at, commune, a.question);
    for (const id of moved.pushed) {
      push.run(from, commune, into, id);
      if (!moved.pushedBefore.includes(id)) unpush.run(commune, into, id);
    }
    if (moved.team) team.run(commune, from, moved.team.village, moved.team.since, moved.team.removed_at);
    for (const village of moved.teamVillages) place.run(commune, from, village);
    return leaving;
  };
};

type Progress = Record<string, LessonProgress>;
const progressOf = (text: string): Progress => JSON.parse(text) as Progress; // written only by `learnerUpdated` and `merger`

const Standing = z.object({ progress: z.string(), certificates: z.string() });
const Since = z.object({ id: z.string(), ref: z.string().nullable(), account: z.string().nullable() });
const Papers = z.array(z.object({ code: z.string(), track: z.string() }));
const Items = z.array(z.object({ item: z.string(), version: z.string(), box: z.number(), at: z.number() }));
const Asks = z.array(
  z.object({
    question: z.string(),
    account: z.string(),
    channel: z.string(),
    village: z.string().nullable(),
    at: z.number(),
  }),
);
/** Those of before the lists with a default were kept have none of them. */
const Moved = z.object({
  learner: z.record(z.string().regex(/^[a-z_]+$/), z.union([z.string(), z.number(), z.null()])),
  before: Standing.extend({ review: z.string(), review_at: z.number().nullable() }),
  phones: z.array(z.object({ account: z.string(), since: z.number(), by_link: z.number() })),
  team: z.object({ village: z.string().nullable(), since: z.number(), removed_at: z.number().nullable() }).nullable(),
  items: Items,
  itemsBefore: Items,
  events: z.array(z.string()),
  certificates: z.array(z.string()),
  tickets: z.array(z.string()),
  pushes: z.array(z.string()),
  asks: Asks.default([]),
  asksBefore: Asks.default([]),
  teamVillages: z.array(z.string()).default([]),
  pushed: z.array(z.string()).default([]),
  pushedBefore: z.array(z.string()).default([]),
  stays: z.array(z.string()),
});
type Moved = z.infer<typeof Moved>;
