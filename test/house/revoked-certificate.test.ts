import { afterEach, beforeEach, expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { atWeb, settle } from "../hostile/people.ts";
import { addVillages, type RunningHouse, startHouse } from "./house.ts";

let town: RunningHouse;
beforeEach(async () => {
  town = await startHouse();
  await addVillages(town.house);
});
afterEach(() => town.close());

test("a certificate that was revoked can be earned again with one lesson", async () => {
  const { store, taught, desk, now } = town.house;
  const p = atWeb(town.house, "a");
  await settle(p, "Hoa");
  const lessons = taught.library.trackItems.find((t) => t.id === "co-ban")?.lessons ?? [];
  const [first = "", ...rest] = lessons;
  for (const id of [first, ...rest]) await p.learns(id);
  const codes = () =>
    store.db.prepare("SELECT code FROM certificates ORDER BY issued_at, code").pluck().all().map(String);
  const [code = ""] = codes();
  expect(codes()).toHaveLength(1);
  // While it holds, a lesson taken once more gives no second one.
  await p.learns(first);
  expect(codes()).toHaveLength(1);

  await desk.revokeCertificate("phu-binh-thai-nguyen", code, cleaned("cấp nhầm"), { staff: "test", at: now() });
  expect(await p.says(code)).toContain("học lại một bài là được giấy mới");
  await p.learns(first);
  expect(codes()).toHaveLength(2);
  expect(await p.heard()).toContain(
    codes()
      .find((c) => c !== code)
      ?.slice(0, 4),
  );
  // The new one holds, the old one does not.
  await p.learns(first);
  expect(codes()).toHaveLength(2);
});
