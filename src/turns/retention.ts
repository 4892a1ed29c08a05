import type { Retention, Swept, Terms } from "../store/retention.ts";

const day = 24 * 3_600_000;

/**
 * Channels redeliver for a day or two; a week is safe. A month is as far back as anybody scrolls. Twelve months after
 * somebody last learnt they are forgotten, 90 days after it was asked a question is: the onboarding promises both in these words.
 */
export const terms: Terms = {
  inbox: 7 * day,
  bodies: 30 * day,
  unconsented: day,
  learners: 365 * day,
  questions: 90 * day,
  joinings: 7 * day,
};

/** Takes away what need not be kept any longer. Once an hour is plenty; answers what went. */
export const forget = async (retention: Retention, now: number): Promise<Swept> => {
  const all = { inbox: 0, bodies: 0, sessions: 0, names: 0, codes: 0, learners: 0, questions: 0 };
  for (;;) {
    const swept = await retention.sweep(now, terms);
    for (const kind of Object.keys(all) as (keyof Swept)[]) all[kind] += swept[kind]; // the keys of `all`
    if (swept.inbox + swept.bodies + swept.sessions + swept.learners + swept.questions === 0) return all;
    await new Promise((go) => setImmediate(go));
  }
};
