import { parseArgs } from "node:util";

export type Options = {
  readonly quick: boolean;
  readonly json: boolean;
  readonly write: boolean;
  readonly peersFull: boolean;
  readonly peersOnly: boolean;
  /** One part alone. */
  readonly picturesOnly: boolean;
  readonly startOnly: boolean;
  readonly firstViewOnly: boolean;
  readonly chats: number;
  readonly rounds: number;
  /** Of one measured round. */
  readonly seconds: number;
  readonly warmTurns: number;
  /** Of a push that is measured against. */
  readonly pushSeconds: number;
  readonly pushPeople: number;
  readonly pushChats: number;
};

/** Reads the command line. `--quick` is a smoke run: every part once, figures worth nothing. */
export const optionsOf = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      "peers-full": { type: "boolean", default: false },
      "peers-only": { type: "boolean", default: false },
      "pictures-only": { type: "boolean", default: false },
      "start-only": { type: "boolean", default: false },
      "first-view-only": { type: "boolean", default: false },
      chats: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
    },
  });
  const { quick, json, write, chats } = values;
  return {
    quick,
    json,
    write,
    peersFull: values["peers-full"],
    peersOnly: values["peers-only"],
    picturesOnly: values["pictures-only"],
    startOnly: values["start-only"],
    firstViewOnly: values["first-view-only"],
    chats: Number(chats ?? (quick ? 16 : 64)),
    rounds: Number(values.rounds ?? (quick ? 1 : 3)),
    seconds: Number(values.seconds ?? (quick ? 0.5 : 6)),
    warmTurns: quick ? 500 : 6_000,
    pushSeconds: quick ? 3 : 20,
    pushPeople: quick ? 500 : 10_000,
    pushChats: quick ? 20 : 100,
  };
};
