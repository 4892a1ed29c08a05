import Fastify from "fastify";
import { expect, test } from "vitest";
import { terms } from "../../src/people/terms.ts";
import { privacyRoutes } from "../../src/site/privacy.tsx";

const page = async (query: string): Promise<string> => {
  const app = Fastify();
  await privacyRoutes(app, { styles: { public: [] } });
  const answer = await app.inject(`/rieng-tu${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.body.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
};

test.each(["vi", "en"] as const)("every term there is stands on the page, in %s", async (language) => {
  const body = await page(`?lang=${language}`);
  for (const { what, then } of Object.values(terms)) {
    expect(body).toContain(what[language]);
    expect(body).toContain(then[language]);
  }
});

test("the words of a term say its number of days", () => {
  const day = 24 * 3_600_000;
  for (const { ms, then } of Object.values(terms)) {
    const days = ms / day;
    const said = days === 365 ? /12 (tháng|months)/ : new RegExp(`${days} (ngày|days)|after a day|a day after`);
    expect(then.vi).toMatch(said);
    expect(then.en).toMatch(said);
  }
});

test("an odd question still gets the page", async () => {
  expect(await page("?lang=xx&lang=en")).toContain("dữ liệu của tôi");
});
