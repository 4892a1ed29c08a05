import { Session } from "node:inspector";

/**
 * Counts what a piece of work makes the house do: how often each block of its source ran, and how many characters its
 * strings and patterns passed over. Unlike a clock it says the same on a busy machine.
 */
export const workMeter = (): WorkMeter => {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const blocks = (): number => {
    let sum = 0;
    // Calls back before it returns: the session is one of this thread.
    session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error) throw error;
      for (const { url, functions } of result)
        if (url.includes("/src/")) for (const { ranges } of functions) for (const { count } of ranges) sum += count;
    });
    return sum;
  };
  return {
    of: (work) => {
      blocks();
      const characters = countCharacters();
      try {
        work();
      } finally {
        characters.restore();
      }
      return { blocks: blocks(), characters: characters.counted() };
    },
    during: async (work) => {
      blocks();
      const characters = countCharacters();
      try {
        await work();
      } finally {
        characters.restore();
      }
      return { blocks: blocks(), characters: characters.counted() };
    },
    close: () => session.disconnect(),
  };
};

export type Work = { readonly blocks: number; readonly characters: number };
export type WorkMeter = {
  readonly of: (work: () => unknown) => Work;
  readonly during: (work: () => Promise<unknown>) => Promise<Work>;
  readonly close: () => void;
};

/** What passes over a text without a loop of ours: patterns, searches, copies, foldings. */
const countCharacters = () => {
  let count = 0;
  const undo: (() => void)[] = [];
  const wrap = <T extends object>(
    owner: T,
    name: keyof T,
    cost: (self: unknown, given: unknown[], made: unknown) => number,
  ) => {
    const was = owner[name] as (...given: unknown[]) => unknown; // every name below is a method
    const counted = function (this: unknown, ...given: unknown[]): unknown {
      const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0;
      const made = was.apply(this, given);
      count += Math.max(0, cost(this, given, made) - from);
      return made;
    };
    Object.defineProperty(owner, name, { value: counted, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(owner, name, { value: was, configurable: true, writable: true }));
  };
  const lengthOf = (text: unknown): number => String(text).length;
  const made = (_: unknown, __: unknown[], text: unknown): number => lengthOf(text);
  for (const name of ["slice", "substring", "normalize", "toLowerCase", "toUpperCase", "trim"] as const)
    wrap(String.prototype, name, made);
  const passed = (self: unknown, given: unknown[], at: unknown): number =>
    Number(at) >= 0 ? Math.abs(Number(at) - Number(given[1] ?? 0)) : lengthOf(self);
  wrap(String.prototype, "indexOf", passed);
  wrap(String.prototype, "lastIndexOf", (self, given, at) => Number(given[1] ?? lengthOf(self)) - Number(at));
  wrap(String.prototype, "includes", lengthOf);
  wrap(String.prototype, "split", lengthOf);
  // Every way to use a pattern ends here once it was replaced. A sticky one looks at one place only.
  wrap(RegExp.prototype, "exec", (self, [text], found) => {
    if (found === null) return self instanceof RegExp && self.sticky ? 0 : lengthOf(text);
    const { index, 0: match } = found as RegExpExecArray; // what exec gives
    return index + match.length;
  });
  return {
    counted: () => count,
    restore: () => {
      for (const back of undo) back();
    },
  };
};
