import { expect, it } from "vitest";
import { withFacts } from "../../src/content/ledger/with-facts.ts";
import { loadLibrary } from "../../src/content/library.ts";
import { printed } from "../../src/content/printed.ts";
import type { Lesson } from "../../src/content/schema.ts";
import { readSummaryName, summaryAlt, summaryName, summaryOf } from "../../src/content/summary.ts";

const loaded = loadLibrary(".");
// As they are drawn: with the facts of the day.
const lessons = loaded.ok
  ? withFacts(loaded.library.items, loaded.library.ledger, "2026-12-01").filter((i): i is Lesson => i.kind === "lesson")
  : [];
const otp = lessons.find((l) => l.id === "giu-ma-otp")!;

it("takes three to five points from every lesson, in its order, and one thing to beware of or to remember", () => {
  for (const lesson of lessons) {
    const { points, band } = summaryOf(lesson, "vi", null);
    const titles = lesson.steps.map((s) => s.title.vi.split("{{")[0] ?? "");
    expect(points.length).toBeGreaterThanOrEqual(3);
    expect(points.length).toBeLessThanOrEqual(5);
    expect(points.map((p) => titles.findIndex((t) => p.title.startsWith(t)))).toEqual(
      points.map((p) => titles.findIndex((t) => p.title.startsWith(t))).toSorted((a, b) => a - b),
    );
    expect(band).not.toBeNull();
  }
});

it("leaves no name to be filled in and no mark of bold, with a commune and without", () => {
  for (const lesson of lessons)
    for (const language of ["vi", "en"] as const)
      for (const commune of [null, { name: "xã Mẫu", unit: "xóm", team: "Tổ công nghệ số" }])
        expect(JSON.stringify(summaryOf(lesson, language, commune))).not.toMatch(/\{\{|\*\*/);
});

it("calls people together, and does not say “here” where a sheet of paper is no chat", () => {
  const say = (vi: string, en: string, language: "vi" | "en") => printed({ vi, en }, language, null);
  expect(say("{{You}} giữ mã, đừng gửi vào đây.", "x", "vi")).toBe("Bà con giữ mã, đừng gửi vào tin nhắn.");
  expect(say("x", "Do not send it here or read it to anyone.", "en")).toBe(
    "Do not send it in a message or read it to anyone.",
  );
  expect(say("x", "**Type it only in VNeID**, not here.", "en")).toBe("**Type it only in VNeID**, not in a message.");
  expect(say("x", "Learning here is free.", "en")).toBe("Learning here is free.");
});

it("speaks to a team member as a helper, not as one of those who are helped", () => {
  const helper = lessons.find((l) => l.id === "day-nguoi-lon-tuoi")!;
  expect(summaryOf(helper, "vi", null).band?.text).toBe(
    "Máy hỏi mật khẩu, mã OTP nhắn về máy thì anh chị quay mặt đi. Người học tự tay làm.",
  );
});

it("never counts things without saying them", () => {
  const officials = lessons.find((l) => l.id === "ai-cong-vu")!;
  const four = summaryOf(officials, "vi", null).points.find((p) => p.title === "Bốn thứ không bao giờ đưa cho AI");
  expect(four?.needed).toBe(true);
  expect(four?.details[0]?.split(" · ")).toHaveLength(4);
});

it("names a picture so that a changed lesson is a new picture, and reads the name again", () => {
  const name = summaryName(otp);
  expect(name).toMatch(/^tranh\.giu-ma-otp\.[\w-]{8}\.\{commune\}\.\{language\}$/);
  expect(summaryName({ ...otp, title: { vi: "Khác", en: "Other" } })).not.toBe(name);
  const shown = name.replace("{commune}", "phu-binh-thai-nguyen").replace("{language}", "en");
  expect(readSummaryName(shown)).toEqual({ lesson: "giu-ma-otp", commune: "phu-binh-thai-nguyen", language: "en" });
  expect(readSummaryName(name.replace("{commune}", "").replace("{language}", "vi"))).toMatchObject({ commune: null });
  for (const other of ["1331131e48f5bcc8", "tranh.x", "tranh.giu-ma-otp.12345678.a/../b.vi"])
    expect(readSummaryName(other)).toBeNull();
});

it("tells the picture in words, within what one message holds", () => {
  for (const lesson of lessons) {
    const alt = summaryAlt(lesson);
    expect(alt.vi.split("\n").length).toBeGreaterThanOrEqual(4);
    for (const words of [alt.vi, alt.en]) expect(words.length).toBeLessThan(1000);
  }
});
