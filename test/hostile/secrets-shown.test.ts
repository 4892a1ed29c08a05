import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rateClasses } from "../../src/app/http/rate-classes.ts";
import type { DeskDeps } from "../../src/desk/deps.ts";
import { roles } from "../../src/desk/may.ts";
import type { Role } from "../../src/store/ports/staff.ts";
import { codeOf, logIn } from "../desk/house.ts";
import { addVillages } from "../house/house.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";
import { atWeb, settle } from "./people.ts";

// Whatever opens a person, a role, a session or a channel is shown once, to whoever made it. All of it is made here, the
// way people make it; then every page there is, and every table and file a page offers, is read by every role and by a
// stranger: none of it may stand there, and nothing that is kept of it.

const COMMUNE = "phu-binh-thai-nguyen";
/** As the settings name them; none of these opens anything. */
const settings = {
  TELEGRAM_BOT_TOKEN: "123456789:ZQzqTELEGRAMzqTOKENzqzqzqzqzqzqzqzq",
  TELEGRAM_WEBHOOK_SECRET: "zq-telegram-webhook-secret-0123456789",
  ZALO_BOT_TOKEN: "987654321:ZQzqZALOBOTzqTOKENzqzqzqzqzqzqzqzqz",
  ZALO_BOT_WEBHOOK_SECRET: "zq-zalo-bot-webhook-secret-0123456789",
  PUBLIC_URL: "https://hoc.example",
  METRICS_TOKEN: "zq-metrics-token-0123456789abcdef",
};

let home: HostileHouse;
/** By what it is: at least one of each, as it is typed, sent or kept. */
const secrets: Record<string, readonly string[]> = {};
const plant = (what: string, found: readonly string[]): void => {
  expect(found.filter((secret) => secret.length >= 6).length, what).toBeGreaterThan(0);
  secrets[what] = found.flatMap((secret) => [secret, secret.replaceAll(" ", "")]);
};
const live = (): readonly string[] => [...new Set(Object.values(secrets).flat())];

const signedIn = (role: Role, login: string) => {
  const { house } = home;
  // Signing in uses these of the desk's deps and no others, and of the app only `inject`.
  const some = { deps: { secret: house.secret, id: house.id, store: house.desk } as unknown as DeskDeps };
  const app = home.app as unknown as Parameters<typeof logIn>[0]["app"];
  const villages = role === "village-leader" || role === "team-member" ? ["v1"] : null;
  return logIn({ ...some, app, time: { now: house.now() + 25_000 } }, role, COMMUNE, login, villages);
};
const codesIn = (body: string): readonly string[] =>
  [...body.matchAll(/<b class="link">([A-Z2-9 ]{14,})<\/b>/g)].map(([, code = ""]) => code);

beforeAll(async () => {
  const plenty = Object.fromEntries(
    Object.keys(rateClasses).map((name) => [name, { address: 1_000_000, all: 1_000_000 }]),
  );
  home = await hostileHouse(settings, { rates: plenty });
  await addVillages(home.house, COMMUNE);
  plant(
    "settings",
    Object.values(settings).filter((value) => value !== settings.PUBLIC_URL),
  );

  const p = atWeb(home.house, "zq-secrets");
  await settle(p, "Mẫu");
  await p.says("menu");
  await p.presses("Việc của tôi");
  plant("link code", /[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}/.exec(await p.presses("Học tiếp trên máy khác")) ?? []);
  plant("address of the download", [/\/du-lieu\/([A-Z0-9]{12})/.exec(await p.says("tải dữ liệu của tôi"))?.[1] ?? ""]);

  const desk = `/desk/${COMMUNE}`;
  const admin = await signedIn("administrator", "zq-maker");
  plant(
    "invitation",
    codesIn((await admin.post(`${desk}/to/moi`, { label: "Mẫu", village: "", days: "7", uses: "2" })).body),
  );
  const added = await admin.post(`${desk}/cai-dat/nguoi`, { name: "Mẫu", login: "moi", role: "overseer" });
  plant("one-time link", [/\/desk\/vao\/([\w-]+)/.exec(added.body)?.[1] ?? ""]);
  plant("code for alarms", codesIn((await admin.post(`${desk}/tai-khoan/bao-su-co`)).body));
  plant(
    "session",
    [...admin.cookies].flatMap(([name, value]) => (name.includes("ngon-ngu") || value === "vi" ? [] : [value])),
  );

  const second = await signedIn("staff", "zq-second");
  const key = codesIn((await second.get("/desk/ma-moi")).body);
  plant("key of the second factor", key);
  const shown = await second.post("/desk/ma-moi", {
    code: codeOf((key[0] ?? "").replaceAll(" ", ""), home.house.now()),
  });
  plant(
    "recovery codes",
    [...(/<ul class="codes">(.*?)<\/ul>/s.exec(shown.body)?.[1] ?? "").matchAll(/<li>([^<]+)/g)].map(
      ([, code = ""]) => code,
    ),
  );
  const third = await signedIn("staff", "zq-third");
  plant("key that is being set up", codesIn((await third.get("/desk/ma-moi")).body));

  const keys = readdirSync(home.dataDir).filter((name) => name.endsWith(".key"));
  plant(
    "keys beside the database",
    keys.flatMap((name) => {
      const bytes = readFileSync(join(home.dataDir, name));
      return [bytes.toString("utf8").trim(), bytes.toString("base64"), bytes.toString("hex")];
    }),
  );
  // No OA is connected here: what would be kept of one.
  home.house.store.db.exec(`
    INSERT INTO zalo_tokens (connection, sealed, access_until, refresh_until, version) VALUES ('zq', x'5a71005a71015a7102', 0, 0, 1);
    INSERT INTO zalo_consents VALUES ('zq-state-0123456789', 'zq', x'5a71035a71045a7105', 0);
    INSERT INTO zalo_seeds VALUES ('zq', 'zq-digest-0123456789');
    INSERT INTO search_choices_once VALUES ('${COMMUNE}', 'zq-key-0123456789', 0);
  `);
  for (const [table, column] of keptOfSecrets()) {
    const kept = home.house.store.db
      .prepare(`SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`)
      .pluck()
      .all();
    plant(
      `${table}.${column}`,
      kept.flatMap((v) => (Buffer.isBuffer(v) ? [v.toString("hex"), v.toString("base64")] : [String(v)])),
    );
  }
}, 300_000);
afterAll(() => home.close());

