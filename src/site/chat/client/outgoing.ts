import type { Mine } from "../talk.ts";
import type { ServerAnswer } from "./wire.ts";

/** After so many tries without an answer the bubble says so; trying goes on. */
const TRIES = 2;

/**
 * What the person said and the server has not taken yet: one at a time and in order, each with its own key until the
 * server has taken it. A repeated sending is recognised there by its key.
 */
export const outgoing = ({ post, pause, online, held, done }: Needs): Outgoing => {
  const queue: Mine[] = [];
  let sending = false;
  const drain = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (let tries = 1; queue[0]; ) {
      const mine = queue[0];
      const answer = await post(mine);
      if (answer.is === "later") {
        held(mine, answer.network, tries >= TRIES || !online());
        await pause(answer.afterMs * Math.min(tries, 5));
        tries += 1;
        continue;
      }
      tries = 1;
      queue.shift();
      done(mine, answer);
    }
    sending = false;
  };
  return {
    put: (mine) => {
      if (!queue.some(({ key }) => key === mine.key)) queue.push(mine);
      void drain();
    },
    waiting: () => queue,
  };
};

export type Outgoing = {
  /** Behind everything that is on its way; what is on its way already stays where it is. */
  readonly put: (mine: Mine) => void;
  readonly waiting: () => readonly Mine[];
};

type Needs = {
  readonly post: (mine: Mine) => Promise<ServerAnswer>;
  readonly pause: (ms: number) => Promise<void>;
  readonly online: () => boolean;
  /** Not taken yet, and tried again; `long`: the person should know. */
  readonly held: (mine: Mine, network: boolean, long: boolean) => void;
  /** The server took it, or never will. */
  readonly done: (mine: Mine, answer: Exclude<ServerAnswer, { readonly is: "later" }>) => void;
};
