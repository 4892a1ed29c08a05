import { expect, it } from "vitest";
import { addMine, arrive, mark, type Talk } from "../../../src/site/chat/talk.ts";
import { turnsOf } from "../../../src/site/chat/turns.ts";
import { type ScreenName, screens } from "../../browser/screens.ts";

const message = (id: number, name: ScreenName) => ({ id, message: { ...screens[name], token: `t${id}` } });
const press = (talk: Talk, on: number, key: string) =>
  addMine(talk, { key: `k${on}`, label: key, said: { press: { token: `t${on}`, key } }, choice: { message: on, key } });
const shape = (talk: Talk) =>
  turnsOf(talk).map((turn) =>
    turn.parts.map((part) =>
      part.kind === "mine"
        ? `me:${part.label}:${part.status}`
        : `m${part.id}${part.live ? "*" : ""}${part.judged ? `:${part.judged}` : ""}${part.echo ? `:${part.echo}` : ""}`,
    ),
  );

it("takes each message once, whichever way brings it", () => {
  const talk = arrive(arrive([], [message(1, "greeting")]), [message(1, "greeting"), message(2, "menu")]);
  expect(talk).toHaveLength(2);
  expect(arrive(talk, [message(2, "menu")])).toBe(talk);
});

it("keeps what is not answered yet under the message it answers", () => {
  expect(shape(press(arrive([], [message(1, "greeting")]), 1, "yes"))).toEqual([["m1*", "me:yes:sending"]]);
});

it("puts an answer with what was said, and only the newest choices count", () => {
  const talk = arrive(mark(press(arrive([], [message(1, "greeting")]), 1, "yes"), "k1", "sent"), [message(2, "menu")]);
  expect(shape(talk)).toEqual([["m1"], ["me:yes:sent", "m2*"]]);
});

it("shows a quiz answer where it was chosen, judged, together with why", () => {
  const asked = press(arrive([], [message(1, "question")]), 1, "hang-up");
  expect(shape(asked)).toEqual([["m1*"]]);
  expect(shape(arrive(mark(asked, "k1", "sent"), [message(2, "right")]))).toEqual([["m1:right", "m2*"]]);
});

it("shows the same after a reload, from the echo alone", () => {
  const talk = arrive([], [message(1, "question"), message(2, "notYet"), message(3, "person")]);
  expect(shape(talk)).toEqual([["m1:notyet", "m2"], ["m3*:Gặp Tổ công nghệ số"]]);
  expect(turnsOf(talk)[0]?.parts[0]).toMatchObject({ chosen: "read" });
});

it("says so when a quiz answer could not be sent, and frees the choices", () => {
  const failed = mark(press(arrive([], [message(1, "question")]), 1, "read"), "k1", "failed");
  expect(shape(failed)).toEqual([["m1*", "me:read:failed"]]);
  expect(turnsOf(failed)[0]?.parts[0]).toMatchObject({ chosen: undefined });
});

it("does not take a judgement for one of a question nobody answered", () => {
  expect(shape(arrive([], [message(1, "menu"), message(2, "right")]))).toEqual([["m1"], [`m2*:${screens.right.echo}`]]);
});
