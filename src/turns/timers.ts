import { type Turns, transact } from "./intake.ts";

/** Few enough that a person who writes meanwhile waits only a moment. */
const batchTimers = 10;
/** Of every second at most so much goes to what nobody asked for: at the end of quiet hours a day's pushes are due at once. */
const mostMs = 200;

/**
 * Fires what is due. Call it every second or so; it works in small transactions and lets whoever writes pass between
 * them, and leaves the rest for the next call when its time is over. Answers how many fired. Two calls at once are one.
 */
export const timers = (turns: Turns, steady: () => number = () => 0) => {
  let running: Promise<number> | null = null;

  const fire = async (): Promise<number> => {
    let fired = 0;
    const began = steady();
    for (;;) {
      const due = await turns.store.dueTimers(turns.now(), batchTimers);
      if (due.length === 0) return fired;
      const { outcomes } = await transact(
        turns,
        due.map((timer) => ({ from: "clock", timer })),
      );
      fired += outcomes.filter((o) => o.ok).length;
      // A full disk: they stay due, and the next call tries again.
      if (due.length < batchTimers || outcomes.some((o) => !o.ok) || steady() - began >= mostMs) return fired;
      await new Promise((go) => setImmediate(go));
    }
  };
  return {
    run: (): Promise<number> => {
      running ??= fire().finally(() => {
        running = null;
      });
      return running;
    },
  };
};
