import { termsInMs } from "../people/terms.ts";
import type { Retention, Swept } from "../store/retention.ts";

/** Takes away what need not be kept any longer. Once an hour is plenty; answers what went. */
export const forget = async (retention: Retention, now: number): Promise<Swept> => {
  let all: Swept | null = null;
  for (;;) {
    const swept = await retention.sweep(now, termsInMs);
    const before: Swept | null = all;
    all = before === null ? swept : added(before, swept);
    const { names: _n, codes: _c, staff: _s, ...more } = swept;
    if (Object.values(more).every((n) => n === 0)) return all;
    await new Promise((go) => setImmediate(go));
  }
};

const added = (a: Swept, b: Swept): Swept => ({
  inbox: a.inbox + b.inbox,
  bodies: a.bodies + b.bodies,
  sessions: a.sessions + b.sessions,
  names: a.names + b.names,
  codes: a.codes + b.codes,
  learners: a.learners + b.learners,
  strangers: a.strangers + b.strangers,
  tickets: a.tickets + b.tickets,
  questions: a.questions + b.questions,
  staff: a.staff + b.staff,
  log: a.log + b.log,
});
