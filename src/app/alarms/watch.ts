import type { Connection } from "../../channels/channel.ts";
import { purposes } from "../../channels/message.ts";
import type { ChannelState } from "../../desk/deps.ts";
import { may } from "../../desk/may.ts";
import type { CommuneFacts } from "../../engine/facts.ts";
import { stranger } from "../../engine/person.ts";
import { app, literal } from "../../engine/text.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { awake, type Quiet } from "../../kit/vietnam-time.ts";
import type { WebRoom } from "../../store/outbox.ts";
import type { AlarmStore, ListenerChat } from "../../store/ports/alarms.ts";
import type { Speak } from "../../turns/speak.ts";
import { named } from "../channel-states.ts";
import { type AlarmMessage, type AlarmSeen, toTell } from "./decide.ts";
import { over } from "./over.ts";

type Needs = {
  readonly alarms: AlarmStore;
  readonly channels: (commune: string) => Promise<readonly ChannelState[]>;
  readonly connected: ReadonlyMap<string, { readonly connection: Connection }>;
  readonly facts: (commune: string) => CommuneFacts;
  readonly quietOf: (commune: string) => readonly Quiet[];
  /** For how long after somebody wrote a connection lets us write to them. */
  readonly reach: (connection: string) => number;
  readonly speak: Speak;
  readonly id: () => string;
  readonly now: () => number;
  readonly said: (to: readonly WebRoom[]) => void;
};

/** Tells the staff who asked for it, in their chat, what the desk shows of channels. Call `look` every minute or so. */
export const alarmWatch = (needs: Needs): { readonly look: () => Promise<void> } => {
  const { alarms, connected, quietOf, now, said } = needs;

  const ofCommune = async (commune: string): Promise<void> => {
    const listeners = alarms.listeners(commune).filter((l) => may({ staff: { ...l, villages: null } }, "hear-alarms"));
    if (listeners.length === 0) return;
    const states = await needs.channels(commune);
    const at = now();
    const seen = states.flatMap((state) =>
      state.alarms.map(({ kind, stands }) => ({ connection: state.id, kind, stands: stands !== null })),
    );
    const isAwake = awake(at, quietOf(commune)) === at;
    for (const listener of listeners) {
      const chats = listener.chats.filter(
        (c) => connected.has(c.connection) && at - c.seenAt < needs.reach(c.connection),
      );
      const { say, keep } = toTell({ now: at, awake: isAwake, seen, told: listener.told, chats });
      if (keep.length === 0) continue;
      const messages = byChat(say).map(([to, all]) => ({ to, ...worded(needs, commune, states, to, all, at) }));
      said(alarms.tell(commune, listener.staff, keep, messages, at));
    }
  };

  let running: Promise<void> | null = null;
  return {
    look: () => {
      const all = async (): Promise<void> => {
        for (const commune of new Set([...connected.values()].map((c) => c.connection.commune)))
          await ofCommune(commune);
      };
      // Two at once would both find the same alarm untold.
      running ??= all().finally(() => {
        running = null;
      });
      return running;
    },
  };
};

/** One message a chat, however much begins and ends at once. */
const byChat = (say: readonly AlarmMessage[]): readonly (readonly [ListenerChat, readonly AlarmMessage[]])[] => {
  const chats = new Map<ListenerChat, AlarmMessage[]>();
  for (const one of say) chats.set(one.to, [...(chats.get(one.to) ?? []), one]);
  return [...chats];
};

const worded = (
  { speak, facts, id }: Needs,
  commune: string,
  states: readonly ChannelState[],
  { you, language }: ListenerChat,
  all: readonly AlarmMessage[],
  now: number,
): { readonly message: string; readonly priority: number } => {
  const inTheir = (text: Bilingual): string => text[language === "en" ? "en" : "vi"];
  const begun = all.filter((s) => s.what === "begun");
  const ended = all.filter((s) => s.what === "over");
  const says = ({ what, seen }: AlarmMessage): Bilingual | null => {
    const state = states.find((s) => s.id === seen.connection);
    if (!state) return null;
    return what === "over" ? named(state.name, over[seen.kind]) : stands(state, seen);
  };
  const part = (title: string, some: readonly AlarmMessage[]) =>
    some.length === 0
      ? []
      : [
          { kind: "title" as const, text: app(title) },
          ...some.flatMap((s) => {
            const text = says(s);
            return text ? [{ kind: "text" as const, text: literal(inTheir(text)) }] : [];
          }),
        ];
  const message = speak(
    {
      type: "message",
      blocks: [
        ...part("alarm.begun", begun),
        ...part("alarm.over", ended),
        ...(begun.length > 0 ? [{ kind: "text" as const, text: app("alarm.desk") }] : []),
      ],
      choices: [],
      expects: "nothing",
    },
    { ...stranger("", language), you },
    facts(commune),
    id(),
    "ticket",
    now,
  );
  return { message: JSON.stringify(message), priority: purposes.indexOf("ticket") };
};

const stands = ({ alarms }: ChannelState, { kind }: AlarmSeen): Bilingual | null =>
  alarms.find((a) => a.kind === kind)?.stands ?? null;
