import type { Channel, Sent } from "../../src/channels/channel.ts";
import type { Inbound } from "../../src/channels/inbound.ts";
import { systemClock } from "../../src/delivery/clock.ts";
import { sender } from "../../src/delivery/sender.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/sqlite/store.ts";
import { decider } from "../../src/turns/decide.ts";
import { intake } from "../../src/turns/intake.ts";
import { buttons, tinyWorld } from "../turns/tiny-world.ts";

// A whole server of the house in small: the real store, turns, engine and sender. What a channel would do is done by
// the parent, over the wire: it brings updates, hears what is acknowledged, and receives what is sent.

const [file = "", scripts = ""] = process.argv.slice(2);
const opened = openStore(file, {
  id: () => crypto.randomUUID(),
  publicUrl: "",
  migrations: migrations(new URL(scripts)),
});
if (!opened.ok) throw new Error(opened.fault.cause);
const store = opened.value;

const tell = (message: object): void => void process.send?.(message);
const underWay = new Map<string, (sent: Sent) => void>();
let n = 0;
const channel: Channel = {
  capabilities: buttons,
  receive: () => ({ ok: true, value: { inbounds: [], unknown: false } }),
  send: (message, chat) =>
    new Promise((done) => {
      const id = String(++n);
      underWay.set(id, done);
      const text = message.blocks.map((b) => ("text" in b ? b.text : "")).join(" ");
      tell({ send: id, chat, text });
    }),
};

const world = tinyWorld({ id: () => crypto.randomUUID(), random: Math.random });
const counted = {
  ...world,
  words: (...args: Parameters<typeof world.words>) =>
    args[0].key === "counted" ? `counted ${args[0].args?.n}` : world.words(...args),
};
const out = sender({ outbox: store.outbox, clock: systemClock, random: Math.random, count: () => {}, raise: () => {} });
out.connect({ id: "tg", commune: "xa-thu", channel: "telegram", settings: {} }, channel);
const gate = intake({
  store: store.turns,
  decider: decider(counted, { telegram: buttons }),
  now: Date.now,
  committed: out.committed,
  marks: out.marks,
});

process.on("message", (message: { readonly update?: Inbound; readonly sent?: string }) => {
  if (message.sent) {
    underWay.get(message.sent)?.({ outcome: "sent", externalId: message.sent });
    underWay.delete(message.sent);
  }
  const { update } = message;
  if (update)
    void gate
      .submit(update)
      .then((outcome) => tell({ ack: update.key, outcome: outcome.ok ? outcome.value : outcome.fault.code }));
});
void out.look().then(() => tell({ ready: true }));
