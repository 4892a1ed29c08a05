/** A token bucket: `rate` a second, at most one second's worth at once. Times in ms of a clock that is never set back. */
export const bucket = (rate: number, start: number) => {
  // In thousandths of a token: whole numbers, so that after the wait that was told there really is one.
  const most = TOKEN * Math.max(1, rate);
  let credit = most;
  let at = start;
  const fill = (now: number): void => {
    credit = Math.min(most, credit + (now - at) * rate);
    at = now;
  };
  return {
    take: (now: number): boolean => {
      fill(now);
      if (credit < TOKEN) return false;
      credit -= TOKEN;
      return true;
    },
    /** Ms until the next token. */
    wait: (now: number): number => {
      fill(now);
      return credit >= TOKEN ? 0 : Math.ceil((TOKEN - credit) / rate);
    },
  };
};
const TOKEN = 1_000;
