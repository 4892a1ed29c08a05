import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { build } from "../../scripts/build.ts";
import { securityHeaders } from "../../src/app/http/security-headers.ts";
import type { Inbound } from "../../src/channels/inbound.ts";
import type { Message } from "../../src/channels/message.ts";
import type { FeedItem, WebCount, WebDeps } from "../../src/channels/web/deps.ts";
import { cardPng } from "../../src/pictures/card-png.ts";
import { certificateSvg } from "../../src/pictures/certificate.ts";
import { toPng } from "../../src/pictures/png.ts";
import { loadAssets } from "../../src/site/assets.ts";
import { chatRoutes } from "../../src/site/routes.ts";
import { type ScreenName, screens } from "./screens.ts";

/** The real routes with a scripted talk behind them, in memory. `answer` decides which screen follows. */
export type House = {
  readonly address: string;
  readonly inbounds: Inbound[];
  readonly counts: Map<WebCount, number>;
  /** Puts a message into every chat that exists, as a push would. */
  readonly push: (message: Omit<Message, "token">) => void;
  /** Everything said so far is gone, as after somebody had it erased. */
  readonly erase: () => void;
  readonly mode: { full: boolean };
  readonly app: ReturnType<typeof Fastify>;
  readonly close: () => Promise<void>;
};

export const SECRET = "only-for-tests-only-for-tests-only-for-tests";

export const house = async ({
  communes = [sample],
}: {
  communes?: readonly (typeof sample)[];
} = {}): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  await build(folder, { server: false });
  const chats = new Map<string, FeedItem[]>();
  const wakers = new Map<string, Set<() => void>>();
  const seen = new Set<string>();
  const inbounds: Inbound[] = [];
  const counts = new Map<WebCount, number>();
  const mode = { full: false };
  let id = 0;
  const put = (chat: string, message: Omit<Message, "token">): void => {
    id += 1;
    chats.set(chat, [...(chats.get(chat) ?? []), { id, message: { ...message, token: `t${id}` } }]);
    for (const wake of wakers.get(chat) ?? []) wake();
  };
  const deps: WebDeps = {
    submit: async (inbound) => {
      if (mode.full) return "full";
      const talk = `${inbound.connection} ${inbound.chat}`;
      if (seen.has(`${inbound.connection} ${inbound.key}`)) return "done";
      seen.add(`${inbound.connection} ${inbound.key}`);
      inbounds.push(inbound);
      const token = chats.get(talk)?.at(-1)?.message.token;
      put(talk, answer(inbound, token));
      return "done";
    },
    feed: {
      messagesAfter: async (connection, chat, after, limit) =>
        (chats.get(`${connection} ${chat}`) ?? []).filter((item) => item.id > after).slice(0, limit),
      last: async (connection, chat, n) => (chats.get(`${connection} ${chat}`) ?? []).slice(-n),
      onCommit: (connection, chat, wake) => {
        const name = `${connection} ${chat}`;
        wakers.set(name, (wakers.get(name) ?? new Set()).add(wake));
        return () => void wakers.get(name)?.delete(wake);
      },
    },
    communes: () => communes,
    picture: async (card) => (card === "step-3" ? cardPng(step3) : null),
    certificatePicture: async (code) =>
      code === "PB-7K4M-2Q" ? toPng(certificateSvg(certificate), { width: 1200 }) : null,
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    now: () => 1_800_000_000_000,
    secret: SECRET,
  };
  const app = Fastify();
  // As before every route of the house: what they forbid, a browser must meet here too.
  securityHeaders(app, false);
  await app.register(async (scope) => chatRoutes(scope, { ...deps, assets: loadAssets(join(folder, "public")) }));
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    address,
    inbounds,
    counts,
    mode,
    app,
    push: (message) => {
      for (const chat of chats.keys()) put(chat, message);
    },
    erase: () => {
      for (const chat of chats.keys()) chats.set(chat, []);
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const sample = { code: "xa-mau", name: "xã Phú Bình (dữ liệu mẫu)", province: "Tỉnh mẫu", title: "Học số Phú Bình" };

const answer = ({ content }: Inbound, token: string | undefined): Omit<Message, "token"> => {
  if (content.kind === "open") return screens[jump(content.code) ?? "greeting"];
  if (content.kind === "text") return screens[jump(content.text) ?? "unknown"];
  if (content.kind !== "press") return screens.unknown;
  if (content.key.startsWith("/")) return content.key === "/9" ? screens.person : screens.menu;
  if (content.token !== token) return screens.stale;
  const next = after[content.key];
  return next ? screens[next] : screens.unknown;
};

/** A poster's code, or typed words, that lead straight to a screen. */
const jump = (text: string | null): ScreenName | undefined =>
  text !== null && text in screens ? (text as ScreenName) : undefined; // just looked up

const after: Record<string, ScreenName> = {
  yes: "menu",
  no: "menu",
  resume: "step",
  vneid: "step",
  done: "question",
  read: "notYet",
  photo: "notYet",
  "hang-up": "right",
  retry: "question",
  next: "certificate",
  person: "person",
  menu: "menu",
  lessons: "question",
};

const step3 = {
  alt: { vi: "Hình minh họa", en: "Illustration" },
  scene: "phone" as const,
  bar: "Kích hoạt tài khoản",
  rows: [
    { kind: "field" as const, label: "Số định danh cá nhân", dots: 12, n: 1 },
    { kind: "field" as const, label: "Số điện thoại", value: "09", dots: 8, n: 2 },
    { kind: "button" as const, label: "Gửi yêu cầu", n: 3, tap: true },
  ],
};

const certificate = {
  commune: "xã Phú Bình",
  province: "Tỉnh mẫu",
  movement: "Bình dân học vụ số",
  name: "Nguyễn Thị Hoa",
  unit: "bài",
  title: "Kích hoạt và giữ VNeID an toàn",
  date: "2026-11-23",
  score: { right: 4, of: 4 },
  canDo: [],
  code: "PB-7K4M-2Q",
  qr: "https://example.invalid/xac-minh/PB-7K4M-2Q",
  team: "Tổ công nghệ số",
  sample: true,
  language: "vi" as const,
};
