import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { channelStates } from "../../src/app/channel-states.ts";
import { channelWatch } from "../../src/app/channel-watch.ts";
import { allChannels } from "../../src/channels/all.ts";
import type { Connection } from "../../src/channels/channel.ts";
import { menu } from "../../src/channels/zalo-oa/menu.ts";
import { usageOn } from "../../src/store/sqlite/zalo/usage.ts";
import { zaloOn } from "../../src/store/sqlite/zalo/zalo.ts";
import { type House, house, logIn, NOON } from "./house.ts";

let h: House;
let zalo: ReturnType<typeof zaloOn>;
let watch: ReturnType<typeof channelWatch>;
beforeEach(async () => {
  h = await house();
  zalo = zaloOn(h.db, new Uint8Array(32).fill(7));
  watch = channelWatch(() => h.time.now);
});
afterEach(() => h.close());

const DAY = 86_400_000;
const OA = { appId: "1234", appSecret: "s" };
const oa: Connection = { id: "oa", commune: "a-xa", channel: "zalo-oa", settings: OA };
const bot: Connection = { id: "bot", commune: "a-xa", channel: "zalo-bot", settings: { token: "1:x", planUsers: "2" } };
const web: Connection = { id: "web-a", commune: "a-xa", channel: "web", settings: {} };
const foreign: Connection = { id: "tg", commune: "b-xa", channel: "telegram", settings: {} };

/** The desk over these connections, with the state that the real stores hold. */
const stand = async (...connections: Connection[]): Promise<void> => {
  const now = () => h.time.now;
  const parts = {
    ...zalo,
    now,
    steady: now,
    publicUrl: "https://hoc.example.vn",
    holder: "test",
    signing: "s".repeat(32),
    picture: async () => null,
    certificate: async () => null,
    uploads: { get: () => null, save: () => {} },
    usage: usageOn(h.db),
    raise: () => {},
    warn: () => {},
    revived: () => {},
  };
  const opened = await Promise.all(
    allChannels.map(async (definition) => ({
      definition,
      open: await definition.open(parts, { connection: null, proof: null }),
    })),
  );
  const channelOf = ({ channel }: Connection) => {
    const found = opened.find(({ definition }) => definition.name === channel);
    if (!found) throw new Error(channel);
    return found;
  };
  const states = channelStates({
    channels: allChannels,
    connected: new Map(connections.map((connection) => [connection.id, { connection, ...channelOf(connection) }])),
    cold: h.cold,
    channelWatch: watch,
    now,
  });
  Object.assign(h.deps, states);
};
const granted = (left: number) =>
  zalo.tokens.adopt("oa", { access: "a", refresh: "r", accessUntil: NOON + 3_600_000, refreshUntil: NOON + left });
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const settings = "/desk/a-xa/cai-dat";
let officers = 0;
/** A page as an officer reads it who logged in just now: the clock leaps over sessions. */
const seen = async (path: string) =>
  text((await (await logIn(h, "staff", "a-xa", `officer${++officers}`)).get(path)).body);
const first = () => seen("/desk/a-xa");
const warning = "đưa đường dẫn cho chủ OA";

