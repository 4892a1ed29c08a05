import { expect, test } from "vitest";
import { probe } from "../../../src/channels/zalo-oa/probe.ts";
import { probed } from "../probed.ts";
import { bac, day, hour, stage } from "./kit.ts";

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
  const refused = await probed(probe(s.deps, s.connection));
  expect(refused).toMatchObject({ stands: false, found: { oa: null, sent: null } });
  expect(said(refused)).toMatch(/không hỏi được thông tin OA: .* \(-\d+\)\. .*“Nối lại”/);
  s.clock.now += 26 * hour;
  await s.deps.held.current(s.connection);
  const dead = await probed(probe(s.deps, s.connection));
  expect(dead).toMatchObject({ stands: false, found: { token: "consent", oa: null, sent: null } });
  expect(said(dead)).toContain("cần được nối lại");
});

test("it only looks: no pair of the settings is taken, none is renewed, and it says who would", async () => {
  const s = await stage();
  const renewals = () => s.fake.of("/v4/oa/access_token").length;
  const pair = s.fake.grant();
  const settings = { ...s.connection.settings, accessToken: pair.access_token, refreshToken: pair.refresh_token };
  // A folder that never held a pair, with both tokens in the settings, and with the refresh token alone.
  for (const id of ["never-held", "never-held-either"]) {
    const { accessToken: _, ...refreshAlone } = settings;
    const elsewhere = { ...s.connection, id, settings: id === "never-held" ? settings : refreshAlone };
    const found = await probed(probe(s.deps, elsewhere, bac));
    expect(found).toMatchObject({ stands: false, found: { token: "none", oa: null, sent: null } });
    expect(said(found)).toMatch(/thư mục dữ liệu này chưa nhận[\s\S]*--env/);
    expect(await s.zalo.tokens.read(id)).toBeNull();
  }
  // A server that stood still for a night.
  s.clock.now += 26 * hour;
  const slept = await probed(probe(s.deps, s.connection, bac));
  expect(slept).toMatchObject({ stands: false, found: { token: "good", oa: null } });
  expect(said(slept)).toContain("khởi động máy chủ");
  s.clock.now += 80 * day;
  expect(said(await probed(probe(s.deps, s.connection)))).toContain("còn 8 ngày");
  expect(renewals()).toBe(0);
  expect(s.fake.sent).toEqual([]);
});

const said = ({ lines }: { readonly lines: readonly { readonly vi: string }[] }): string =>
  lines.map((l) => l.vi).join("\n");
