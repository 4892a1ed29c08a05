/** Time, handed in so that tests need not wait. `after` calls once, and gives back how to call it off. */
export type Clock = { readonly now: () => number; readonly after: (ms: number, run: () => void) => () => void };

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    // Longer than a timer of Node can be; whoever waits looks at the clock again anyway.
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), 2_000_000_000));
    return () => clearTimeout(timer);
  },
};
