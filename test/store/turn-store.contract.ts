import { describe, expect, test } from "vitest";
import { newSession, type Session } from "../../src/engine/session.ts";
import type { Decider, Decision, Loaded, Turn, TurnStore } from "../../src/store/turn-store.ts";

/** What a turn store must show about itself, for any database. `tg` is a connection of the commune that `make` has made. */
export type Subject = {
  readonly store: TurnStore;
  /** Rows of the inbox with a fault / rows of the outbox that wait, as the database has them now. */
  readonly faults: () => Promise<readonly string[]>;
  readonly waiting: () => Promise<readonly { readonly chat: string; readonly text: string }[]>;
  /** Makes the database refuse to grow, as a full disk does; gives back how to make room again. */
  readonly fill: () => Promise<() => void>;
};

const nothing: Decision = { session: null, learner: null, message: null, writes: [], fault: null };
const message = (text: string) => ({
  spec: 1 as const,
  purpose: "reply" as const,
  language: "vi",
  token: "t",
  blocks: [{ kind: "text" as const, text }],
  choices: [],
  expects: "nothing" as const,
  reserved: [],
});
const session = (n: number): Session => ({
  ...newSession([{ flow: "f", version: "v", state: "s", at: 0, vars: { n }, trail: [] }], 0),
  token: `t${n}`,
});
const countOf = (loaded: Loaded): number => Number(loaded.session?.runs[0]?.vars.n ?? 0);

/** Counts the turns of each chat in its session; throws for the word "throw". */
const counting: Decider = {
  decide: (turn, loaded) => {
    const text = turn.from === "person" && turn.inbound.content.kind === "text" ? turn.inbound.content.text : "";
    if (text.startsWith("throw")) throw new Error(`cannot bear ${text}`);
    const n = countOf(loaded) + 1;
    return { ...nothing, session: session(n), message: message(`${n}:${text}`) };
  },
  undone: () => {
    throw new Error("nothing here comes too late");
  },
  arrive: () => nothing,
  join: (a, b) => b ?? a,
  apologise: () => message("sorry"),
};

let keys = 0;
const turn = (chat: string, text = "", key = `key-${++keys}`): Turn => ({
  from: "person",
  sensitive: false,
  code: null,
  inbound: { connection: "tg", key, chat, at: 1, content: { kind: "text", text } },
});
const texts = (rows: readonly { readonly chat: string; readonly text: string }[], chat: string) =>
  rows.filter((r) => r.chat === chat).map((r) => r.text);

export const turnStoreContract = (name: string, make: () => Promise<Subject>) =>
  describe(`turn store on ${name}`, () => {
    test("several messages of one chat in a batch keep their order and see each other", async () => {
      const s = await make();
      const { outcomes, said } = await s.store.transact(
        [turn("a", "x"), turn("b", "x"), turn("a", "y"), turn("a", "z")],
        counting,
        1_000,
      );
      expect(outcomes.map((o) => o.ok && o.value)).toEqual(["done", "done", "done", "done"]);
      expect(texts(await s.waiting(), "a")).toEqual(["1:x", "2:y", "3:z"]);
      expect(said.map((r) => r.id)).toEqual(said.map((r) => r.id).toSorted((x, y) => x - y));
    });

    test("an update comes in once, in another batch or in the same", async () => {
      const s = await make();
      const first = turn("a", "x", "same");
      await s.store.transact([first], counting, 1_000);
      const { outcomes, said } = await s.store.transact(
        [first, turn("a", "y", "new"), turn("a", "y", "new")],
        counting,
        1_000,
      );
      expect(outcomes.map((o) => o.ok && o.value)).toEqual(["repeated", "done", "repeated"]);
      expect(said.map((r) => r.chat)).toEqual(["a"]);
      expect(texts(await s.waiting(), "a")).toEqual(["1:x", "2:y"]);
    });

    test("a turn that throws stands alone: the others are done, its person hears a kind sentence, its reason is kept without their words", async () => {
      const s = await make();
      const { outcomes, said } = await s.store.transact(
        [turn("a", "x"), turn("b", "throw bimatcuatoi"), turn("c", "x")],
        counting,
        1_000,
      );
      expect(outcomes.map((o) => o.ok && o.value)).toEqual(["done", "failed", "done"]);
      expect(said.map((r) => r.chat)).toEqual(["a", "b", "c"]);
      expect(texts(await s.waiting(), "b")).toEqual(["sorry"]);
      const [fault, ...others] = await s.faults();
      expect(others).toEqual([]);
      expect(fault).toMatch(/^TURN_FAILED: .*Error: .* at /);
      expect(fault).not.toContain("bimatcuatoi");
    });

    test("a failed update is acknowledged: brought again it does nothing", async () => {
      const s = await make();
      const bad = turn("b", "throw");
      await s.store.transact([bad], counting, 1_000);
      const { outcomes, said } = await s.store.transact([bad], counting, 1_000);
      expect(outcomes.map((o) => o.ok && o.value)).toEqual(["repeated"]);
      expect(said).toEqual([]);
    });

    test("a place survives one failed turn and is given up after two in a row", async () => {
      const s = await make();
      await s.store.transact([turn("a", "x")], counting, 1_000);
      await s.store.transact([turn("a", "throw")], counting, 1_000);
      await s.store.transact([turn("a", "y")], counting, 1_000);
      expect(texts(await s.waiting(), "a")).toEqual(["1:x", "sorry", "2:y"]);
      await s.store.transact([turn("a", "throw")], counting, 1_000);
      await s.store.transact([turn("a", "throw")], counting, 1_000);
      await s.store.transact([turn("a", "z")], counting, 1_000);
      expect(texts(await s.waiting(), "a").at(-1)).toBe("1:z");
    });

    test("an unknown connection is refused and does not hold up its neighbours", async () => {
      const s = await make();
      const lost = turn("a", "x");
      if (lost.from === "person") Object.assign(lost.inbound, { connection: "nobody" });
      const { outcomes } = await s.store.transact([lost, turn("b", "x")], counting, 1_000);
      expect(outcomes.map((o) => (o.ok ? o.value : o.fault.code))).toEqual(["CONNECTION_UNKNOWN", "done"]);
    });

    test("a full disk refuses the whole batch, writes none of it, and everything goes in once there is room", async () => {
      const s = await make();
      await s.store.transact([turn("a", "x")], counting, 1_000);
      const makeRoom = await s.fill();
      const batch = Array.from({ length: 40 }, (_, i) => turn(`chat-${i}`, "w".repeat(2_000)));
      const refused = await s.store.transact(batch, counting, 2_000);
      expect(new Set(refused.outcomes.map((o) => (o.ok ? o.value : o.fault.code)))).toEqual(new Set(["STORE_FULL"]));
      expect(refused.said).toEqual([]);
      expect((await s.waiting()).length).toBe(1);
      makeRoom();
      const again = await s.store.transact(batch, counting, 3_000);
      expect(again.outcomes.map((o) => o.ok && o.value)).toEqual(batch.map(() => "done"));
      expect((await s.waiting()).length).toBe(41);
    });
  });