/** Columns named as what is kept of a secret is named; a new one is planted too, or says here why it may be read. */
const keptOfSecrets = (): readonly (readonly [string, string])[] =>
  (
    home.house.store.db
      .prepare(
        "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
      )
      .raw()
      .all() as [string, string][]
  ) // the two columns asked for
    .filter(
      ([table, column]) =>
        /^(code|hash|key|sealed|totp|draft|digest|state|secret)$/.test(column) && !(`${table}.${column}` in readable),
    );

const readable: Readonly<Record<string, string>> = {
  "communes.code": "names the commune in every address",
  "communes.hash": "of the seed",
  "villages.code": "printed on posters",
  "certificates.code": "stands on the certificate, to be shown",
  "applied_migrations.hash": "of a file of the source",
  "security_log.hash": "of the chain, to be copied",
  "security_log_start.hash": "of the chain",
  "report_editions.hash": "printed on the report, to be compared",
  "inbox.key": "of an update of a channel",
  "tickets.state": "where in a lesson somebody was stuck",
};

/** Reads a page and what it offers, and whatever they offer, each address once. */
const walk = async (
  get: (url: string) => Promise<{ statusCode: number; body: string; headers: object }>,
  starts: readonly string[],
) => {
  const seen = new Map<string, number>();
  const waiting = [...starts];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const path = url.split(/[?#]/)[0] ?? "";
    if (seen.has(path)) continue;
    const { statusCode, body, headers } = await get(url);
    seen.set(path, statusCode);
    const text = `${body} ${JSON.stringify(headers)}`;
    for (const [what, shown] of Object.entries(secrets))
      for (const secret of shown) expect(text.includes(secret), `${url} shows: ${what}`).toBe(false);
    for (const [, to = ""] of body.matchAll(/\b(?:href|src|action)="(\/[^"]*)"/g))
      if (!/^\/(?:tep|hinh|tranh|giay)\/|ngon-ngu|dang-xuat|\.xlsx/.test(to)) waiting.push(to.replaceAll("&amp;", "&"));
  }
  return seen;
};

const routes = (kind: RegExp): readonly string[] =>
  home.routes.flatMap((name) => (name.startsWith("GET ") && kind.test(name) ? [name.slice(4)] : []));

test.each(roles)("%s reads no secret on any page of the desk, nor in what it offers", async (role) => {
  const b = await signedIn(role, `zq-walker-${role}`);
  const pages = routes(/^GET \/desk\/:commune(?:\/[\w-]+)*$/).map((route) => route.replace(":commune", COMMUNE));
  expect(pages.length).toBeGreaterThan(10);
  const seen = await walk((url) => b.get(url), pages);
  for (const page of pages) expect([200, 403], page).toContain(seen.get(page));
  await b.get("/desk/ngon-ngu/en");
  await walk((url) => b.get(url), pages);
  const cookie = [...b.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  for (const url of pages) {
    const head = await home.app.inject({ method: "HEAD", url, headers: { cookie } });
    expect([url, head.statusCode, head.body]).toEqual([url, seen.get(url), ""]);
  }
  const offered = [...seen].filter(([path, status]) => /\/tai\/.+\.csv$/.test(path) && status === 200);
  expect(offered.length, "tables").toBeGreaterThan(0);
});

test("a stranger reads none on any public page, and none stands in the rows of the log", async () => {
  const plain = routes(/^GET \/(?!desk\/|chat\/stream|webhooks)[^:*]*$/);
  const filled = routes(/^GET \/(?!desk).*:/).map((route) => route.replace(/:\w+/g, "KHONGCO2"));
  const pages = [...plain, ...filled, `/ket-qua/${COMMUNE}`, `/ket-qua/${COMMUNE}.csv`, `/chat?commune=${COMMUNE}`];
  for (const known of ["/rieng-tu", "/chat/shell", "/kiem-bao-cao/KHONGCO2"]) expect(pages).toContain(known);
  await walk((url) => home.app.inject({ url, headers: { accept: "text/html" } }), pages);
  const log = JSON.stringify(home.house.store.db.prepare("SELECT * FROM security_log").all());
  for (const secret of live()) expect(log.includes(secret)).toBe(false);
});

test("a viewer can neither make nor withdraw an invitation", async () => {
  const b = await signedIn("overseer", "zq-viewer");
  const made = (): number => Number(home.house.store.db.prepare("SELECT count(*) FROM invitations").pluck().get());
  const before = made();
  const path = `/desk/${COMMUNE}/to/moi`;
  expect((await b.post(path, { village: "", days: "7", uses: "1" })).statusCode).toBe(403);
  const id = home.house.store.db.prepare("SELECT id FROM invitations").pluck().get();
  expect((await b.post(`${path}/${id}/bo`)).statusCode).toBe(403);
  expect(made()).toBe(before);
});
