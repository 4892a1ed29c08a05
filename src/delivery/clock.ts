/**
 * Time, handed in so that tests need not wait. `now` is the clock on the wall, which somebody may set back an hour: for
 * what people read and for quiet hours. `steady` never jumps: for every wait. `after` calls once, and gives back how to
 * call it off.
 */
export type Clock = {
  readonly now: () => number;
  readonly steady: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, run) => {
    // Longer than a timer of Node can be; whoever waits looks at the clock again anyway.
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), 2_000_000_000));
    return () => clearTimeout(timer);
  },
};
