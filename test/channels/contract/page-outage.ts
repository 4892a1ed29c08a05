import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Session } from "../../../src/engine/session.ts";
import { outgoing } from "../../../src/site/chat/client/outgoing.ts";
import { stream } from "../../../src/site/chat/client/stream.ts";
import { fetchArrived, postSaid } from "../../../src/site/chat/client/wire.ts";
import { type Arrived, arrive, lastId, type Sending, type Talk } from "../../../src/site/chat/talk.ts";
import { startHouse } from "../../house/house.ts";
import { outageKinds } from "./outage.ts";
import { weakLine } from "./weak-line.ts";

const commune = "phu-binh-thai-nguyen";
const connection = `web-${commune}`;
/** A browser waits a quarter of a minute; the line fails at once, so a moment does. */
const patienceMs = 150;

/**
 * The same promise where the product is a page in a browser: whatever the line does, what the person said counts once
 * and in order, and what was answered is shown once and in order, on every page that shows this talk.
 */
export const pageOutageContract = (): void => {
  describe("an outage of web", () => {
    afterEach(() => vi.unstubAllGlobals());

    test.each(outageKinds)("%s: what was said counts once, what was answered is shown once", async (kind) => {
      const s = await stage();
      const [writes, reads] = [s.page(), s.page()];
      writes.says({ open: { code: null } });
      await s.taken(writes);
      s.line.fail(kind);
      writes.says({ text: "BAI1" });
      writes.says({ text: "xong" });
      writes.says({ text: "xong" });
      await s.failing(3);
      s.line.cut();
      expect(writes.waiting()).toBeGreaterThan(0);
      s.line.fail(null);
      await s.taken(writes);
      await s.shown(writes, reads);
      expect(s.step()).toBe(s.third);
      expect(s.came()).toBe(4);
    });

    test("a house that ends in between and starts again: the same", async () => {
      const s = await stage();
      const page = s.page();
      page.says({ open: { code: null } });
      page.says({ text: "BAI1" });
      await s.taken(page);
      // The first try is taken and its answer lost; the house that hears the second is another one.
      s.line.fail("reset-after");
      page.says({ text: "xong" });
      await s.failing(1);
      s.line.fail("reset");
      await s.restart();
      page.says({ text: "xong" });
      s.line.fail(null);
      await s.taken(page);
      await s.shown(page);
      expect(s.step()).toBe(s.third);
      expect(s.came()).toBe(4);
    });

    test("a line that breaks every few messages: nothing is missed, nothing comes twice", async () => {
      const s = await stage();
      const [writes, reads] = [s.page(), s.page()];
      writes.says({ open: { code: null } });
      for (let n = 0; n < 12; n++) {
        writes.says({ text: n % 2 === 0 ? "BAI1" : "menu" });
        if (n % 3 === 0) await s.taken(writes);
        s.line.cut();
      }
      await s.taken(writes);
      await s.shown(writes, reads);
      expect(s.came()).toBe(13);
    });
  });
};

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 5));
};

/** The house behind a weak line, and pages of one browser: the parts of the real page, with what it shows as a list. */
const stage = async () => {
  const folder = mkdtempSync(join(tmpdir(), "web-outage-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let running = await startHouse({ DATA_DIR: folder });
  const line = await weakLine(running.url);
  const over = new AbortController();
  onTestFinished(async () => {
    over.abort();
    await line.close();
    await running.close();
  });
  const real = fetch;
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => real(`${line.url}${url}`, init));
  const entered = await real(`${running.url}/chat?commune=${commune}`);
  const token = /talk=([^;]+)/.exec(entered.headers.get("set-cookie") ?? "")?.[1] ?? "";
  const chat = token.split(".")[0] ?? "";
  const who = { headers: () => ({ "x-talk": token }), refused: () => false };

  let keys = 0;
  const page = () => {
    let talk: Talk = [];
    const take = (messages: Parameters<typeof arrive>[1]): void => {
      talk = arrive(talk, messages);
    };
    const out = outgoing({
      post: ({ key, said }) => postSaid(commune, key, said, lastId(talk), who, patienceMs),
      pause: () => new Promise((go) => setTimeout(go, 5)),
      online: () => true,
      held: () => {},
      done: (_, answer) => {
        if (answer.is === "taken") take(answer.messages);
      },
    });
    const listen = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const stop = new AbortController();
        over.signal.addEventListener("abort", () => stop.abort());
        await stream(commune, lastId(talk), who, stop, take);
        const answer = await fetchArrived(commune, lastId(talk), who, patienceMs);
        if (answer.is === "taken") take(answer.messages);
        await new Promise((go) => setTimeout(go, 5));
      }
    };
    void listen();
    return {
      says: (said: Sending) => {
        keys += 1;
        out.put({ kind: "mine", status: "sending", key: `key-of-page-${keys}`, label: "", said });
      },
      waiting: () => out.waiting().length,
      ids: () => talk.filter((t): t is Arrived => t.kind === "arrived").map((t) => t.id),
    };
  };
  type Page = ReturnType<typeof page>;
  const db = () => running.house.store.db;

  const lesson = running.house.taught.library.definitions.get("lesson:dien-thoai");
  return {
    line,
    page,
    /** Where somebody stands who opened the lesson and said twice that they are done: its third message, not its third screen. */
    third: Object.keys(lesson?.states ?? {}).filter((state) => state.startsWith("s-"))[2],
    taken: (p: Page) => until(() => p.waiting() === 0),
    failing: (n: number) => {
      const before = line.failed();
      return until(() => line.failed() >= before + n);
    },
    /** Every page shows what the house said, all of it, once and in its order. */
    shown: async (...pages: readonly Page[]): Promise<void> => {
      const said = db()
        .prepare("SELECT id FROM outbox WHERE connection = ? AND chat = ? ORDER BY id")
        .pluck()
        .all(connection, chat)
        .map(Number);
      for (const p of pages) {
        await until(() => p.ids().at(-1) === said.at(-1));
        expect(p.ids()).toEqual(said);
      }
    },
    /** Where the person stands. */
    step: (): string => {
      const kept = db().prepare("SELECT session FROM sessions ORDER BY updated_at DESC LIMIT 1").pluck().get();
      return Session.parse(JSON.parse(String(kept))).runs.at(-1)?.state ?? "";
    },
    /** How much of what was said was taken. */
    came: (): number => Number(db().prepare("SELECT count(*) FROM inbox WHERE connection = ?").pluck().get(connection)),
    restart: async (): Promise<void> => {
      await running.close();
      running = await startHouse({ DATA_DIR: folder });
      line.to(running.url);
    },
  };
};
