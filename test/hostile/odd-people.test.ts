import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../../src/app/serve.ts";
import { addVillages, type RunningHouse, startHouse } from "../house/house.ts";
import { oddTexts } from "./odd-texts.ts";
import { atWeb, type Person, settle, toConsent } from "./people.ts";

// Everything a person can type, at every place that takes words, and what then stands in the database, on a certificate
// and on the page that proves it.

const commune = "phu-binh-thai-nguyen";
let town: RunningHouse;
beforeAll(async () => {
  town = await startHouse();
  await addVillages(town.house);
}, 300_000);
afterAll(() => town.close());
const db = () => town.house.store.db;

/** Signs that change how the words around them are read, and halves of signs. */
const tricks = /[\0\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/u;

let chats = 0;
const someone = (): Person => atWeb(town.house, `odd-${++chats}`, { address: `198.51.${chats >> 8}.${chats & 255}` });
/** Goes on until words are asked for; null where that never came. */
const asked = async (p: Person): Promise<boolean> => {
  for (let n = 0; n < 12; n++) {
    const last = await p.last();
    if (last?.expects === "text") return true;
    const way =
      last?.choices.find((c) => c.label.startsWith("65")) ?? last?.choices.find((c) => !c.key.startsWith("/"));
    await p.press(last?.token ?? "", way?.key ?? "");
  }
  return false;
};

test("as a name, a question, words for a person and an answer: each is answered, none fails, nothing tricky is kept", async () => {
  const settled = someone();
  await settle(settled, "Hoa");
  const helped = someone();
  await settle(helped, "Lan");
  for (const text of oddTexts) {
    const named = someone();
    await toConsent(named);
    expect(await asked(named)).toBe(true);
    expect((await named.says(text)).length, JSON.stringify(text.slice(0, 40))).toBeGreaterThan(0);
    expect((await settled.says(text)).length, JSON.stringify(text.slice(0, 40))).toBeGreaterThan(0);
    await helped.says("gặp người");
    expect((await helped.says(text)).length, JSON.stringify(text.slice(0, 40))).toBeGreaterThan(0);
    await helped.says("menu");
  }
  expect(db().prepare("SELECT count(*) FROM inbox WHERE fault IS NOT NULL").pluck().get()).toBe(0);
  const kept = [
    ...db().prepare("SELECT name FROM learners WHERE name IS NOT NULL").pluck().all(),
    ...db().prepare("SELECT text FROM tickets WHERE text IS NOT NULL").pluck().all(),
    ...db().prepare("SELECT text FROM questions").pluck().all(),
  ].map(String);
  expect(kept.length).toBeGreaterThan(3);
  for (const words of kept) expect(JSON.stringify(words)).not.toMatch(tricks);
}, 300_000);

test("a certificate in any name that ever was kept: the page says so in plain letters, and the picture is drawn", async () => {
  const app = await serve(town.house, new URL("../../dist/public", import.meta.url).pathname);
  const put = db().prepare(
    "INSERT INTO certificates (commune, code, learner, track, name, language, issued_at) VALUES (?,?,'p','co-ban',?,'vi',1)",
  );
  const pairs = [..."ABCDEFGHJKMNPQRSTUVWXYZ"].flatMap((a) => [..."23456789"].map((n) => a + n));
  for (const [i, text] of oddTexts.entries()) {
    const code = `${pairs[i]}${pairs[i]}A2B3C4D5`;
    // As an older version might have kept it: nothing was taken out.
    put.run(commune, code, text.slice(0, 200));
    const from = { remoteAddress: `203.0.113.${i}` };
    const page = await app.inject({ url: `/xac-minh/${code}`, headers: { accept: "text/html" }, ...from });
    expect(page.statusCode, JSON.stringify(text.slice(0, 40))).toBe(200);
    expect(page.body).not.toContain("<zq");
    const picture = await app.inject({ url: `/giay/${code}.png`, ...from });
    expect([picture.statusCode, picture.headers["content-type"]], JSON.stringify(text.slice(0, 40))).toEqual([
      200,
      "image/png",
    ]);
    expect((await someone().says(code)).length).toBeGreaterThan(0);
  }
  await app.close();
}, 300_000);
