import { expect, test } from "vitest";
import { house } from "../store/house.ts";

test("the channel's withdrawal erases the household of that phone, but nobody who learns elsewhere too", async () => {
  const h = house();
  await h.resident("a");
  const first = h.one("SELECT learner FROM accounts");
  await h.talk("a", "offer");
  const code = h.offered("a");
  await h.send("b", { kind: "open", code: null });
  await h.talk("b", `mã ${code}`, "yes");
  await h.talk("a", "menu", "add", "yes", "Xóm Hai", "lesson", "next");
  const second = h.one("SELECT learner FROM accounts WHERE chat = 'a'");
  expect(second).not.toBe(first);
  const said = h.said.length;
  await h.send("a", { kind: "erase" });
  expect(h.said.length).toBe(said);
  expect(h.all("SELECT chat, learner FROM accounts")).toEqual([{ chat: "b", learner: first }]);
  expect(h.all("SELECT id FROM learners WHERE erased_at IS NOT NULL")).toEqual([{ id: second }]);
  expect(h.one("SELECT count(*) FROM learning_events WHERE learner = ?", second)).toBe(0);
  expect(Number(h.one("SELECT count(*) FROM learning_events"))).toBeGreaterThan(0);
  expect(h.one("SELECT count(*) FROM outbox WHERE chat = 'a'")).toBe(0);
  expect(h.stopped.at(-1)).toEqual({ connection: "tg", chat: "a", from: 0 });
});
