import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { Secret, TOTP } from "otpauth";
import { channelWordsIn } from "../../src/app/channel-states.ts";
import { allChannels } from "../../src/channels/all.ts";
import { windowOf } from "../../src/channels/zalo-oa/window.ts";
import type { Commune } from "../../src/communes/schema.ts";
import type { DeskDeps } from "../../src/desk/deps.ts";
import { deskRoutes } from "../../src/desk/routes.ts";
import { tooWeak } from "../../src/desk/sign-in/strength.ts";
import { indicatorService } from "../../src/indicator/service.ts";
import { cleaned } from "../../src/people/clean.ts";
import { codeTyped } from "../../src/people/codes.ts";
import { paperFile } from "../../src/report/paper-file.ts";
import { reportCheckRoutes } from "../../src/site/report-check.tsx";
import { resultsRoutes } from "../../src/site/results.tsx";
import { verifyRoutes } from "../../src/site/verify.tsx";
import type { Role } from "../../src/store/ports/staff.ts";
import { auditLog } from "../../src/store/sqlite/audit-log.ts";
import { openCold } from "../../src/store/sqlite/cold/cold.ts";
import { deskStore } from "../../src/store/sqlite/cold/desk.ts";
import { learnerCounts } from "../../src/store/sqlite/cold/learners.ts";
import { seedCommunes } from "../../src/store/sqlite/cold/seed.ts";
import { open } from "../../src/store/sqlite/open.ts";
import { qrPath } from "../../src/ui/qr-path.ts";
import { xlsxOf } from "../../src/ui/xlsx.ts";
import { commune } from "./commune.ts";

export const track = { id: "co-ban", lessons: ["bai-a", "bai-b"] };
/** Sunday 22 November 2026, 14:05 in Viet Nam. */
export const NOON = Date.parse("2026-11-22T07:05:00Z");

/** Two topics that do not exist, a guide whose fee is local and a lesson, each of a department of its own. */
const topics: DeskDeps["topics"] = [
  {
    name: "guide:giay-mau",
    id: "giay-mau",
    kind: "guide",
    code: "HD901",
    title: { vi: "Giấy mẫu", en: "Sample paper" },
    owner: "trung-tam-hcc",
    reviewBy: "2026-12-10",
    sources: [
      { title: "Văn bản mẫu", url: "https://mau.example/a", checked_on: "2026-06-10", confidence: "cao" },
      { title: "Báo mẫu", checked_on: "2026-06-01", confidence: "thap" },
    ],
    localFee: true,
  },
  {
    name: "lesson:bai-a",
    id: "bai-a",
    kind: "lesson",
    code: "BAI1",
    title: { vi: "Bài A", en: "Lesson A" },
    owner: "cong-an-xa",
    reviewBy: "2027-05-22",
    sources: [{ title: "Báo mẫu", checked_on: "2026-11-20", confidence: "trung-binh" }],
    localFee: false,
  },
];

/** A house with the real migrations in a temporary file, the real routes, and a clock that stands still. */
export const house = async (communes: readonly Commune[] = [commune("a-xa"), commune("b-xa")]) => {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const file = join(folder, "house.sqlite");
  const opened = open(file);
  if (!opened.ok) throw new Error(opened.fault.cause);
  const db = opened.value;
  seedCommunes(db, communes);
  const time = { now: NOON };
  const desk = await deskOn(file, time);
  const close = async () => {
    await desk.close();
    db.close();
    rmSync(folder, { recursive: true });
  };
  return { ...desk, db, time, file, close };
};
export type House = Awaited<ReturnType<typeof house>>;

