import { monthOf } from "../../kit/vietnam-time.ts";
import type { Settings } from "./settings.ts";

type Later<T> = Promise<T> | T;

/** What a connection used, counted by the house. */
export type Usage = {
  /** Counts one message sent in a month (`YYYY-MM` in Viet Nam); answers how many there are with it. */
  readonly message: (connection: string, month: string) => Later<number>;
  /** How many people have written to this connection, ever. */
  readonly people: (connection: string) => Later<number>;
};

/** A limit of the plan that comes near (80 %) or is reached (100 %), with what to tell staff. */
export type PlanWarning = {
  readonly limit: "users" | "messages";
  readonly percent: 80 | 100;
  readonly used: number;
  readonly of: number;
  readonly text: { readonly vi: string; readonly en: string };
};

export type PlanDeps = {
  /** Epoch ms. */
  readonly now: () => number;
  readonly usage: Usage;
  /** Staff must see it. Called once for each limit, level and month by each process. */
  readonly raise: (warning: PlanWarning, connection: string) => void;
};

/** Watches the plan's limits while messages go out. It only warns: whether one more message goes is Zalo's to say. */
export const planWatch = ({ now, usage, raise }: PlanDeps) => {
  const raised = new Map<string, number>();
  const met = new Set<string>();

  const look = (limit: PlanWarning["limit"], used: number, of: number, connection: string): void => {
    const warning = planWarning(limit, used, of);
    const key = `${connection} ${limit} ${limit === "messages" ? monthOf(now()) : ""}`;
    if (!warning || warning.percent <= (raised.get(key) ?? 0)) return;
    raised.set(key, warning.percent);
    raise(warning, connection);
  };

  return {
    /** One more message went, or may have gone. */
    spent: async (connection: string, chat: string, { planUsers, planMessages }: Settings): Promise<void> => {
      look("messages", await usage.message(connection, monthOf(now())), planMessages, connection);
      // Only somebody new makes it more people.
      const who = `${connection} ${chat}`;
      if (met.has(who)) return;
      if (met.size > 10_000) met.clear();
      met.add(who);
      look("users", await usage.people(connection), planUsers, connection);
    },
  };
};

/** What staff must be told about a limit of the plan, or null while there is room. `of` 0 = no limit. */
export const planWarning = (limit: PlanWarning["limit"], used: number, of: number): PlanWarning | null => {
  const percent = of > 0 && used >= of ? 100 : of > 0 && used >= of * 0.8 ? 80 : null;
  return percent === null ? null : { limit, percent, used, of, text: texts[limit](used, of, percent === 100) };
};

const texts = {
  users: (used: number, of: number, full: boolean) => ({
    vi: full
      ? `Zalo Bot: đã có ${used} người, gói cho ${of} người. Người mới nhắn có thể không tới được máy. Hãy nâng gói, hoặc mời bà con sang trang web hay Zalo OA.`
      : `Zalo Bot: đã có ${used} trên ${of} người của gói. Hãy nâng gói trước khi hết chỗ.`,
    en: full
      ? `Zalo Bot: ${used} people, the plan has room for ${of}. Newcomers may not get through. Upgrade, or send people to the web page or the Zalo OA.`
      : `Zalo Bot: ${used} of the plan's ${of} people. Upgrade before it is full.`,
  }),
  messages: (used: number, of: number, full: boolean) => ({
    vi: full
      ? `Zalo Bot: tháng này đã gửi ${used} tin, gói cho ${of} tin. Zalo có thể dừng gửi tới hết tháng; tin chưa gửi được giữ lại.`
      : `Zalo Bot: tháng này đã gửi ${used} trên ${of} tin của gói. Hãy nâng gói, hoặc bớt tin đẩy.`,
    en: full
      ? `Zalo Bot: ${used} messages this month, the plan allows ${of}. Zalo may send no more until next month; what is unsent is kept.`
      : `Zalo Bot: ${used} of the plan's ${of} messages this month. Upgrade, or push less.`,
  }),
} as const;
