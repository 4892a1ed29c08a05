import type { Connection } from "../channels/channel.ts";
import { planWarning } from "../channels/zalo-bot/plan.ts";
import { settingsOf as botSettings } from "../channels/zalo-bot/settings.ts";
import { consentLink, type TokenDeps, tokenState, type ZaloStore } from "../channels/zalo-oa/index.ts";
import { restingShapes } from "../channels/zalo-oa/refused-buttons.ts";
import { settingsOf as oaSettings } from "../channels/zalo-oa/settings.ts";
import { windowOf } from "../channels/zalo-oa/window.ts";
import type { ChannelState, DeskDeps } from "../desk/deps.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { dayLabel, monthOf, timeLabel } from "../kit/vietnam-time.ts";
import type { Cold } from "../store/sqlite/cold/cold.ts";
import { outboxDepth } from "../store/sqlite/cold/depth.ts";
import type { AlarmReading, ChannelWatch } from "./channel-watch.ts";

/** What it needs of the house. */
type Needs = {
  readonly config: { readonly publicUrl: string };
  readonly connected: ReadonlyMap<string, { readonly connection: Connection }>;
  readonly zaloDeps: TokenDeps & ZaloStore;
  readonly usage: {
    readonly used: (connection: string, month: string) => { readonly people: number; readonly messages: number };
  };
  readonly cold: Pick<Cold, "far">;
  readonly channelWatch: Pick<ChannelWatch, "read">;
  readonly now: () => number;
};

/** What the desk asks about channels: how each connection of a commune stands, and the way to consent again. */
export const channelStates = ({
  config,
  connected,
  zaloDeps,
  usage,
  cold,
  channelWatch,
  now,
}: Needs): Pick<DeskDeps, "channels" | "reconnect" | "window"> => {
  const depth = outboxDepth(cold);

  const zaloOa = async (connection: Connection): Promise<Part> => {
    const month = monthOf(now());
    const [token, spent] = await Promise.all([
      tokenState(zaloDeps, connection),
      zaloDeps.money.spent(connection.id, month),
    ]);
    const { signatureWrong: count, signatureWrongAt: at, buttonsRefused } = zaloDeps.learnt.read(connection.id);
    const settings = oaSettings(connection);
    const lately = at !== null && now() - at < LATELY;
    const resting = restingShapes(buttonsRefused, now());
    const gone = token.state === "good" || token.state === "soon" ? null : token.text;
    return {
      warnings: lately ? [wrongSignature(count)] : [],
      alarms: [
        { kind: "token-gone", stands: gone },
        ...(gone ? [] : [{ kind: "token-ending" as const, stands: token.text }]),
        { kind: "buttons", stands: resting.length > 0 ? buttonsOff(resting) : null },
      ],
      reconnect: token.state !== "good",
      daysLeft: token.state === "none" ? null : token.days,
      month: { ...spent, budget: settings?.paid === "yes" ? settings.monthlyBudget : null },
      wrongSignatures: { count, at },
    };
  };

  const zaloBot = (connection: Connection): Part => {
    const settings = botSettings(connection);
    if (!settings) return {};
    const { people, messages } = usage.used(connection.id, monthOf(now()));
    const { planUsers: peopleOf, planMessages: messagesOf } = settings;
    const warnings = [planWarning("users", people, peopleOf), planWarning("messages", messages, messagesOf)];
    return { warnings: warnings.flatMap((w) => (w ? [w.text] : [])), plan: { people, peopleOf, messages, messagesOf } };
  };

  const state = async (connection: Connection): Promise<ChannelState> => {
    const { id, channel } = connection;
    const [outbox, part] = await Promise.all([
      channel === "web" ? null : depth(id, now()),
      channel === "zalo-oa" ? zaloOa(connection) : channel === "zalo-bot" ? zaloBot(connection) : {},
    ]);
    const alarms: readonly AlarmReading[] = [
      ...(part.alarms ?? []),
      ...channelWatch.read(id).map(({ kind, stands }) => ({ kind, stands: stands && named(channel, stands) })),
      ...(outbox
        ? [
            {
              kind: "outbox" as const,
              stands: outbox.late >= LATE_ROWS ? named(channel, growing(outbox.late)) : null,
            },
          ]
        : []),
    ];
    const warnings = [...alarms.flatMap(({ stands }) => (stands ? [stands] : [])), ...(part.warnings ?? [])];
    return { ...plain, id, channel, outbox, ...part, alarms, warnings };
  };

  return {
    channels: (commune) =>
      Promise.all(
        [...connected.values()].flatMap(({ connection }) =>
          connection.commune === commune ? [state(connection)] : [],
        ),
      ),
    window: windowOf,
    reconnect: async (commune, id) => {
      const connection = connected.get(id)?.connection;
      if (connection?.commune !== commune || connection.channel !== "zalo-oa") return null;
      const link = await consentLink(zaloDeps, connection, `${config.publicUrl}/zalo-oa/dong-y`);
      return link.ok ? link.value : null;
    },
  };
};

type Part = Partial<Omit<ChannelState, "id" | "channel" | "outbox">>;

const plain = {
  alarms: [],
  warnings: [],
  reconnect: false,
  daysLeft: null,
  month: null,
  wrongSignatures: null,
  plan: null,
} as const;

/** So many answers older than a quarter of an hour are more than a telephone that is switched off. */
const LATE_ROWS = 10;

const names = { web: "Trang web", telegram: "Telegram", "zalo-oa": "Zalo OA", "zalo-bot": "Zalo Bot" } as const;

export const named = (channel: ChannelState["channel"], { vi, en }: Bilingual): Bilingual => ({
  vi: `${names[channel]}: ${vi}`,
  en: `${channel === "web" ? "Web page" : names[channel]}: ${en}`,
});

const growing = (rows: number): Bilingual => ({
  vi: `${rows} câu trả lời chờ gửi đã quá 15 phút. Tin không mất. Xem máy chủ có ra được mạng không, rồi chạy lệnh channels probe.`,
  en: `${rows} answers have waited for more than 15 minutes. None is lost. See whether the server reaches the network, then run channels probe.`,
});

const buttonsOff = (resting: readonly { readonly shape: string; readonly until: number }[]): Bilingual => {
  const shapes = resting.map(({ shape }) => `“${shape}”`).join(", ");
  const until = Math.max(...resting.map((r) => r.until));
  return {
    vi: `Zalo OA: Zalo từ chối nút loại ${shapes}, nên những tin đó viết số thay nút tới ${timeLabel(until)} ngày ${dayLabel(until)}, rồi tự thử lại. Bà con vẫn trả lời được bằng số.`,
    en: `Zalo OA: Zalo refused buttons of the kind ${shapes}, so those messages show numbers until ${timeLabel(until)} on ${dayLabel(until)}, then buttons are tried again. People can answer with the number.`,
  };
};

/** A wrong secret goes on being wrong; one call of a stranger long ago is no reason to keep staff alarmed. */
const LATELY = 24 * 3_600_000;

const wrongSignature = (count: number) => ({
  vi: `Zalo OA: có ${count} lần gọi tới mà chữ ký không khớp, lần cuối trong 24 giờ qua. Nếu bà con nhắn mà trợ lý không trả lời, nhờ người phụ trách kỹ thuật kiểm tra ZALO_OA_SECRET_KEY.`,
  en: `Zalo OA: ${count} calls came with a wrong signature, the last within 24 hours. If residents get no answer, have the technician check ZALO_OA_SECRET_KEY.`,
});
