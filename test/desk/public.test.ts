import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOfDay } from "../../src/kit/vietnam-time.ts";
import { adults, fact, type House, house, logIn, marked, NOON, person, village } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

/** In the last month that has ended: NOON is on 22 November. */
const october = NOON - 30 * 24 * 3_600_000;
const learned = (count: number, where: string | null, at = october) => {
  for (let n = 0; n < count; n++)
    fact(h, "a-xa", { learner: `${where}-${n}-${at}`, village: where, what: "lesson-finished", ref: "bai-a", at });
};
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const page = async (url = "/ket-qua/a-xa") => h.app.inject({ url });

describe("the public page", () => {
  test("shows figures with all it takes to check them, without the small groups", async () => {
    for (const n of [1, 2, 3]) village(h, "a-xa", `v${n}`, `Xóm ${n}`);
    adults(h, "a-xa", null, 400, "2026-06-30");
    adults(h, "a-xa", "v1", 100, "2026-06-30");
    learned(20, "v1");
    learned(3, "v2");
    learned(9, "v3");
    const words = text((await page()).body);
    expect(words).toContain("ít nhất 7,3% 29 / 400 người từ 16 tuổi");
    expect(words).toContain("Số dân: Công an xã (mẫu), tính đến 30/06/2026");
    expect(words).toContain("Tính đến hết ngày 31/10/2026");
    expect(words).toContain("Xóm 1 20 20,0%");
    expect(words).toContain("Xóm 2 ẩn –");
    expect(words).toContain("Xóm 3 9");
    const csv = (await page("/ket-qua/a-xa.csv")).body;
    expect(csv).toContain("reach,reach/1,2026-10,2026-10-31,xóm/thôn,Xóm 1,20,100,20");
    // Nowhere the exact total, from which 32 - 29 = 3 would follow.
    expect(csv).toContain(",≥29,400,≥7.3,");
    expect(words + csv).not.toMatch(/\b32\b/);
  });

  test("gives the exact total where nothing is hidden", async () => {
    village(h, "a-xa", "v1", "Xóm 1");
    learned(12, "v1");
    learned(5, null);
    const words = text((await page()).body);
    expect(words).toContain("Đã học ít nhất một bài 17 người");
    expect(words).toContain("Không rõ 5");
  });

  test("tells which groups are the largest, without numbers, once there are enough people", async () => {
    for (const [audience, count] of [
      ["farmer", 60],
      ["business", 30],
      ["resident", 11],
      ["teacher", 2],
    ] as const)
      for (let n = 0; n < count; n++)
        fact(h, "a-xa", { learner: `${audience}-${n}`, audience, what: "lesson-finished", ref: "bai-a", at: october });
    const { body } = await page();
    expect(text(body)).toContain(
      "Đông nhất là nông dân, hợp tác xã, rồi đến hộ kinh doanh, doanh nghiệp, rồi người dân",
    );
    const csv = (await page("/ket-qua/a-xa.csv")).body;
    expect(csv).toMatch(/nhóm đông thứ 1,"?Nông dân, hợp tác xã"?,ẩn,/);
    expect(text(body) + csv).not.toMatch(/Giáo viên|\b60\b|\b30,/);
  });

  test.each([
    "2026-10-01..2026-10-22",
    "2026-10-01..2026-10-31",
    "2026-11",
    "2026-q4",
    "2026-h2",
    "2026",
    "2026-12",
    "2027",
  ])("a window that is not whole and ended (%s) is answered with the last month that is", async (ky) => {
    learned(7, null);
    for (const url of [`/ket-qua/a-xa?ky=${ky}`, `/ket-qua/a-xa.csv?ky=${ky}`]) {
      const plain = await page(url.replace(/\?.*/, ""));
      expect((await page(url)).body).toBe(plain.body);
    }
  });

  test("what happens in the running month moves nothing", async () => {
    learned(7, null);
    const before = (await page()).body;
    learned(9, null, startOfDay("2026-11-01") ?? 0);
    learned(1, null, startOfDay("2026-11-22") ?? 0);
    expect((await page()).body).toBe(before);
  });

  test("how many were active in a month is left out where it would tell who is new", async () => {
    village(h, "a-xa", "v1", "Xóm 1");
    learned(9, "v1");
    expect(text((await page()).body)).not.toContain("Có học trong kỳ");
    for (let n = 0; n < 20; n++)
      fact(h, "a-xa", { learner: `reader-${n}`, village: "v1", what: "safety-read", ref: "an-toan", at: october });
    expect(text((await page()).body)).toContain("Có học trong kỳ 29 người");
    // A quarter is a sum of months that could be taken apart again.
    expect(text((await page("/ket-qua/a-xa?ky=2026-q3")).body)).not.toContain("Có học trong kỳ");
  });

  test("fewer than five people in all are not counted out", async () => {
    adults(h, "a-xa", null, 400);
    learned(4, null);
    const words = text((await page()).body);
    expect(words).toContain("dưới 5 người");
    expect(words).not.toContain("1,0%");
    expect(words).not.toContain("Chưa có ai");
    expect((await page("/ket-qua/a-xa.csv")).body).toContain("ẩn");
  });

  test("is honest before anybody began and before anything was entered", async () => {
    const words = text((await page()).body);
    expect(words).toContain("Chưa có ai học xong bài nào");
    expect(words).toContain("Xã chưa nhập số dân từ 16 tuổi");
  });

  test("labels sample data, and search engines are kept away from it", async () => {
    person(h, "a-xa", "mau", { sample: 1 });
    fact(h, "a-xa", { learner: "mau", what: "lesson-finished", ref: "bai-a", at: october });
    const { body } = await page();
    expect(body).toContain("Dữ liệu mẫu, không phải số thật của xã");
    expect(body).toContain("noindex");
  });

  test("answers odd addresses without a fault", async () => {
    expect((await page("/ket-qua/khong-co")).statusCode).toBe(404);
    for (const odd of ["?ky=%00", "?ky=2099-01", "?ky=a&ky=b", "?ky=2026-11&lang=fr", "?__proto__=1"])
      expect((await page(`/ket-qua/a-xa${odd}`)).statusCode, odd).toBe(200);
    expect((await page()).headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("a name that is a formula is no formula in the table", async () => {
    village(h, "a-xa", "v1", '=HYPERLINK("http://evil.example")');
    learned(9, "v1");
    expect((await page("/ket-qua/a-xa.csv")).body).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });
});

describe("a certificate", () => {
  const issue = (code: string, name = "Nguyễn Thị Mẫu") =>
    h.db
      .prepare(
        "INSERT INTO certificates (commune, code, learner, track, name, language, issued_at) VALUES ('a-xa',?,'p1','co-ban',?,'vi',?)",
      )
      .run(code, name, NOON);

  test("holds, is revoked by the desk with a reason that stays inside, or is unknown", async () => {
    issue("ABCD2345", "<b>Mẫu</b>");
    const valid = await h.app.inject({ url: "/xac-minh/abcd2345" });
    expect(text(valid.body)).toContain("còn giá trị");
    expect(valid.body).toContain("&lt;b>Mẫu");
    expect(text(valid.body)).toContain("không thay cho xác nhận chính thức trên VNeID");
    expect(valid.headers["x-robots-tag"]).toContain("noindex");
    const b = await logIn(h, "staff", "a-xa");
    expect(Object.keys(marked(await b.post("/desk/a-xa/giay/ABCD2345/thu-hoi", { why: "" })))).toEqual(["why"]);
    await b.post("/desk/a-xa/giay/ABCD2345/thu-hoi", { why: "cấp nhầm người" });
    const revoked = text((await h.app.inject({ url: "/xac-minh/ABCD2345" })).body);
    expect(revoked).toContain("đã bị thu hồi ngày 22/11/2026");
    expect(revoked).not.toContain("cấp nhầm");
    const unknown = await h.app.inject({ url: "/xac-minh/KHONGCO2" });
    expect([unknown.statusCode, text(unknown.body).includes("Không có giấy nào mang mã này")]).toEqual([404, true]);
  });

  test("an officer of another commune cannot revoke it", async () => {
    issue("ABCD2345");
    const b = await logIn(h, "staff", "b-xa");
    await b.post("/desk/b-xa/giay/ABCD2345/thu-hoi", { why: "không phải của tôi" });
    expect(h.db.prepare("SELECT revoked_at FROM certificates").pluck().get()).toBeNull();
  });

  test("without a code there is a field to type it, and what is typed leads to its page", async () => {
    const asked = await h.app.inject({ url: "/xac-minh?lang=en" });
    expect([asked.statusCode, /<input[^>]+name="ma"/.test(asked.body)]).toEqual([200, true]);
    const typed = await h.app.inject({ url: "/xac-minh?ma=%20abcd%202345%2F..%2F&lang=en" });
    expect([typed.statusCode, typed.headers.location]).toEqual([303, "/xac-minh/abcd%202345%2F..%2F?lang=en"]);
    for (const odd of ["?ma=a&ma=b", "?lang=a&lang=b", `?ma=${"%F0%9F%98%80".repeat(39)}a`])
      expect((await h.app.inject({ url: `/xac-minh${odd}` })).statusCode, odd).toBeLessThan(400);
    const unknown = await h.app.inject({ url: `/xac-minh/${"K".repeat(90)}` });
    expect([unknown.statusCode, /<input[^>]+name="ma"/.test(unknown.body)]).toEqual([404, true]);
  });
});
