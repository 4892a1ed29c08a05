import type { Door } from "../channels/definition.ts";
import type { DeskDeps, PosterDoor } from "../desk/deps.ts";
import type { Connected } from "./channels.ts";

/** What it needs of a connection. */
type Opened = Pick<Connected, "connection"> & {
  readonly definition: Pick<Connected["definition"], "words">;
  readonly open: Pick<Connected["open"], "door">;
};

/**
 * Where a commune's chats are opened from a poster. What a product must be asked for is asked behind the page and shown
 * from then on: a page must not wait for a product that may be out of reach.
 */
export const doors = (connected: ReadonlyMap<string, Opened>): DeskDeps["doors"] => {
  const known = new Map<string, Door>();
  const asking = new Set<string>();
  const ask = (id: string, asked: Promise<Door | null>) => {
    asking.add(id);
    void asked.then((door) => door && known.set(id, door)).finally(() => asking.delete(id));
  };
  const doorOf = ({ connection, open }: Opened): Door | null => {
    const { id } = connection;
    if (known.has(id) || asking.has(id)) return known.get(id) ?? null;
    const door = open.door?.(connection) ?? null;
    if (!(door instanceof Promise)) return door;
    ask(id, door);
    return null;
  };
  return (commune) =>
    [...connected.values()].flatMap((of): readonly PosterDoor[] => {
      const door = of.connection.commune === commune ? doorOf(of) : null;
      return door ? [{ ...door, ...of.definition.words }] : [];
    });
};