describe("the channels of a commune", () => {
  test("are its own, with what they used and what has not left", async () => {
    await stand(web, oa, bot, foreign);
    await granted(60 * DAY);
    for (let n = 0; n < 3; n++) await zalo.money.free("oa", "2026-11");
    await zalo.money.free("oa", "2026-10");
    await zalo.money.reserve("oa", "2026-11", 5);
    usageOn(h.db).message("bot", "2026-11");
    const put = h.db.prepare(
      "INSERT INTO outbox (commune, connection, account, chat, priority, status, due_at, created_at) VALUES ('a-xa', ?, 'x', 'x', 0, ?, 0, 0)",
    );
    for (const status of ["queued", "queued", "waiting", "sent"]) put.run("oa", status);
    put.run("bot", "queued");
    const words = text((await (await logIn(h, "overseer", "a-xa")).get(settings)).body);
    expect(words).toMatch(/Trang web Không có cảnh báo – –/);
    expect(words).toMatch(
      /Zalo Official Account Quyền gửi tin còn 60 ngày Tháng này: 3 tin miễn phí, 1 tin tính tiền Không gửi tin tính tiền 2 sắp gửi, 1 chờ người nhận nhắn lại/,
    );
    expect(words).toMatch(/Zalo Bot Không có cảnh báo 0 \/ 2 người Tháng này: 1 \/ 3\.000 tin 1 sắp gửi, 0 chờ/);
    expect(words).not.toContain("Telegram");
    expect(words).not.toContain("Nối lại");
  });

  test("a menu that is put in by hand is shown word for word, where the channel has one", async () => {
    await stand(web, oa, bot);
    const page = await seen(settings);
    for (const { label, sends } of menu) expect(page).toContain(`Tên mục ${label.vi} , nội dung gửi ${sends}`);
    expect(page.match(/chép tay một lần/g)).toHaveLength(1);
    await stand(web, bot);
    expect(await seen(settings)).not.toContain("chép tay");
  });

  test("warn on the first page too, before the authorisation ends and after", async () => {
    await stand(oa);
    expect(await first()).toContain("Zalo OA chưa được nối");
    await granted(20 * DAY);
    expect(await first()).not.toContain(warning);
    h.time.now += 7 * DAY;
    expect(await first()).toContain("Quyền gửi tin của Zalo OA còn 13 ngày");
    h.time.now += 14 * DAY;
    expect(await first()).toContain("Zalo OA cần được nối lại");
    const page = await seen(settings);
    expect(page).toContain("Zalo OA cần được nối lại");
    expect(page).toContain("Nhờ người quản trị");
  });

  test("say when calls come with a wrong signature, for a day; the count stays", async () => {
    await stand(oa);
    await granted(60 * DAY);
    zalo.learnt.note("oa", { signatureWrong: 4, signatureWrongAt: NOON });
    expect(await first()).toContain("có 4 lần gọi tới mà chữ ký không khớp");
    h.time.now += DAY;
    const later = await first();
    expect(later).toContain("Tổng quan");
    expect(later).not.toContain("chữ ký không khớp");
    expect(await seen(settings)).toContain("Chữ ký không khớp: 4 lần, lần cuối 14:05, 22/11/2026");
  });

  test("say what people would only tell much later: sends that fail, answers that wait, buttons refused", async () => {
    await stand(oa);
    await granted(60 * DAY);
    expect(await first()).not.toMatch(/không thành|chờ gửi đã quá|từ chối nút/);
    for (let n = 0; n < 30; n++) watch.sent("oa", n % 3 === 0 ? "retry" : "sent");
    const put = h.db.prepare(
      "INSERT INTO outbox (commune, connection, account, chat, priority, status, due_at, created_at) VALUES ('a-xa', 'oa', 'x', 'x', ?, 'queued', ?, 0)",
    );
    for (let n = 0; n < 12; n++) put.run(0, NOON - 16 * 60_000);
    // A push that waits its turn is no trouble.
    for (let n = 0; n < 50; n++) put.run(3, NOON - 16 * 60_000);
    zalo.learnt.note("oa", { buttonsRefused: { "oa.query.hide": { at: NOON, texts: ["a", "b"] } } });
    const page = await first();
    expect(page).toContain("Zalo OA: Trong 15 phút qua, 10 trên 30 lần gửi không thành");
    expect(page).toContain("Zalo OA: 12 câu trả lời chờ gửi đã quá 15 phút");
    expect(page).toContain("Zalo từ chối nút loại “oa.query.hide”");
    h.time.now += 16 * 60_000;
    expect(await first()).not.toContain("lần gửi không thành");
  });

  test("warn before the bot's plan is full", async () => {
    await stand(bot);
    const came = h.db.prepare(
      "INSERT INTO accounts (commune, id, connection, chat, learner, seen_at, created_at) VALUES ('a-xa', ?, 'bot', ?, 'l', 0, 0)",
    );
    for (const who of ["p", "q"]) came.run(who, who);
    expect(await first()).toContain("đã có 2 người, gói cho 2 người");
  });
});

describe("consenting again", () => {
  const path = `${settings}/kenh/oa/noi-lai`;
  const asked = () => h.db.prepare("SELECT count(*) FROM zalo_consents").pluck().get();

  test("the link is made when an administrator presses, and leads to Zalo and back", async () => {
    await stand(oa);
    const admin = await logIn(h, "administrator", "a-xa");
    const page = (await admin.get(settings)).body;
    expect(page).toContain(`${settings}/kenh/oa/noi-lai`);
    expect(asked()).toBe(0);
    const shown = await admin.post(path);
    expect(shown.statusCode).toBe(200);
    const link = new URL(/href="(https:\/\/oauth[^"]+)"/.exec(shown.body)?.[1]?.replaceAll("&amp;", "&") ?? "");
    expect(link.origin + link.pathname).toBe("https://oauth.zaloapp.com/v4/oa/permission");
    expect(link.searchParams.get("redirect_uri")).toBe("https://hoc.example.vn/zalo-oa/dong-y");
    const state = link.searchParams.get("state") ?? "";
    expect(await zalo.tokens.consentAnswered(state, NOON)).toMatchObject({ connection: "oa" });
  });

  test("not without the page's token, not for officers, not for another commune's connection", async () => {
    await stand(oa, foreign);
    const admin = await logIn(h, "administrator", "a-xa");
    expect((await admin.post(path, {}, "wrong")).statusCode).toBe(403);
    expect((await (await logIn(h, "staff", "a-xa")).post(path)).statusCode).toBe(403);
    const elsewhere = await (await logIn(h, "administrator", "b-xa")).post("/desk/b-xa/cai-dat/kenh/oa/noi-lai");
    expect(elsewhere.headers.location).toContain("bao=bad-reconnect");
    expect(asked()).toBe(0);
  });
});
