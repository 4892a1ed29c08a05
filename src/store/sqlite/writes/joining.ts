import { z } from "zod";
import type { LessonProgress } from "../../../engine/facts.ts";
import { auditRow } from "../audit-row.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";
import { seats } from "./household.ts";

/** How long a phone that joined by a link code can be parted again. */
const undoMs = 7 * 24 * 3_600_000;

/**
 * Parts a phone that joined by a link code, for somebody who learns as the one it joined: it goes back to whoever learnt
 * on it before, and where the two were made one each gets back what was theirs. What was learnt since then belongs to
 * the phone it was learnt on.
 */
export const linkUndone = (db: Database): Writer<"link-undone"> => {
  const seat = seats(db);
  const read = db.prepare(
    "SELECT learner, account, former, kept, at FROM joinings WHERE commune = ? AND id = ? AND at > ?",
  );
  const part = parted(db);
  const phone = [
    "DELETE FROM account_learners WHERE commune = ? AND account = ? AND learner = ?",
    "DELETE FROM sessions WHERE commune = ? AND account = ? AND learner = ?",
    "DELETE FROM timers WHERE commune = ? AND account = ? AND learner = ?",
  ].map((sql) => db.prepare(sql));
  const next = db
    .prepare(
      "SELECT learner FROM account_learners WHERE commune = ? AND account = ? ORDER BY learner = ? DESC, since LIMIT 1",
    )
    .pluck();
  const stranger = db.prepare("INSERT INTO learners (commune, id, language, created_at) VALUES (?,?,?,?)");
  const done = [
    "DELETE FROM joinings WHERE commune = ? AND id = ?",
    "DELETE FROM timers WHERE commune = ? AND token = ? AND kind = 'linked'",
  ].map((sql) => db.prepare(sql));
  // One that was offered from the phone that goes would bring it straight back.
  const codes = ["link_codes", "downloads"].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE commune = ? AND learner = ? AND used_at IS NULL`),
  );

  const audit = auditRow(db);
  return (w, frame) => {
    const { account, person } = frame.loaded;
    const { commune } = account;
    const found = Joining.safeParse(read.get(commune, w.link, frame.now - undoMs));
    if (!found.success || !seat.has(commune, account.id, found.data.learner)) return;
    const { learner, account: joined, former, kept, at } = found.data;
    audit(
      { what: "merge-undone", commune, about: learner, after: { from: former } },
      { who: `learner:${person.id}`, from: null, at: frame.now },
    );
    const leaving = new Set([joined]);
    if (kept !== null) for (const one of part(commune, former, learner, kept, at)) leaving.add(one);
    for (const left of leaving) {
      for (const s of phone) s.run(commune, left, learner);
      let heir = next.get(commune, left, former);
      if (typeof heir !== "string") {
        heir = frame.id();
        stranger.run(commune, heir, person.language, frame.now);
        seat.join(commune, left, String(heir), frame.now);
      }
      seat.sit(commune, left, String(heir));
      if (left === account.id) frame.switched = true;
    }
    for (const s of codes) s.run(commune, learner);
    for (const s of done) s.run(commune, w.link);
  };
};

/** What moves when `from` is made one with `into`, and how both stood before: enough to part them again. */
export const movedBetween = (db: Database) => {
  const learner = db.prepare("SELECT * FROM learners WHERE commune = ? AND id = ?");
  const before = db.prepare(
    "SELECT progress, certificates, review, review_at FROM learners WHERE commune = ? AND id = ?",
  );
  const phones = db.prepare("SELECT account, since, by_link FROM account_learners WHERE commune = ? AND learner = ?");
  const team = db.prepare("SELECT village, since, removed_at FROM team_members WHERE commune = ? AND learner = ?");
  const items = db.prepare("SELECT item, version, box, at FROM review_items WHERE commune = ? AND learner = ?");
  const list = (sql: string) => db.prepare(sql).pluck();
  const lists = {
    events: list("SELECT id FROM learning_events WHERE commune = ? AND learner = ?"),
    certificates: list("SELECT code FROM certificates WHERE commune = ? AND learner = ?"),
    tickets: list("SELECT id FROM tickets WHERE commune = ? AND learner = ?"),
    pushes: list("SELECT id FROM pushes WHERE commune = ? AND by_learner = ?"),
    asked: list("SELECT question FROM question_askers WHERE commune = ? AND learner = ?"),
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
      asked: lists.asked.all(commune, from),
      stays: lists.stays.all(commune, into),
    });
};

/** Makes two learners of one again; answers the phones that go with the one who left. */
const parted = (db: Database) => {
  const back = [
    ["events", "UPDATE learning_events SET learner = ? WHERE commune = ? AND learner = ? AND id = ?"],
    ["certificates", "UPDATE certificates SET learner = ? WHERE commune = ? AND learner = ? AND code = ?"],
    ["tickets", "UPDATE tickets SET learner = ? WHERE commune = ? AND learner = ? AND id = ?"],
    ["pushes", "UPDATE pushes SET by_learner = ? WHERE commune = ? AND by_learner = ? AND id = ?"],
    ["asked", "UPDATE OR IGNORE question_askers SET learner = ? WHERE commune = ? AND learner = ? AND question = ?"],
  ] as const;
  const moves = back.map(([of, sql]) => [of, db.prepare(sql)] as const);
  const since = db.prepare(
    "SELECT id, ref, account FROM learning_events WHERE commune = ? AND learner = ? AND at >= ? ORDER BY at, id",
  );
  const seatOf = db.prepare(
    "INSERT OR REPLACE INTO account_learners (commune, account, learner, since, by_link) VALUES (?,?,?,?,?)",
  );
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
    const kept = Moved.parse(JSON.parse(text));
    const { learner, before } = kept;
    const columns = Object.keys(learner);
    db.prepare(`INSERT INTO learners (${columns.join(",")}) VALUES (${columns.map(() => "?").join(",")})`).run(
      ...Object.values(learner),
    );
    for (const [of, move] of moves) for (const id of kept[of]) move.run(from, commune, into, id);
    const theirs = new Set(kept.phones.map((p) => p.account));
    // A phone where the other learnt as well before stays with both; whose the lessons there were cannot be told.
    const leaving = [...theirs].filter((phone) => !kept.stays.includes(phone));
    const after = z.array(Since).parse(since.all(commune, into, at));
    const own = after.filter((e) => e.account !== null && leaving.includes(e.account));
    for (const e of own) moves[0]?.[1].run(from, commune, into, e.id);

    const present = Standing.parse(now.get(commune, into));
    const lessonOf = (ref: string | null) => ref?.split("/")[0] ?? "";
    const here = new Set(own.map((e) => lessonOf(e.ref)));
    const there = new Set(after.filter((e) => !own.includes(e)).map((e) => lessonOf(e.ref)));
    const [a, b] = [progressOf(String(learner.progress)), progressOf(before.progress)];
    const all = progressOf(present.progress);
    const left: Progress = { ...a };
    const stayed: Progress = { ...b };
    for (const [lesson, state] of Object.entries(all)) {
      if (here.has(lesson)) left[lesson] = state;
      if (there.has(lesson)) stayed[lesson] = state;
    }
    const gone = new Set(kept.certificates);
    const papers = Papers.parse(JSON.parse(present.certificates));
    const mine = Papers.parse(JSON.parse(before.certificates));
    const staying = [...mine, ...papers.filter((c) => !gone.has(c.code) && !mine.some((m) => m.code === c.code))];
    stand.run(JSON.stringify(stayed), JSON.stringify(staying), commune, into);
    stand.run(JSON.stringify(left), String(learner.certificates), commune, from);
    if (before.review === "unasked" || before.review === "later")
      review.run(before.review, before.review_at, commune, into);

    for (const i of kept.items) {
      dropItem.run(commune, into, i.item, i.at);
      item.run(commune, from, i.item, i.version, i.box, i.at);
    }
    for (const i of kept.itemsBefore) item.run(commune, into, i.item, i.version, i.box, i.at);
    for (const p of kept.phones) seatOf.run(commune, p.account, from, p.since, p.by_link);
    if (kept.team) team.run(commune, from, kept.team.village, kept.team.since, kept.team.removed_at);
    return leaving;
  };
};

type Progress = Record<string, LessonProgress>;
const progressOf = (text: string): Progress => JSON.parse(text) as Progress; // written only by `learnerUpdated` and `merger`

const Standing = z.object({ progress: z.string(), certificates: z.string() });
const Since = z.object({ id: z.string(), ref: z.string().nullable(), account: z.string().nullable() });
const Papers = z.array(z.object({ code: z.string(), track: z.string() }));
const Joining = z.object({
  learner: z.string(),
  account: z.string(),
  former: z.string(),
  kept: z.string().nullable(),
  at: z.number(),
});
const Items = z.array(z.object({ item: z.string(), version: z.string(), box: z.number(), at: z.number() }));
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
  asked: z.array(z.string()),
  stays: z.array(z.string()),
});
type Moved = z.infer<typeof Moved>;
