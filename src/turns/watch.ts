import type { Inbound } from "../channels/inbound.ts";
import type { Decider, Turn } from "../store/turn-store.ts";

/**
 * Knows which update is being looked at, so that a process that hangs or dies in it can tell the next one. `barred`:
 * this update ended the process before, so often that it is not tried again.
 */
export type Watch = {
  readonly barred: (name: string) => boolean;
  readonly begin: (name: string) => void;
  readonly end: () => void;
};

/** For those who run turns where nobody is there to start the process again. */
export const unwatched: Watch = { barred: () => false, begin: () => {}, end: () => {} };

export const nameOf = ({ connection, key }: Pick<Inbound, "connection" | "key">): string => `${connection} ${key}`;

/** Does some work in the name of an update. */
export const during = <T>(watch: Watch, name: string, work: () => T): T => {
  watch.begin(name);
  try {
    return work();
  } finally {
    watch.end();
  }
};

/**
 * The same decider under a watch. A barred turn is not decided but fails, and goes the way of every turn that throws: its
 * reason is kept, its person hears a kind sentence, and its channel is told that it arrived.
 */
export const watched = (decider: Decider, watch: Watch): Decider => {
  let name = "";
  return {
    ...decider,
    decide: (turn, loaded, now) => {
      name = turnName(turn);
      if (watch.barred(name)) throw new PoisonTurn();
      return during(watch, name, () => decider.decide(turn, loaded, now));
    },
    arrive: (loaded, now) => during(watch, name, () => decider.arrive(loaded, now)),
  };
};

const turnName = (turn: Turn): string => (turn.from === "person" ? nameOf(turn.inbound) : `timer ${turn.timer.id}`);

class PoisonTurn extends Error {
  override readonly name = "PoisonTurn";
  constructor() {
    super("set aside: the process ended in it before");
  }
}
