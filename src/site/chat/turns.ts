import { last, lastIndexWhere } from "./last.ts";
import { type Arrived, current, type Mine, type Talk } from "./talk.ts";

/** One message with what became of its choices. */
export type ShownMessage = {
  readonly kind: "shown";
  readonly id: number;
  readonly message: Arrived["message"];
  /** The bubble above it: what the person chose, when the message says so and we do not show their own bubble already. */
  readonly echo: string | undefined;
  /** Its choices are the ones that count. */
  readonly live: boolean;
  /** The key of the choice taken. */
  readonly chosen: string | undefined;
  /** Once a quiz answer was judged, only that answer stays, marked. */
  readonly judged: "right" | "notyet" | undefined;
};
export type ChatTurn = { readonly key: string; readonly parts: readonly (ShownMessage | Mine)[] };

/** Cuts a talk into turns: what the person did and what came of it. A question and its judgement are one turn, so that both are seen together. */
export const turnsOf = (talk: Talk): readonly ChatTurn[] => {
  const turns: { key: string; parts: (ShownMessage | Mine)[] }[] = [];
  const lastArrived = lastIndexWhere(talk, (item) => item.kind === "arrived");
  talk.forEach((item, at) => {
    const open = last(turns);
    if (item.kind === "mine") {
      if (judgedQuestion(talk, at + 1) || isBeingAnswered(item, talk)) return;
      // Unanswered, it stays under the message it answers, so that the step can be read on while there is no network.
      if (at > lastArrived && open) open.parts.push(item);
      else turns.push({ key: item.key, parts: [item] });
      return;
    }
    const judges = judgedQuestion(talk, at) !== undefined;
    const answersMine = talk[at - 1]?.kind === "mine" && !judges;
    const shown: ShownMessage = {
      kind: "shown",
      id: item.id,
      message: item.message,
      echo: judges || answersMine ? undefined : item.message.echo,
      live: at === lastArrived,
      ...fate(talk, at),
    };
    if (open && (judges || (answersMine && last(open.parts) === talk[at - 1]))) open.parts.push(shown);
    else turns.push({ key: `m${item.id}`, parts: [shown] });
  });
  return turns;
};

/** What became of a message's choices: which was taken, and how it was judged. After a reload only the echo of the next message tells. */
const fate = (talk: Talk, at: number): Pick<ShownMessage, "chosen" | "judged"> => {
  const item = talk[at];
  if (item?.kind !== "arrived") return { chosen: undefined, judged: undefined };
  const later = talk.slice(at + 1);
  const nextAt = talk.findIndex((other, index) => index > at && other.kind === "arrived");
  const next = talk[nextAt];
  const echo = next?.kind === "arrived" ? next.message.echo : undefined;
  const pressed = later.find(
    (other): other is Mine => other.kind === "mine" && other.choice?.message === item.id && other.status !== "failed",
  );
  const chosen = pressed?.choice?.key ?? item.message.choices.find((c) => c.label === echo)?.key;
  const verdict =
    next?.kind === "arrived" && judgedQuestion(talk, nextAt) === item ? next.message.blocks[0] : undefined;
  return { chosen, judged: verdict?.kind === "feedback" ? (verdict.right ? "right" : "notyet") : undefined };
};

/** The question that the message at this place judges, if it judges one. */
const judgedQuestion = (talk: Talk, at: number): Arrived | undefined => {
  const verdict = talk[at];
  if (verdict?.kind !== "arrived" || verdict.message.blocks[0]?.kind !== "feedback") return undefined;
  const before = current(talk.slice(0, at));
  if (!before || !isQuestion(before)) return undefined;
  const pressed = talk.slice(0, at).some((item) => item.kind === "mine" && item.choice?.message === before.id);
  return pressed || before.message.choices.some((c) => c.label === verdict.message.echo) ? before : undefined;
};

/** An answer to a quiz question that is on its way: the marked choice shows it, a bubble would say it twice. */
const isBeingAnswered = (mine: Mine, talk: Talk): boolean =>
  mine.status === "sending" &&
  talk.some((item) => item.kind === "arrived" && item.id === mine.choice?.message && isQuestion(item));

const isQuestion = (item: Arrived): boolean => item.message.blocks.some((b) => b.kind === "question");
