import { expect, test } from "vitest";
import type { Inbound } from "../../src/channels/inbound.ts";
import type { Turn } from "../../src/store/turn-store.ts";
import { refusals } from "../../src/turns/refusals.ts";

const heard = (connection: string, address?: string) => {
  const rows: unknown[] = [];
  const inbound = { connection, address } as Inbound; // nothing else of what arrived is told
  const said = refusals({
    audit: { tally: (entry, seen) => void rows.push([entry, seen]) },
    connection: (id) => (id === "known" ? { commune: "a-xa", channel: "telegram" } : undefined),
    now: () => 7,
  });
  return { rows, inbound, said };
};

test("each refusal is one row: what, of which commune, from a shortened address, when", () => {
  const { rows, inbound, said } = heard("known", "203.0.113.77");
  said.wrongCode(inbound);
  said.codesSlowed(inbound, { slowedBy: "address" });
  said.setAside({ from: "person", inbound } as Turn); // as above
  const seen = { who: "stranger", from: "203.0.113.0/24", at: 7 };
  expect(rows).toEqual([
    [{ what: "wrong-code", commune: "a-xa", after: { opens: "anything", channel: "telegram" } }, seen],
    [{ what: "codes-slowed", commune: "a-xa", after: { by: "address" } }, seen],
    [{ what: "turn-set-aside", commune: "a-xa", after: { code: "TURN_FAILED" } }, seen],
  ]);
});

test("of a connection nobody knows, and of the clock, what is known is said", () => {
  const { rows, inbound, said } = heard("gone");
  said.wrongCode(inbound);
  said.codesSlowed(inbound, { slowedBy: "all" });
  said.setAside({ from: "person", inbound } as Turn); // as above
  said.setAside({ from: "clock", timer: { commune: "b-xa" } } as Turn); // as above
  const seen = { who: "stranger", from: null, at: 7 };
  expect(rows).toEqual([
    [{ what: "wrong-code", commune: null, after: { opens: "anything", channel: "unknown" } }, seen],
    [{ what: "codes-slowed", commune: null, after: { by: "all" } }, seen],
    [{ what: "turn-set-aside", commune: null, after: { code: "TURN_FAILED" } }, seen],
    [{ what: "turn-set-aside", commune: "b-xa", after: { code: "TURN_FAILED" } }, seen],
  ]);
});
