import type Database from "better-sqlite3";
import type { BasicTrack } from "../../../indicator/definitions.ts";
import { questionOf, selfIds } from "../../../indicator/self.ts";
import { dayOf } from "../../../kit/vietnam-time.ts";

type Demo = {
  readonly commune: string;
  readonly learners: number;
  /** Events in all; about thirty a learner when left out. */
  readonly events?: number | undefined;
  readonly track: BasicTrack;
  /** 0 ≤ n < 1, from a seed, so that a demo can be made again. */
  readonly random: () => number;
  readonly now: number;
  /** Called after every chunk with the learners written so far. */
  readonly progress?: ((done: number) => void) | undefined;
};

/**
 * Fills a commune with people who do not exist: "Xóm Mẫu 1", "Người mẫu 1", all marked as sample so that every page
 * that counts them says so. Written in chunks of one transaction each; returns what was made.
 */
export const demo = (
  db: Database.Database,
  { commune, learners, events = learners * EACH, track, random, now, progress }: Demo,
): { villages: number; learners: number; events: number } => {
  const write = writer(db, commune, now);
  const villages = db.transaction(() => write.places(Math.max(2, Math.min(12, Math.round(learners / 8))), learners))();
  let written = 0;
  for (let from = 0; from < learners; from += CHUNK) {
    const upTo = Math.min(learners, from + CHUNK);
    db.transaction(() => {
      for (let n = from; n < upTo; n++) {
        const life = lifeOf(n, learners, events, villages, track, random, now);
        write.learner(n, life);
        written += life.events.length;
      }
    })();
    progress?.(upTo);
  }
  return { villages: villages.length, learners, events: written };
};

const CHUNK = 2_000;
const EACH = 30;
/** What a whole lesson leaves behind: begun, three answers, two ends. */
const OF_A_LESSON = 6;
const DAY = 86_400_000;
const audiences = ["resident", "resident", "resident", "farmer", "business", "official", "worker"] as const;
const ages = ["16-29", "30-49", "50-64", "50-64", "65plus"] as const;

type Happened = { readonly what: string; readonly ref: string; readonly data: string; readonly at: number };
type Village = { readonly id: string; readonly keen: number };
type Life = {
  readonly village: string | null;
  readonly audience: string;
  readonly age: string;
  readonly began: number;
  readonly events: readonly Happened[];
  readonly done: number;
  readonly passed: number;
};

/** What one sample person did: lessons of the track one after the other, then guides and safety until the events are used up. */
const lifeOf = (
  n: number,
  learners: number,
  events: number,
  villages: readonly Village[],
  track: BasicTrack,
  random: () => number,
  now: number,
): Life => {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const village = random() < 0.03 ? undefined : pick(villages);
  const upTo = (people: number): number => Math.floor((shareOf(people, events / learners, track) * events) / learners);
  // What the shares leave over for a last group that is not full goes to the last person, so that the sum is what was asked for.
  const quota = Math.max(1, (n === learners - 1 ? events : upTo(n + 1)) - upTo(n));
  const diligent = isDiligent(n);
  const began = now - Math.floor((1 + random() * 200) * DAY);
  const until = Math.min(now, began + Math.floor((2 + random() * 120) * DAY));
  const keen = village?.keen ?? 0.5;
  const list: Omit<Happened, "at">[] = [];
  let [done, passed] = [0, 0];
  for (const lesson of track.lessons) {
    list.push({ what: "lesson-started", ref: lesson, data: "{}" });
    if (!diligent && random() > keen + 0.15) break;
    for (let item = 1; item <= 3; item++)
      list.push({
        what: "quiz-answered",
        ref: `${lesson}/${item}`,
        data: random() < 0.8 ? '{"right":true}' : '{"right":false}',
      });
    const good = diligent || random() < keen + 0.3;
    list.push({ what: "quiz-finished", ref: lesson, data: `{"score":${good ? 3 : 1},"of":3,"passed":${good}}` });
    list.push({ what: "lesson-finished", ref: lesson, data: "{}" });
    done++;
    if (good) passed++;
  }
  list.push(...answersOf(n));
  while (list.length < quota)
    list.push({
      what: list.length % 5 === 0 ? "safety-read" : "guide-step-done",
      ref: list.length % 5 === 0 ? "lua-dao-cong-an" : "vneid-cai-dat",
      data: list.length % 5 === 0 ? "{}" : '{"step":"mau"}',
    });
  const taken = list.slice(0, quota);
  const stepOf = (until - began) / Math.max(1, taken.length);
  return {
    village: village?.id ?? null,
    audience: pick(audiences) ?? "resident",
    age: pick(ages) ?? "50-64",
    began,
    events: taken.map((event, i) => ({ ...event, at: Math.floor(began + stepOf * i) })),
    done,
    passed,
  };
};

