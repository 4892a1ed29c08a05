import type { ConnectionState } from "../channels/definition.ts";
import { windowOf } from "../channels/zalo-oa/window.ts";
import type { ChannelState, DeskDeps } from "../desk/deps.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import type { Cold } from "../store/sqlite/cold/cold.ts";
import { outboxDepth } from "../store/sqlite/cold/depth.ts";
import type { AlarmReading, ChannelWatch } from "./channel-watch.ts";
import type { Connected, HouseChannel } from "./channels.ts";

/** What it needs of the house. */
type Needs = {
  readonly channels: readonly Pick<HouseChannel, "name" | "words">[];
  readonly connected: ReadonlyMap<string, Pick<Connected, "connection" | "definition" | "open">>;
  readonly cold: Pick<Cold, "far">;
  readonly channelWatch: Pick<ChannelWatch, "read">;
  readonly now: () => number;
};

/** What the desk asks about channels: how each connection of a commune stands, what it is called, and the way to consent again. */
export const channelStates = ({
  channels,
  connected,
  cold,
  channelWatch,
  now,
}: Needs): Pick<DeskDeps, "channels" | "channelWords" | "reconnect" | "window"> => {
  const depth = outboxDepth(cold);

  const state = async ({ connection, definition, open }: Pick<Connected, "connection" | "definition" | "open">) => {
    const { id } = connection;
    const { words } = definition;
    const [outbox, part] = await Promise.all([
      open.channel === null ? null : depth(id, now()),
      open.state?.(connection) ?? {},
    ]);
    const alarms: readonly AlarmReading[] = [
      ...(part.alarms ?? []),
      ...channelWatch.read(id).map(({ kind, stands }) => ({ kind, stands: stands && named(words.name, stands) })),
      ...(outbox
        ? [
            {
              kind: "outbox" as const,
              stands: outbox.late >= LATE_ROWS ? named(words.name, growing(outbox.late)) : null,
            },
          ]
        : []),
    ];
    const warnings = [...alarms.flatMap(({ stands }) => (stands ? [stands] : [])), ...(part.warnings ?? [])];
    const { channel } = connection;
    return {
      ...plain,
      ...part,
      id,
      channel,
      title: words.title,
      name: words.name,
      outbox,
      alarms,
      warnings,
    } satisfies ChannelState;
  };

  return {
    channels: (commune) =>
      Promise.all([...connected.values()].flatMap((c) => (c.connection.commune === commune ? [state(c)] : []))),
    channelWords: channelWordsIn(channels),
    window: windowOf,
    reconnect: async (commune, id) => {
      const found = connected.get(id);
      if (found?.connection.commune !== commune) return null;
      const link = await found.open.reconnect?.(found.connection);
      return link?.ok ? link.value : null;
    },
  };
};

/** What a channel is called; one that was taken out of the house by its id. */
export const channelWordsIn =
  (channels: Needs["channels"]): DeskDeps["channelWords"] =>
  (channel) => {
    const itself = { vi: channel, en: channel };
    return channels.find((c) => c.name === channel)?.words ?? { name: itself, title: itself, within: itself };
  };

const plain: ConnectionState = {
  alarms: [],
  warnings: [],
  reconnect: false,
  daysLeft: null,
  month: null,
  wrongSignatures: null,
  plan: null,
  menu: [],
};

/** So many answers older than a quarter of an hour are more than a telephone that is switched off. */
const LATE_ROWS = 10;

export const named = (name: Bilingual, { vi, en }: Bilingual): Bilingual => ({
  vi: `${name.vi}: ${vi}`,
  en: `${name.en}: ${en}`,
});

const growing = (rows: number): Bilingual => ({
  vi: `${rows} câu trả lời chờ gửi đã quá 15 phút. Tin không mất. Xem máy chủ có ra được mạng không, rồi chạy lệnh channels probe.`,
  en: `${rows} answers have waited for more than 15 minutes. None is lost. See whether the server reaches the network, then run channels probe.`,
});
