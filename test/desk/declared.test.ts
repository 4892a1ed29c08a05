import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Commune } from "../../src/communes/schema.ts";
import { selfDefinitions } from "../../src/indicator/self.ts";
import { commune } from "./commune.ts";
import { adults, fact, type House, house, logIn, NOON, person } from "./house.ts";

const plan = commune("a-xa");
const another = plan.targets[2] ?? expect.fail();
const withSelf: Commune = {
  ...plan,
  targets: [
    ...plan.targets,
    {
      ...another,
      id: "cks-2030",
      series: "cks",
      text: "≥ 10% người dân có chữ ký số",
      value: 10,
      operator: ">=",
      measured: "self",
      indicator: "self:signature",
    },
  ],
};

let h: House;
beforeAll(async () => {
  h = await house([withSelf]);
});
afterAll(() => h.close());
beforeEach(() => h.db.exec("DELETE FROM learning_events; DELETE FROM learners; DELETE FROM denominators"));

const said = (learner: string, answer: string) =>
  fact(h, "a-xa", { learner, what: "self-assessed", ref: "signature", data: { answer }, at: NOON - 1000 });
let readers = 0;
/** The row of the target, as words. Each time for somebody else; a login of many digits would be taken for a private number. */
const rowOf = async (path = "chi-tieu", language = "vi") => {
  const b = await logIn(h, "overseer", "a-xa", `viewer-${"abcdefghij"[readers++]}`);
  if (language !== "vi") await b.get(`/desk/ngon-ngu/${language}`);
  const { body } = await b.get(`/desk/a-xa/${path}`);
  return { page: body, row: (/<tr id="cks-2030".*?<\/tr>/s.exec(body)?.[0] ?? "").replace(/<[^>]+>/g, " ") };
};

test("a target only people can answer shows what they say, labelled, over how many", async () => {
  adults(h, "a-xa", null, 400);
  for (let n = 0; n < 8; n++) said(`p${n}`, n < 3 ? "yes" : "no");
  said("unsure", "unsure");
  const { row, page } = await rowOf();
  expect(row).toMatch(/tự khai, chưa đối chiếu\s+37,5%\s+3 trong số 8 người đã tự trả lời/);
  expect(row).toContain("sai số 95%: 13,7% đến 69,4%");
  expect(row).toContain("ít nhất 0,8% của 400 người từ 16 tuổi");
  expect(row).toContain(selfDefinitions["self:signature"].denominator.vi);
  expect(row).toContain("Không thay cho số chính thức");
  expect(row).toContain("self:signature/1");
  // More than the 10 % the plan promises, and yet nothing says that the target is met.
  expect(row).not.toMatch(/[Đđ]ạt mốc|Đúng tiến độ/);
  expect(page).not.toContain("Dữ liệu mẫu, không phải");
});

test("the label stands there in English too, and while nobody has answered", async () => {
  const { row } = await rowOf("chi-tieu", "en");
  expect(row).toMatch(/self-declared, not verified\s+nobody has answered yet/);
  expect(row).not.toContain("NaN");
});

test("sample people who answered are said to be sample", async () => {
  person(h, "a-xa", "p1", { sample: 1 });
  said("p1", "yes");
  expect((await rowOf()).page).toContain("Dữ liệu mẫu, không phải số thật của xã");
});

test("neither the public page nor its table has a word of it", async () => {
  for (let n = 0; n < 8; n++) said(`p${n}`, "yes");
  for (const url of ["/ket-qua/a-xa", "/ket-qua/a-xa.csv"]) {
    const { body } = await h.app.inject({ url });
    expect(body).not.toContain("self:");
    expect(body).not.toContain("100,0%");
  }
});
