import type { Clock } from "./clock.ts";

/** Calls `run` once at the earliest of the times asked for, however many ask. */
export const waker = ({ steady, after }: Pick<Clock, "steady" | "after">, run: () => void) => {
  let at = Number.POSITIVE_INFINITY;
  let callOff = (): void => {};
  return (ms: number): void => {
    const when = steady() + ms;
    if (when >= at) return;
    callOff();
    at = when;
    callOff = after(ms, () => {
      at = Number.POSITIVE_INFINITY;
      run();
    });
  };
};