/** The desk and the public pages over a database file. */
export const deskOn = async (file: string, time: { readonly now: number }) => {
  const cold = openCold(file);
  const opened = open(file);
  if (!opened.ok) throw new Error(opened.fault.cause);
  const audit = auditLog(opened.value);
  let n = 0;
  const id = () => `id-${++n}`;
  const clock = () => time.now;
  const told: string[] = [];
  const deps: DeskDeps = {
    store: deskStore(cold),
    audit,
    indicator: indicatorService({ counts: learnerCounts(cold), track, clock, cacheFor: 0 }),
    clock,
    id,
    secret: () => `secret-${++n}-0123456789abcdef`,
    publicUrl: "http://localhost:3000",
    qr: async (text) => qrPath(text),
    styles: { desk: ["/tep/console.css"], public: ["/tep/public.css"] },
    titleOf: (what) => (what === "bai-a" ? "Bài A" : what === "co-ban" ? "Kỹ năng số cơ bản" : null),
    topics,
    opensContent: (code) => code === "BAI1",
    saidAnyway: (code) => code === "SO1",
    channels: async () => [],
    channelWords: channelWordsIn(allChannels),
    paper: paperFile,
    xlsx: xlsxOf,
    tooWeak,
    backup: () => ({ folder: null, last: null, late: false, failed: null }),
    reconnect: async () => null,
    window: windowOf,
    doors: () => [],
    searched: () => ({ found: [{ topic: "guide:giay-mau", score: 0.18 }], sure: false }),
    answerTo: (_commune, to, question, answer) => ({
      spec: 1,
      purpose: "reply",
      language: to.language,
      token: id(),
      blocks: [{ kind: "text", text: `${question} → ${"words" in answer ? answer.words : answer.topic}` }],
      choices: [],
      expects: "nothing",
      reserved: [],
    }),
    said: (to) => told.push(...to.map(({ connection, chat }) => `${connection} ${chat}`)),
  };
  const app = Fastify();
  await app.register(deskRoutes, deps);
  await app.register(resultsRoutes, deps);
  await app.register(reportCheckRoutes, deps);
  await app.register(verifyRoutes, {
    ...deps,
    certificate: (typed: string) => deps.store.certificate(codeTyped(typed)),
  });
  const close = async () => {
    await app.close();
    await cold.close();
    opened.value.close();
  };
  return { app, cold, deps, told, close };
};

type Answer = Awaited<ReturnType<FastifyInstance["inject"]>>;

/** A browser: keeps cookies, fills the token of the page it stands on into the forms it posts. */
export const browser = (app: FastifyInstance) => {
  const cookies = new Map<string, string>();
  let token = "";
  const keep = (answer: Answer): Answer => {
    for (const c of answer.cookies)
      if (c.value === "") cookies.delete(c.name);
      else cookies.set(c.name, c.value);
    token = /name="csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token;
    return answer;
  };
  const headers = () => ({ cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; ") });
  return {
    cookies,
    get: async (url: string) => keep(await app.inject({ url, headers: headers() })),
    post: async (
      url: string,
      form: Record<string, string> | readonly (readonly [string, string])[] = {},
      csrf = token,
    ) =>
      keep(
        await app.inject({
          method: "POST",
          url,
          headers: { ...headers(), "content-type": "application/x-www-form-urlencoded" },
          payload: new URLSearchParams([
            ["csrf", csrf],
            ...(Array.isArray(form) ? form : Object.entries(form)),
          ]).toString(),
        }),
      ),
  };
};

/** Attributes up to the end of a tag: a value between quotes may hold a `>`. */
export const attributes = `(?:[^>"]|"[^"]*")*`;

/** The fields a page says do not hold, each with the words beside it; the status when it is no such page. */
export const marked = ({ statusCode, body }: Answer): Readonly<Record<string, string>> | number =>
  statusCode !== 422
    ? statusCode
    : Object.fromEntries(
        [
          ...body.matchAll(
            new RegExp(`<(?:input|select|textarea)\\b${attributes} aria-invalid="true"${attributes}>`, "g"),
          ),
        ].map(([tag]) => {
          const id = /aria-describedby="([^"]*-fault)/.exec(tag)?.[1] ?? "";
          return [
            /name="([^"]+)"/.exec(tag)?.[1] ?? "",
            new RegExp(`<small id="${id}"[^>]*>([^<]*)`).exec(body)?.[1] ?? "",
          ];
        }),
      );

