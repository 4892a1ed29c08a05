import { expect, test } from "vitest";
import { probe } from "../../../src/channels/zalo-oa/probe.ts";
import { probed } from "../probed.ts";
import { bac, stage } from "./kit.ts";

test("a connection that works: who the OA is, what was learnt, what to do next", async () => {
  const s = await stage();
  const found = await probed(probe(s.deps, s.connection, bac));
  expect(found).toMatchObject({
    stands: true,
    found: {
      token: "good",
      oa: { id: s.fake.oaId, type: "2", plan: "Growth", verified: true },
      endpoint: "v3",
      signature: null,
      sent: "v3: done",
      buttons: "v3: done",
    },
  });
  expect(s.fake.sent).toHaveLength(2);
  expect(found.lines.map((l) => l.vi).join("\n")).toContain("chưa nhận được sự kiện nào");
});

test("the other name of the id, a government OA, a token that is gone", async () => {
  const s = await stage();
  s.fake.set({ type: 4, idField: "oa_id" });
  const found = await probed(probe(s.deps, s.connection, bac));
  expect(found).toMatchObject({
    stands: true,
    found: { oa: { id: s.fake.oaId, type: "4" }, sent: expect.stringContaining("-235") },
  });
  s.fake.revoke();
  s.clock.now += 26 * 3_600_000;
  const dead = await probed(probe(s.deps, s.connection));
  expect(dead).toMatchObject({ stands: false, found: { token: "consent", oa: null, sent: null } });
  expect(dead.lines.map((l) => l.vi).join("\n")).toContain("cấp quyền lại");
});
