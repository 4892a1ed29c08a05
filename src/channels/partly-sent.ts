/** How many parts of one message went. */
export type SentParts = {
  readonly done: number;
  readonly did: (parts: number) => void;
  readonly forget: () => void;
};

/** Which parts of a message already went, so that a retry of the second does not repeat (and pay) the first. Lost in a crash: then it repeats. */
export const partlySent = () => {
  const parts = new Map<string, number>();
  return {
    of: (key: string): SentParts => ({
      done: parts.get(key) ?? 0,
      did: (n) => {
        parts.set(key, n);
        const oldest = parts.size > 1_000 ? parts.keys().next().value : undefined;
        if (oldest !== undefined) parts.delete(oldest);
      },
      forget: () => void parts.delete(key),
    }),
  };
};
