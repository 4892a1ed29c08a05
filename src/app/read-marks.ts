/**
 * Notes which web messages were fetched and writes it down once a second: a mark a fetch would cost every reply a
 * second transaction. What is lost with the process is only marked again at the next fetch.
 */
export const readMarks = (
  mark: (ids: readonly number[]) => Promise<void>,
  failed: (error: unknown) => void,
  everyMs = 1_000,
) => {
  let read = new Set<number>();
  const flush = async (): Promise<void> => {
    if (read.size === 0) return;
    const ids = [...read];
    read = new Set();
    await mark(ids).catch(failed);
  };
  const timer = setInterval(() => void flush(), everyMs);
  return {
    note: <T extends { readonly id: number }>(items: readonly T[]): readonly T[] => {
      for (const { id } of items) read.add(id);
      return items;
    },
    close: async (): Promise<void> => {
      clearInterval(timer);
      await flush();
    },
  };
};
