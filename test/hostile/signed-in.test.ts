import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rateClasses } from "../../src/app/http/rate-classes.ts";
import type { DeskDeps } from "../../src/desk/deps.ts";
import { logIn } from "../desk/house.ts";
import { addVillages } from "../house/house.ts";
import { type HostileHouse, hostileHouse } from "./house.ts";
import { encoded, oddTexts } from "./odd-texts.ts";

// Whoever is signed in may be hostile too, and so may what they paste. Every route of the desk, every field of every form
// its pages show: whatever is sent, it is never the house's own fault, and no element of it comes back as one.

const commune = "phu-binh-thai-nguyen";
let home: HostileHouse;
beforeAll(async () => {
  const plenty = Object.fromEntries(
    Object.keys(rateClasses).map((name) => [name, { address: 1_000_000, all: 1_000_000 }]),
  );
  home = await hostileHouse({}, { rates: plenty });
  await addVillages(home.house, commune);
}, 300_000);
afterAll(() => home.close());

let n = 0;
const signedIn = () => {
  const { house } = home;
  // Signing in uses these of the desk's deps and no others, and of the app only `inject`.
  const some = { deps: { secret: house.secret, id: house.id, store: house.desk } as unknown as DeskDeps };
  const app = home.app as unknown as Parameters<typeof logIn>[0]["app"];
  // Its one-time link lives a second after this, and the code of the second factor may be a step early.
  const time = { now: house.now() + 25_000 };
  return logIn({ ...some, app, time }, "administrator", null, `quan-tri-${++n}`);
};
type Browser = Awaited<ReturnType<typeof signedIn>>;

const deskRoutes = (method: string): readonly string[] =>
  home.routes.flatMap((name) => (name.startsWith(`${method} /desk`) ? [name.slice(method.length + 1)] : []));
const filled = (route: string, part: string): string => route.replace(":commune", commune).replace(/:\w+/g, part);
const send = (b: Browser, options: InjectOptions) =>
  home.app.inject({
    ...options,
    headers: {
      ...options.headers,
      accept: "text/html",
      cookie: [...b.cookies].map(([k, v]) => `${k}=${v}`).join("; "),
    },
  });
const holds = ({ statusCode, headers, body }: Awaited<ReturnType<typeof send>>, what: string): void => {
  expect(statusCode, what.slice(0, 300)).toBeLessThan(500);
  if (String(headers["content-type"]).includes("html")) expect(body, what.slice(0, 300)).not.toContain("<zq");
};

/** The texts in turn, so that each field meets each of them without every pair being sent. */
const turned = (names: readonly string[], by: number): readonly (readonly [string, string])[] =>
  names.map((name, i) => [name, oddTexts[(i * 7 + by) % oddTexts.length] ?? ""]);
const body = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`).join("&");

/** The fields of each form a page shows, by where it is sent, with what stands in them. */
const formsOf = (page: string): readonly (readonly [string, ReadonlyMap<string, string>])[] =>
  [...page.matchAll(/<form\b[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].map(([, to = "", inner = ""]) => [
    to.replaceAll("&amp;", "&"),
    new Map(
      [...inner.matchAll(/<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"[^>]*>/g)].map(([tag, name = ""]) => [
        name,
        /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "1",
      ]),
    ),
  ]);

const QUERY = ["ky", "bao", "trang", "loc", "cau", "ngan", "tu", "den", "loai", "ai"];

test("every page of the desk, with odd texts as its part and in its query, once and twice", async () => {
  const b = await signedIn();
  for (const route of deskRoutes("GET"))
    for (let by = 0; by < oddTexts.length; by += 6) {
      const query = body(turned(QUERY, by).map(([name, text]) => [name, text.slice(0, 1_500)]));
      const part = encoded((oddTexts[by] ?? "").slice(0, 100));
      for (const url of [`${filled(route, "x")}?${query}`, `${filled(route, part)}?${query}&${query}`])
        holds(await send(b, { url: url.slice(0, 15_000) }), url);
    }
  expect(home.lines).toEqual([]);
}, 600_000);

test("every form of the desk, its fields with odd texts, missing, twice and as objects", async () => {
  let b = await signedIn();
  const tokenOf = async (): Promise<string> =>
    /name="csrf" value="([^"]+)"/.exec((await b.get(`/desk/${commune}/cai-dat`)).body)?.[1] ?? "";
  let token = await tokenOf();
  const forms = new Map<string, ReadonlyMap<string, string>>();
  for (const route of deskRoutes("GET").filter((r) => !/dang-nhap|\/vao\/|ngon-ngu|:file/.test(r)))
    for (const [to, fields] of formsOf((await b.get(filled(route, "x"))).body)) forms.set(to, fields);
  const names = [...new Set([...forms.values()].flatMap((f) => [...f.keys()]))].filter((name) => name !== "csrf");
  expect(names.length).toBeGreaterThan(20);

  const post = async (to: string, fields: readonly (readonly [string, string])[]): Promise<void> => {
    const payload = body([["csrf", token], ...fields]);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await send(b, { method: "POST", url: to, headers, payload });
    holds(answer, `${to} ${payload}`);
    // Signed out by what was pressed: in again.
    if (answer.statusCode !== 303 || !String(answer.headers.location).includes("/dang-nhap")) return;
    b = await signedIn();
    token = await tokenOf();
  };
  // As the pages show them: one field wrong at a time, the others as they stand.
  for (const [to, fields] of forms) {
    if (!to.startsWith("/desk")) continue;
    const all = [...fields].filter(([name]) => name !== "csrf");
    for (const [i, [name, value]] of all.entries()) {
      const rest = all.filter(([other]) => other !== name);
      for (const given of [
        [],
        [
          [name, value],
          [name, "x"],
        ],
        [[`${name}[a]`, value]],
      ] as [string, string][][])
        await post(to, [...rest, ...given]);
      for (let by = i % 7; by < oddTexts.length; by += 7) await post(to, [...rest, [name, oddTexts[by] ?? ""]]);
    }
  }
  // And every form there is, shown or not, with whatever fields there are.
  for (const route of deskRoutes("POST"))
    for (let by = 0; by < oddTexts.length; by += 9)
      await post(filled(route, encoded((oddTexts[by] ?? "").slice(0, 100)) || "x"), turned(names, by));
  expect(home.lines).toEqual([]);
}, 600_000);
