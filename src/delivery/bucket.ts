/** A token bucket: `rate` a second, at most one second's worth at once. Times in ms of a clock that is never set back. */
export const bucket = (rate: number, start: number) => {
  const most = Math.max(1, rate);
  let tokens = most;
  let at = start;
  const fill = (now: number): void => {
    tokens = Math.min(most, tokens + ((now - at) * rate) / 1000);
    at = now;
  };
  return {
    take: (now: number): boolean => {
      fill(now);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    /** Ms until the next token. */
    wait: (now: number): number => {
      fill(now);
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1000) / rate);
    },
  };
};
