import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecord, recordNames, records } from "../../src/engine/records.ts";
import { flow, inFlow, lit, withFlows } from "./world.ts";

describe.each(recordNames)("%s", (what) => {
  const { ref, data } = records[what].example;

  test("its example is one", () => {
    expect(readRecord(what, ref, data)).toEqual({ ok: true, record: { what, ref, data } });
  });

  test("nothing else is: another name, a name too few, another kind of value", () => {
    expect(readRecord(what, ref, { ...data, "no-such": 1 }).ok).toBe(false);
    expect(readRecord(what, ref === null ? "x" : null, data).ok).toBe(false);
    for (const name of Object.keys(data)) expect(readRecord(what, ref, { ...data, [name]: [] }).ok, name).toBe(false);
  });

  test("its comment says when it is written", () => {
    const name = new RegExp(`\\*/\\n  "?${what}"?: `);
    expect(sources.some((source) => name.test(source))).toBe(true);
  });
});

const folder = "src/engine/records";
const sources = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));

test("whatever a flow fills in, a record is made whole or not at all", () => {
  const anything = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
  fc.assert(
    fc.property(fc.constantFrom(...recordNames), fc.option(fc.string()), anything, (what, ref, data) => {
      const read = readRecord(what, ref, data);
      if (read.ok) expect(readRecord(what, read.record.ref, read.record.data)).toEqual(read);
      else expect(read.why).not.toBe("");
    }),
  );
});

test("what an earlier version of a flow did not say is filled in", () => {
  expect(readRecord("link-accepted", null, { code: "c", learner: "l" })).toMatchObject({
    record: { data: { same: false } },
  });
  expect(readRecord("invitation-accepted", null, { code: "c" })).toMatchObject({
    record: { data: { replace: false } },
  });
  expect(readRecord("push-confirmed", "l", { village: "v", push: "p", eligible: 2 }).ok).toBe(true);
});

test("a flow whose variable holds nothing ends kindly, and nothing is said to be done", () => {
  const broken = flow("broken", {
    a: [
      { kind: "record", what: "link-undone", data: { link: "$nothing" } },
      { kind: "say", text: lit("parted") },
      { kind: "end" },
    ],
  });
  const talk = inFlow("broken", undefined, undefined, withFlows([broken]));
  expect(talk.events.map((e) => e.type)).toEqual(["failed", "message"]);
  expect(talk.events).toContainEqual({
    type: "failed",
    reason: expect.stringContaining("the record link-undone does not hold (data.link:"),
  });
  expect(JSON.stringify(talk.events)).not.toContain("parted");
});