/** Somebody of the staff, logged in through a one-time link. */
export const logIn = async (
  h: Pick<House, "app" | "deps" | "time">,
  role: Role,
  where: string | null,
  login = `${role}-${where ?? "all"}`,
  villages: readonly string[] | null = null,
) => {
  const { hash } = await import("../../src/desk/hash.ts");
  const key = h.deps.secret();
  await h.deps.store.addStaff(
    { id: h.deps.id(), login: cleaned(login), name: cleaned(`Cán bộ mẫu ${login}`), role, commune: where, villages },
    { hash: hash(key), expiresAt: h.time.now + 1000 },
    { staff: "test", at: h.time.now },
  );
  const b = browser(h.app);
  await b.get(`/desk/vao/${key}`);
  const entered = await b.post(`/desk/vao/${key}`, { password: "một câu thật dài", again: "một câu thật dài" });
  if (entered.statusCode !== 303) throw new Error(`login failed: ${entered.statusCode}`);
  if (role === "administrator") await setUpSecondFactor(b, h.time.now);
  if (where) await b.get(`/desk/${where}/cai-dat`);
  return b;
};

/** What every administrator does first: reads the key of the page and types the code it gives now. Answers the key. */
export const setUpSecondFactor = async (b: ReturnType<typeof browser>, now: number): Promise<string> => {
  const page = await b.get("/desk/ma-moi");
  const key = /<b class="link">([A-Z2-7 ]+)<\/b>/.exec(page.body)?.[1]?.replaceAll(" ", "") ?? "";
  const done = await b.post("/desk/ma-moi", { code: codeOf(key, now) });
  if (done.statusCode !== 200) throw new Error(`second factor refused: ${done.statusCode}`);
  return key;
};
/** What an authenticator shows. */
export const codeOf = (key: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now });

type Fact = {
  learner: string;
  what: string;
  ref?: string;
  at: number;
  village?: string | null;
  audience?: string | null;
  adult?: 0 | 1;
  data?: object;
  account?: string;
};
let facts = 0;
/** Puts a fact on record the way a turn does. */
export const fact = ({ db }: Pick<House, "db">, code: string, f: Fact): void => {
  db.prepare(
    "INSERT INTO learning_events (commune, id, learner, village, audience, adult, what, ref, data, account, at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
  ).run(
    code,
    `f-${String(++facts).padStart(9, "0")}`,
    f.learner,
    f.village ?? null,
    f.audience ?? null,
    f.adult ?? 1,
    f.what,
    f.ref ?? null,
    JSON.stringify(f.data ?? {}),
    f.account ?? null,
    f.at,
  );
};
export const person = (
  { db }: Pick<House, "db">,
  code: string,
  id: string,
  p: { name?: string; consent?: string; sample?: 0 | 1; village?: string } = {},
): void => {
  db.prepare(
    "INSERT INTO learners (commune, id, name, village, consent, sample, created_at) VALUES (?,?,?,?,?,?,0)",
  ).run(code, id, p.name ?? null, p.village ?? null, p.consent ?? "yes", p.sample ?? 0);
};
export const village = ({ db }: Pick<House, "db">, code: string, id: string, name: string): void => {
  db.prepare("INSERT INTO villages (commune, id, name, code) VALUES (?,?,?,?)").run(
    code,
    id,
    name,
    `XOM${id.replace(/\D/g, "")}`,
  );
};
export const adults = (
  { db }: Pick<House, "db">,
  code: string,
  where: string | null,
  value: number,
  asOf = "2026-01-01",
  sample: 0 | 1 = 0,
): void => {
  db.prepare(
    "INSERT INTO denominators (commune, id, population, village, value, as_of, source, entered_by, entered_at, sample) VALUES (?,?,'adults',?,?,?,'Công an xã (mẫu)','Mẫu',?,?)",
  ).run(code, `d-${++facts}`, where, value, asOf, facts, sample);
};
