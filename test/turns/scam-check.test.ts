import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { library } from "../engine/world.ts";
import { house, wordsOf } from "../store/house.ts";

const flow = library.definitions.get("scam-check");
const at = () =>
  house({
    world: (w) => ({
      ...w,
      env: (now, capabilities) => {
        const env = w.env(now, capabilities);
        const open = flow && { ...flow, id: "help" };
        return { ...env, flow: (id, version) => (id === "help" ? open : env.flow(id, version)) };
      },
    }),
  });

test.each([
  [
    "with private digits",
    "Bac chuyen het tien vao tai khoan an toan zebrafish 4111 1111 1111 1111 truoc 17h",
    "dangerous",
  ],
  ["with a code", "Ma OTP cua ban la 482913, zebrafish, doc ma OTP cho em", "dangerous"],
  ["without digits", "VNeID bi loi zebrafish, vao vneid-capnhat.top", "dangerous"],
])("a pasted scam %s gets its verdict, and no word of it is in any table", async (_, text, level) => {
  const h = at();
  await h.resident("a");
  await h.talk("a", "help");
  await h.say("a", text);
  expect(wordsOf(h.last("a"))).toContain(`${level}`);
  const session = String(h.one("SELECT session FROM sessions"));
  expect(session).toContain(`"seen":["${level}",`);
  h.store.db.pragma("wal_checkpoint(TRUNCATE)");
  const disk = readFileSync(h.file).toString("latin1");
  for (const word of ["zebrafish", "4111", "482913", "capnhat"]) expect(disk).not.toContain(word);
});

test("anywhere else private digits are still refused, and no verdict is kept", async () => {
  const h = at();
  await h.resident("a");
  await h.say("a", "chuyen vao tai khoan an toan 4111 1111 1111 1111");
  expect(wordsOf(h.last("a"))).toContain("sensitive");
  expect(String(h.one("SELECT session FROM sessions"))).not.toContain('"seen":');
});
