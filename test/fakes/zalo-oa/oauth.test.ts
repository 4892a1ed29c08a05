import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { OA_PATHS } from "./api.ts";
import { an, HOUR, oaOf, refresh, send, start } from "./bench.ts";

describe("Zalo OA: tokens", () => {
  it("a refresh token works once and kills its pair", async () => {
    const { oa, token } = await oaOf({ refusalCode: -14099 });
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: -232 });
    const first = oa.grant();
    const second = await refresh(oa, first.refresh_token);
    expect(second).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: "90000",
    });
    oa.interact(an);
    expect(await send(oa, first.access_token, { text: "a" })).toMatchObject({ error: -220 });
    expect(await send(oa, second.access_token, { text: "a" })).toMatchObject({ error: 0 });
    expect(await send(oa, "nothing", { text: "a" })).toMatchObject({ error: -216 });
    expect(await refresh(oa, first.refresh_token)).toEqual({ error: -14099, message: "Invalid refresh token" });
    expect(await refresh(oa, second.refresh_token, "wrong")).toMatchObject({ error: -14099 });
    expect(await refresh(oa, second.refresh_token)).toHaveProperty("access_token");
  });

  it("dies after 25 hours, or when the application is taken off", async () => {
    const { oa, token, clock } = await oaOf();
    oa.interact(an);
    clock.now = start + 25 * HOUR - 1;
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: 0 });
    clock.now += 1;
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: -220 });
    const pair = oa.grant();
    oa.revoke();
    expect(await send(oa, pair.access_token, { text: "a" })).toMatchObject({ error: -220 });
    expect(await refresh(oa, pair.refresh_token)).toMatchObject({ error: -14014 });
  });

  it("a refresh whose answer is lost has still used the token up", async () => {
    const { oa } = await oaOf();
    const pair = oa.grant();
    oa.fault({ kind: "reset", when: "before" }, { on: OA_PATHS.token });
    oa.fault({ kind: "reset", when: "read" }, { on: OA_PATHS.token });
    oa.fault({ kind: "reset", when: "after" }, { on: OA_PATHS.token });
    for (let i = 0; i < 3; i++) await expect(refresh(oa, pair.refresh_token)).rejects.toThrow();
    expect(await refresh(oa, pair.refresh_token)).toMatchObject({ error: -14014 });
    expect(oa.of(OA_PATHS.token)).toHaveLength(3);
  });

  it("consent gives a code, once, for ten minutes, against its verifier", async () => {
    const { oa, clock } = await oaOf();
    const verifier = "v".repeat(43);
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const exchange = async (code: string, code_verifier: string) => {
      const body = new URLSearchParams({ code, app_id: oa.appId, grant_type: "authorization_code", code_verifier });
      return (
        await fetch(oa.url + OA_PATHS.token, { method: "POST", headers: { secret_key: oa.appSecret }, body })
      ).json();
    };
    const ask = (redirect: string) =>
      fetch(
        `${oa.url}${OA_PATHS.permission}?${new URLSearchParams({ app_id: oa.appId, redirect_uri: redirect, code_challenge: challenge, state: "s" })}`,
        { redirect: "manual" },
      );
    expect(await (await ask("https://other.example")).json()).toMatchObject({ error: -14003 });
    const back = new URL((await ask("https://xa-mau.example/zalo/callback")).headers.get("location") ?? "");
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ oa_id: oa.oaId, state: "s" });
    const code = back.searchParams.get("code") ?? "";
    expect(await exchange(code, "x".repeat(43))).toMatchObject({ error: -14014 });
    expect(await exchange(code, verifier)).toMatchObject({ expires_in: "90000" });
    expect(await exchange(code, verifier)).toMatchObject({ error: -14014 });
    const late = oa.consent(challenge);
    clock.now += 600_001;
    expect(await exchange(late, verifier)).toMatchObject({ error: -14014 });
  });
});
