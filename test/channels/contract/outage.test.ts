import { onTestFinished } from "vitest";
import { userId } from "../../fakes/zalo-oa/events.ts";
import type { Fault } from "../../fakes/zalo-oa/faults.ts";
import { stage as telegram } from "../telegram/kit.ts";
import { stage as zaloBot } from "../zalo-bot/kit.ts";
import { stage as zaloOa } from "../zalo-oa/kit.ts";
import { type OutageKind, outageContract } from "./outage.ts";
import { pageOutageContract } from "./page-outage.ts";

const many = 1_000_000;

outageContract("telegram", async () => {
  const s = await telegram({ timeoutSeconds: 0.2 });
  onTestFinished(() => s.fake.close());
  const faults = {
    reset: { kind: "reset", when: "before" },
    "reset-after": { kind: "reset", when: "after" },
    hang: { kind: "silent" },
    "html-200": { kind: "html", status: 200 },
    truncated: { kind: "truncated" },
    "http-502": { kind: "html", status: 502 },
  } as const;
  const texts = (chat: string) =>
    s.fake.sent.filter((c) => String(c.payload.chat_id) === chat).map((c) => String(c.payload.text));
  return {
    ...s,
    chats: ["101", "102", "103"],
    fail: (kind) => s.fake.fault(faults[kind], { times: many }),
    mend: s.fake.clearFaults,
    texts,
    rootName: "apiRoot",
  };
});

const zaloFaults: Record<OutageKind, Fault> = {
  reset: { kind: "reset", when: "before" },
  "reset-after": { kind: "reset", when: "after" },
  hang: { kind: "silent" },
  "html-200": { kind: "html", status: 200 },
  truncated: { kind: "truncated", cut: "json" },
  "http-502": { kind: "html", status: 502 },
};

outageContract("zalo-oa", async () => {
  const s = await zaloOa({}, { timeoutMs: 200 });
  const chats = [1, 2, 3].map((n) => userId(n));
  for (const chat of chats) s.came(chat);
  return {
    ...s,
    chats,
    fail: (kind) => s.fake.fault(zaloFaults[kind], { times: many }),
    mend: s.fake.clearFaults,
    texts: (chat) => s.fake.sent.filter((m) => m.user === chat).map((m) => String(m.message.text)),
    rootName: "apiRoot",
  };
});

outageContract("zalo-bot", async () => {
  const s = await zaloBot({ timeoutMs: 200 });
  onTestFinished(() => s.fake.close());
  const chats = ["b07e000000000000001a", "b07e000000000000002a", "b07e000000000000003a"];
  for (const chat of chats) s.fake.meet(chat);
  return {
    ...s,
    chats,
    fail: (kind) => s.fake.fault(zaloFaults[kind], { times: many }),
    mend: s.fake.clearFaults,
    texts: (chat) => s.fake.sent.filter((m) => m.chat === chat).map((m) => String(m.payload.text)),
    rootName: "apiRoot",
  };
});

pageOutageContract();