/** One person in ten goes to the end of the track: else nobody would be seen to reach it, and its figure says nothing. */
const isDiligent = (n: number): boolean => n % 10 === 3;

/** How many average people's events the first `people` have together: whoever goes to the end needs a whole track of them. */
const shareOf = (people: number, each: number, track: BasicTrack): number => {
  const most = Math.min(5, Math.max(1, (track.lessons.length * OF_A_LESSON + 1) / each));
  const diligent = Math.floor((people + 6) / 10);
  return diligent * most + (people - diligent) * ((10 - most) / 9);
};

/** Every third sample person answers the self-assessment, by their number alone, so that nobody's lessons depend on it. */
const answersOf = (n: number): Omit<Happened, "at">[] =>
  n % 3 > 0
    ? []
    : selfIds.map((id, i) => {
        const draw = ((n / 3) * 7 + i * 3) % 10;
        const answer = draw === 9 ? "unsure" : draw < 7 - i ? "yes" : "no";
        return { what: "self-assessed", ref: questionOf(id), data: `{"answer":"${answer}"}` };
      });

/** The statements, prepared once. Ids start with "mau-", so that a second run replaces the first instead of doubling it. */
const writer = (db: Database.Database, commune: string, now: number) => {
  const village = db.prepare(
    "INSERT OR REPLACE INTO villages (commune, id, name, code, sample) VALUES (?, ?, ?, ?, 1)",
  );
  const adults = db.prepare(
    `INSERT OR REPLACE INTO denominators (commune, id, population, village, value, as_of, source, entered_by, entered_at, sample)
     VALUES (?, ?, 'adults', ?, ?, ?, 'Dữ liệu mẫu', 'Dữ liệu mẫu', ?, 1)`,
  );
  const learner = db.prepare(
    `INSERT OR REPLACE INTO learners (commune, id, name, village, audience, age, consent, consent_version, consent_at, sample, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'yes', 'mau', ?, 1, ?)`,
  );
  const forget = db.prepare("DELETE FROM learning_events WHERE commune = ? AND learner = ?");
  const event = db.prepare(
    "INSERT INTO learning_events (commune, id, learner, village, audience, adult, what, ref, data, at) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)",
  );
  const anew =
    db.prepare("SELECT 1 FROM learners WHERE commune = ? AND id LIKE 'mau-%' LIMIT 1").get(commune) !== undefined;
  let sequence = 0;
  return {
    places(count: number, learners: number): Village[] {
      const each = Math.max(20, Math.ceil((learners * 2.2) / count));
      const asOf = dayOf(now - 240 * DAY);
      adults.run(commune, "mau-xa", null, count * each, asOf, now);
      return Array.from({ length: count }, (_, i) => {
        const id = `mau-${i + 1}`;
        village.run(commune, id, `Xóm Mẫu ${i + 1}`, `MAU${i + 1}`);
        adults.run(commune, `mau-${i + 1}`, id, each, asOf, now);
        // From 0.25 to 0.95 in a scattered order, so that some villages are in need and not simply the last ones.
        return { id, keen: 0.25 + (0.7 * ((i * 5) % count)) / Math.max(1, count - 1) };
      });
    },
    learner(n: number, life: Life): void {
      const id = `mau-${n + 1}`;
      if (anew) forget.run(commune, id);
      learner.run(commune, id, `Người mẫu ${n + 1}`, life.village, life.audience, life.age, life.began, life.began);
      for (const e of life.events)
        event.run(
          commune,
          `mau-${(sequence++).toString(36).padStart(6, "0")}`,
          id,
          life.village,
          life.audience,
          e.what,
          e.ref,
          e.data,
          e.at,
        );
    },
  };
};
