import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { loadLibrary } from "../../src/content/library.ts";
import type { Lesson } from "../../src/content/schema.ts";
import { type Summary, summaryOf } from "../../src/content/summary.ts";
import { toPng } from "../../src/pictures/png.ts";
import { summarySvg } from "../../src/pictures/summary.ts";
import { overlap, seenTexts, sizeOf } from "./seen.ts";

const loaded = loadLibrary(".");
const lessons = loaded.ok ? loaded.library.items.filter((i): i is Lesson => i.kind === "lesson") : [];
const long = { name: "xã Đường Thượng Nghiêng Phương Trường", unit: "tổ dân phố", team: "Tổ công nghệ số cộng đồng" };
const qr = `https://${"binhdanhocvuso.".repeat(4)}example.vn/chat?commune=phu-binh-thai-nguyen&code=BAI16`;
const pictureOf = (lesson: Lesson, language: "vi" | "en"): Summary => ({
  ...summaryOf(lesson, language, long),
  commune: long.name,
  qr,
});
const all = lessons.flatMap((lesson) => (["vi", "en"] as const).map((language) => pictureOf(lesson, language)));

it("keeps every word of every lesson's picture on it, whole, and none over another", { timeout: 120_000 }, () => {
  expect(all.length).toBeGreaterThanOrEqual(64);
  const faults = all.flatMap((s) => {
    const texts = seenTexts(summarySvg(s));
    const named = (what: string) => `${s.code} ${s.language}: ${what}`;
    return [
      ...texts
        .filter((t) => t.x < 30 || t.x + t.width > 1050 || t.y < 20 || t.y + t.height > 1335)
        .map((t) => named(`outside: ${t.text}`)),
      ...texts.flatMap((a, i) =>
        texts
          .slice(i + 1)
          .filter((b) => overlap(a, b))
          .map((b) => named(`${a.text} / ${b.text}`)),
      ),
      ...texts.filter((t) => t.text.endsWith("…")).map((t) => named(`cut: ${t.text}`)),
    ];
  });
  expect(faults).toEqual([]);
});

it("says all it was given: every title, and the warning to its last word", () => {
  for (const s of all) {
    const said = seenless(summarySvg(s));
    for (const p of s.points) expect(said, s.code).toContain(plain(p.title));
    if (s.band) expect(said, s.code).toContain(plain(s.band.text));
    expect(said, s.code).toContain(plain(s.title));
  }
});

it("sets points for a phone: titles of 33 units and more, what else is told 27 and more, only the sources smaller", () => {
  for (const s of all) {
    const svg = summarySvg(s);
    const titles = sizes(svg, /font-size="([\d.]+)" font-weight="700" fill="#14201C"/g);
    expect(Math.min(...titles), s.code).toBeGreaterThanOrEqual(33);
    const small = sizes(svg, /font-size="([\d.]+)" font-weight="[45]00" fill="#(?:44524D|14201C)"/g).filter(
      (size) => size < 27,
    );
    expect(new Set(small).size, `${s.code} ${small}`).toBeLessThanOrEqual(1);
  }
});

it("is an upright PNG a Zalo account may send", () => {
  const [first] = all;
  const png = toPng(summarySvg(first!), { width: 1080 });
  expect(sizeOf(png)).toEqual({ width: 1080, height: 1350 });
  expect(png.length).toBeLessThan(200_000);
});

it("stands what nobody foresaw: a title of thirty words, points without end, signs no font has", () => {
  const hostile: Summary = {
    ...all[0]!,
    title: "Nghiêng ".repeat(14).trim(),
    points: Array.from({ length: 5 }, () => ({
      title: `</text>👵 ${"Đường Thượng ".repeat(7)}`,
      details: ["x".repeat(600)],
      needed: false,
      icon: "doc" as const,
    })),
    band: { tone: "danger", text: "Đừng chuyển tiền. ".repeat(12) },
  };
  const texts = seenTexts(summarySvg(hostile));
  for (const t of texts) expect(t.x + t.width, t.text).toBeLessThanOrEqual(1060);
});

const sizes = (svg: string, pattern: RegExp): number[] => [...svg.matchAll(pattern)].map(([, size]) => Number(size));
const seenless = (svg: string): string =>
  plain([...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text).join(" "));
/** Words alone: how they fall into lines is the layout's business. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/&[#\w]+;/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The chat's pictures are kept for ever under a name made of the lesson and SUMMARY_LOOKS. If this fails because they now
 * look different, or choose other words, raise SUMMARY_LOOKS in src/content/card.ts and write the new value here.
 */
it("has a new version whenever pictures look different", () => {
  const svg = summarySvg({ ...fixed, qr: "https://hocso.example.vn/chat?code=BAI2" });
  expect(createHash("sha256").update(svg).digest("hex").slice(0, 16)).toBe("9a67c41c5300feec");
});

const fixed: Summary = {
  language: "vi",
  commune: "xã Mẫu",
  title: "Mật khẩu, passcode và mã OTP",
  code: "BAI2",
  minutes: 7,
  points: [
    { title: "Không ai được hỏi mã", details: ["Bấm nút đỏ."], needed: false, icon: "lock" },
    { title: "Bốn thứ giữ kín", details: ["Một · Hai · Ba · Bốn."], needed: true, icon: "shield" },
    { title: "Lỡ đọc mã rồi thì làm ngay", details: [], needed: false, icon: "handset" },
  ],
  band: { tone: "warn", text: "Đừng chụp thẻ gửi cho ai." },
  sources: ["Nguồn mẫu"],
  moreSources: 2,
  checkedOn: "2026-11-22",
  reviewBy: "2027-05-22",
  qr: "",
};
