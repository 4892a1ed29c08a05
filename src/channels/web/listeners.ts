/** Wakes open web pages when something was said to them. It carries no messages: the page fetches what it has not seen. */
export const webListeners = () => {
  const listeners = new Map<string, Set<() => void>>();
  const nameOf = ({ connection, chat }: Room): string => `${connection} ${chat}`;
  const wake = (those: readonly Room[]): void => {
    if (listeners.size === 0) return;
    for (const room of those) for (const listener of listeners.get(nameOf(room)) ?? []) listener();
  };
  return {
    /** Calls back after each commit with a message for the room; gives back how to stop. */
    onCommit: (room: Room, wake: () => void): (() => void) => {
      const name = nameOf(room);
      const those = listeners.get(name) ?? new Set();
      listeners.set(name, those.add(wake));
      return () => {
        those.delete(wake);
        if (those.size === 0 && listeners.get(name) === those) listeners.delete(name);
      };
    },
    committed: ({ said }: { readonly said: readonly Room[] }): void => wake(said),
    wake,
  };
};

/** One chat of one connection: what a page listens to. */
type Room = { readonly connection: string; readonly chat: string };
