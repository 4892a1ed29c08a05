import type { Bilingual } from "../kit/bilingual.ts";
import { DAY, OFFSET } from "../kit/vietnam-time.ts";
import type { AlarmKind } from "../store/ports/alarms.ts";

/**
 * Watches each connection for what nobody would see until people complain: its webhook gone silent, and messages that
 * the channel does not take. In memory: after a restart it learns anew and raises nothing false.
 */
export const channelWatch = (now: () => number): ChannelWatch => {
  const known = new Map<string, Watched>();
  const watched = (connection: string): Watched => {
    let found = known.get(connection);
    if (!found) {
      found = { since: now(), last: null, hours: new Map(), sends: [] };
      known.set(connection, found);
    }
    return found;
  };
  return {
    received: (connection) => {
      const w = watched(connection);
      const hour = Math.floor(now() / HOUR);
      w.last = now();
      w.hours.set(hour, (w.hours.get(hour) ?? 0) + 1);
      for (const old of w.hours.keys()) {
        if (hour - old <= DAYS_LEARNT * 24) break;
        w.hours.delete(old);
      }
    },
    sent: (connection, outcome) => {
      const w = watched(connection);
      const minute = Math.floor(now() / MINUTE);
      const newest = w.sends.at(-1);
      const slot = newest?.minute === minute ? newest : { minute, all: 0, bad: 0 };
      if (slot !== newest) w.sends.push(slot);
      slot.all += 1;
      // People who blocked us, or are out of reach, are no trouble of the channel's.
      if (outcome !== "sent" && outcome !== "blocked" && outcome !== "wait") slot.bad += 1;
      while ((w.sends[0]?.minute ?? minute) < minute - WINDOW) w.sends.shift();
    },
    read: (connection) => {
      const w = known.get(connection);
      if (!w) return [];
      const read = { silent: silent(w, now()), failing: failing(w, now()) };
      return (["silent", "failing"] as const).flatMap((kind) => {
        const stands = read[kind];
        return stands === "unknown" ? [] : [{ kind, stands: stands === "well" ? null : stands }];
      });
    },
  };
};

export type ChannelWatch = {
  /** The channel brought something, whatever it was. */
  readonly received: (connection: string) => void;
  /** A message was tried; `outcome` as the channel tells it. */
  readonly sent: (connection: string, outcome: string) => void;
  /** What a person must look at now, and what is seen to be well; what cannot be told is left out. */
  readonly read: (connection: string) => readonly AlarmReading[];
};

/** `stands`: what a person must look at and do; null: seen to be well. */
export type AlarmReading = { readonly kind: AlarmKind; readonly stands: Bilingual | null };

/** At night, after a restart or where nothing was sent nobody knows: that is no end of an alarm. */
type Read = Bilingual | "well" | "unknown";

type Watched = {
  readonly since: number;
  last: number | null;
  /** Events by the hour since 1970. */
  readonly hours: Map<number, number>;
  readonly sends: { readonly minute: number; all: number; bad: number }[];
};

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAYS_LEARNT = 7;
/** Minutes looked back for failures, and how many messages make a share worth telling. */
const WINDOW = 15;
const ENOUGH = 20;
const SHARE = 0.2;
/** With so many events an hour, an hour without one comes by chance less than once in a hundred. */
const BUSY = 5;

const isDay = (at: number): boolean => {
  const hour = Math.floor(((at + OFFSET) % DAY) / HOUR);
  return hour >= 8 && hour < 18;
};

/** An hour of silence means something only where an hour in the day usually brings enough, and where it lay in the day. */
const silent = (w: Watched, now: number): Read => {
  const last = Math.max(w.last ?? w.since, w.since);
  if (now - last < HOUR) return w.last === null ? "unknown" : "well";
  if (!isDay(now) || !isDay(now - HOUR)) return "unknown";
  let hours = 0;
  let events = 0;
  const first = Math.max(Math.ceil(w.since / HOUR), Math.floor(now / HOUR) - DAYS_LEARNT * 24);
  for (let hour = first; hour < Math.floor(last / HOUR); hour++) {
    if (!isDay(hour * HOUR)) continue;
    hours += 1;
    events += w.hours.get(hour) ?? 0;
  }
  if (hours < 10 || events / hours < BUSY) return "unknown";
  const minutes = Math.floor((now - last) / MINUTE);
  return {
    vi: `Đã ${minutes} phút không có tin nào tới, trong khi giờ này thường có ${Math.round(events / hours)} tin một giờ. Nhắn thử một tin; nếu không có trả lời, xem webhook của kênh còn bật không.`,
    en: `Nothing has come in for ${minutes} minutes, where an hour in the day usually brings ${Math.round(events / hours)} messages. Write one yourself; if no answer comes, see whether the channel's webhook is still on.`,
  };
};

const failing = (w: Watched, now: number): Read => {
  const minute = Math.floor(now / MINUTE);
  let all = 0;
  let bad = 0;
  for (const slot of w.sends)
    if (slot.minute >= minute - WINDOW) {
      all += slot.all;
      bad += slot.bad;
    }
  if (all === 0) return "unknown";
  if (bad / all < SHARE) return "well";
  if (all < ENOUGH) return "unknown";
  return {
    vi: `Trong ${WINDOW} phút qua, ${bad} trên ${all} lần gửi không thành. Tin chưa gửi được vẫn giữ và tự gửi lại. Chạy lệnh channels probe để biết vì sao.`,
    en: `In the last ${WINDOW} minutes ${bad} of ${all} sends failed. What could not be sent is kept and tried again. Run channels probe to see why.`,
  };
};
