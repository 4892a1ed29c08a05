import { randomUUID } from "node:crypto";
import type { Capabilities } from "../../src/channels/capabilities.ts";
import { pressOf } from "../../src/channels/degrade/press.ts";
import { type Button, degrade, type Shown } from "../../src/channels/degrade.ts";
import type { InboundContent } from "../../src/channels/inbound.ts";
import type { Message } from "../../src/channels/message.ts";
import { beginFlow } from "../../src/check/begin-flow.ts";
import type { Library } from "../../src/content/library.ts";
import { createWorld } from "../../src/content/world.ts";
import type { Definition } from "../../src/engine/definition.ts";
import { type CommuneFacts, noContacts, noFacts } from "../../src/engine/facts.ts";
import { stranger } from "../../src/engine/person.ts";
import type { Language } from "../../src/kit/bilingual.ts";
import { random } from "../../src/kit/random.ts";
import { codeIn } from "../../src/people/codes.ts";
import { sensitive } from "../../src/people/sensitive.ts";
import { inspect } from "../../src/scam/inspect.ts";
import type { Loaded, Turn } from "../../src/store/turn-store.ts";
import { decider } from "../../src/turns/decide.ts";
import { speaker } from "../../src/turns/speak.ts";
import type { Bubble } from "../rehearse/phone.ts";

/** What an author does on the page: presses a button by its key, or types. */
export type Done = { readonly press: string } | { readonly say: string };

/** The conversation about one flow on one channel, from its beginning through everything that was done. */
export type Talk = {
  readonly bubbles: () => readonly Bubble[];
  /** False when nothing of this name can be pressed now. */
  readonly does: (done: Done) => boolean;
};

/** Taken through the same turn people are, as somebody who is known already; nothing of it is kept. */
export const talkOn = (
  channel: Capabilities,
  library: Library,
  flow: Definition,
  language: Language,
  now: number,
): Talk => {
  const world = createWorld(library, [], { id: () => randomUUID(), random, inspect });
  const { decide } = decider(world, { [channel.name]: channel });
  const known = { ...stranger("learner"), language, consent: "yes", age: "65plus", village: "mau-1" } as const;
  const can = { buttons: channel.buttons > 0, pictures: channel.pictures, listen: channel.listen };
  let loaded: Loaded = {
    account: {
      commune: commune.code,
      id: "",
      connection: "",
      channel: channel.name,
      chat: "",
      blockedAt: null,
      seenAt: now,
    },
    person: known,
    session: null,
    facts: noFacts(commune),
    quiet: [],
    lesson: null,
    review: { at: now + 86_400_000, unanswered: 0, items: [] },
  };
  const log: Bubble[] = [];
  const hear = (message: Message | null): void => {
    if (message) log.push(...degrade(message, channel).map((shown) => bubbleOf(shown, channel)));
  };
  const began = beginFlow(flow, loaded, world.env(now, can));
  const said = began.events.find((e) => e.type === "message");
  loaded = { ...loaded, person: began.person, session: began.session };
  if (said?.type === "message") hear(speaker(world)(said, began.person, commune, began.session.token, "reply", now));

  return {
    bubbles: () => log,
    does: (done) => {
      const { session } = loaded;
      const offered = "press" in done ? session?.wait?.shown.find((s) => s.key === done.press) : undefined;
      if ("press" in done && !offered) return false;
      const shown = log.flatMap((b) => b.buttons).findLast((b) => "press" in done && b.press === done.press);
      const words = "say" in done ? done.say : (shown?.label ?? String(offered?.n ?? done.press));
      log.push({ from: "me", text: words, buttons: [] });
      const turn = turnOf(done, session?.token ?? "", now);
      const opens = turn.code === null ? null : (world.codeOf(turn.code) ?? null);
      const decision = decide(turn, { ...loaded, facts: { ...loaded.facts, code: opens } }, now);
      loaded = {
        ...loaded,
        ...(decision.session && { session: decision.session }),
        ...(decision.learner && {
          person: decision.learner.person,
          facts: { ...loaded.facts, progress: decision.learner.progress, certificates: decision.learner.certificates },
        }),
      };
      hear(decision.message);
      return true;
    },
  };
};

const turnOf = (done: Done, token: string, now: number): Extract<Turn, { from: "person" }> => {
  const held = "say" in done && sensitive(done.say) !== null;
  const content: InboundContent =
    "press" in done ? { kind: "press", token, key: done.press } : { kind: "text", text: held ? "" : done.say };
  return {
    from: "person",
    inbound: { connection: "", key: "", chat: "", at: now, content },
    sensitive: held,
    ...(held && { seen: inspect(done.say) }),
    code: "say" in done && !held ? codeIn(done.say) : null,
  };
};

const bubbleOf = ({ text, picture, buttons }: Shown, { bold }: Capabilities): Bubble => ({
  from: "assistant",
  text,
  ...(bold === "html" && { html: true }),
  ...(picture?.kind === "card" && { picture: picture.card }),
  buttons: buttons.flat().map((button) => ({ label: button.label, ...pressed(button) })),
});

const pressed = (button: Button): { readonly press?: string } =>
  "data" in button ? { press: pressOf(button.data).key } : {};

/** No real commune. */
const commune: CommuneFacts = {
  code: "xa-mau",
  name: "Xã Mẫu",
  province: "Tỉnh Mẫu",
  unit: "xóm",
  team: "Tổ công nghệ số cộng đồng",
  movement: "Bình dân học vụ số",
  villages: [{ id: "mau-1", name: "Xóm Mẫu 1", code: "XOM1" }],
  languages: ["vi", "en"],
  publicUrl: "https://xa-mau.example",
  contacts: noContacts,
  phrases: [],
};
