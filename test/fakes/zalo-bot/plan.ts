/** Day and month of Vietnam. */
const local = (at: number) => new Date(at + 7 * 3_600_000).toISOString();

/** The plan's counters: people a bot may know, messages a month, and the daily caps of the webhook calls. */
export const plan = (o: {
  clock: () => number;
  users: number;
  messages: number;
  countInbound: boolean;
  tests: number;
  sets: number;
}) => {
  const users = new Set<string>();
  const months = new Map<string, { sent: number; received: number }>();
  const days = new Map<string, number>();
  const month = () => {
    const key = local(o.clock()).slice(0, 7);
    const found = months.get(key) ?? { sent: 0, received: 0 };
    months.set(key, found);
    return found;
  };

  return {
    /** Someone writes: the bot learns their chat, unless the plan is full. False = the event does not reach the bot. */
    meet: (chat: string): boolean => {
      if (!users.has(chat) && users.size >= o.users) return false;
      users.add(chat);
      month().received += 1;
      return true;
    },
    knows: (chat: string): boolean => users.has(chat),
    isSpent: (): boolean => month().sent + (o.countInbound ? month().received : 0) >= o.messages,
    spend: (): void => {
      month().sent += 1;
    },
    /** One more call under a daily cap; false when the cap is reached. */
    takeDaily: (what: "tests" | "sets"): boolean => {
      const key = `${what} ${local(o.clock()).slice(0, 10)}`;
      const count = (days.get(key) ?? 0) + 1;
      days.set(key, count);
      return count <= o[what];
    },
    counts: () => ({ users: users.size, ...month() }),
  };
};
