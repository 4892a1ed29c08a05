import type { Bilingual } from "../kit/bilingual.ts";
import { fold } from "../kit/text.ts";
import { type Icon, SUMMARY_LOOKS } from "./card.ts";
import { hashOf } from "./hash.ts";
import { type PrintedFor, printed } from "./printed.ts";
import type { Lesson } from "./schema.ts";
import { checkedOn, publishers } from "./sources-said.ts";

type Point = Summary["points"][number];
type Step = Lesson["steps"][number];

/** What the picture of a lesson says. Every text is already in `language`. */
export type Summary = {
  language: "vi" | "en";
  /** With its kind: "xã Phú Bình"; null on a picture for anybody. */
  commune: string | null;
  title: string;
  code: string;
  minutes: number;
  /** `details`: what else may be said of it, the best first; one of them is shown if there is room, or if it is `needed`. */
  points: readonly { title: string; details: readonly string[]; needed: boolean; icon: Icon }[];
  band: { tone: "danger" | "warn" | "remember"; text: string } | null;
  sources: readonly string[];
  moreSources: number;
  /** YYYY-MM-DD */
  checkedOn: string;
  reviewBy: string;
  /** The address the QR code opens. */
  qr: string;
};

/** What a lesson's picture says: its steps as points, one thing to beware of, and where to learn it. Only the lesson's own words. */
export const summaryOf = (
  lesson: Lesson,
  language: "vi" | "en",
  commune: PrintedFor,
): Omit<Summary, "qr" | "commune"> => {
  const say = (text: Bilingual): string =>
    printed(text, language, commune, together[lesson.track]).replace(/\*\*/g, "");
  const { named, more } = publishers(lesson.sources, 3);
  return {
    language,
    title: lesson.title[language],
    code: lesson.code,
    minutes: lesson.minutes,
    points: keySteps(lesson.steps).map((s) => ({
      title: say(s.title),
      details: detailsOf(s, say),
      needed: isCounted(s),
      icon: iconOf(s),
    })),
    band: bandOf(lesson, say),
    sources: named,
    moreSources: more,
    checkedOn: checkedOn(lesson.sources),
    reviewBy: lesson.review_by,
  };
};

/** How those are called together whom a track is for, where they are not the people of the commune. */
const together: Readonly<Record<string, string>> = {
  "can-bo": "anh chị",
  "to-cong-nghe": "anh chị",
  "hoc-sinh": "bạn",
};

/**
 * Name of a lesson's picture. `{commune}` and `{language}` are filled in when it is shown to somebody, since the picture
 * names the commune and its code opens that commune's chat; the hash makes a changed lesson a new picture.
 */
export const summaryName = (lesson: Lesson): string =>
  `tranh.${lesson.id}.${hashOf({ looks: SUMMARY_LOOKS, lesson }).slice(0, 8)}.{commune}.{language}`;

/** What a name asks for, or null for any other name. */
export const readSummaryName = (
  name: string,
): { readonly lesson: string; readonly commune: string | null; readonly language: "vi" | "en" } | null => {
  const [, lesson, commune, language] = /^tranh\.([a-z0-9-]+)\.[\w-]{8}\.([a-z0-9-]*)\.([a-z]{2,3})$/.exec(name) ?? [];
  return lesson === undefined ? null : { lesson, commune: commune || null, language: language === "en" ? "en" : "vi" };
};

/** The picture in words, for those who do not see it and for channels that show none. */
export const summaryAlt = (lesson: Lesson): Bilingual => {
  const inWords = (language: "vi" | "en"): string => {
    const { title, points, band } = summaryOf(lesson, language, null);
    const head = language === "vi" ? `Tranh tóm tắt bài “${title}”.` : `Summary picture of the lesson “${title}”.`;
    return [
      head,
      ...points.map((p, i) => `${i + 1}. ${p.title.replace(/(?<![.?!…])$/, ".")}`),
      ...(band ? [band.text] : []),
    ].join("\n");
  };
  return { vi: inWords("vi"), en: inWords("en") };
};

/** Five points are what a glance takes in. Of more, those with a drawing or a warning stay, in the lesson's order. */
const keySteps = (steps: readonly Step[]): readonly Step[] => {
  const weight = (s: Step): number =>
    (s.card ? 1 : 0) + ({ danger: 3, warn: 2, safe: 1, info: 0 }[s.note?.tone ?? "info"] ?? 0);
  const chosen = new Set(steps.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST));
  return steps.filter((s) => chosen.has(s));
};
const MOST = 5;

/** What to do, if the step lists it; else its first sentence, with a second where the first is only a call. Best first, the shortest last. */
const detailsOf = (step: Step, say: (text: Bilingual) => string): readonly string[] => {
  const keys = step.keys.map((k) => say(k.text).replace(/[.;]$/u, ""));
  const sentences = step.say ? say(step.say).split(/(?<=[.!?…:])\s+(?=[\p{Lu}“])/u) : [];
  const announced = sentences.some((s) => s.endsWith(":"));
  const [first = "", second = ""] = sentences.filter((s) => !s.endsWith(":"));
  const told = first.length < 24 && second !== "" ? `${first} ${second}` : first;
  // A single key mostly says the title over again.
  const listed =
    keys.length > 1 || (announced && keys.length > 0) ? [keys.join(" · ").replace(/(?<![?!…])$/u, ".")] : [];
  if (announced || isCounted(step)) return listed.length > 0 ? listed : [told].filter(Boolean);
  const both = [...listed, ...(told === "" ? [] : [told])];
  return both.toSorted((a, b) => (a.length <= GLANCE ? 0 : a.length) - (b.length <= GLANCE ? 0 : b.length));
};
const GLANCE = 110;

/** "Four things never to …" is nothing without the four. */
const isCounted = (step: Step): boolean =>
  /\b(hai|ba|bon|nam) (thu|viec|dau hieu|cau|dieu|chiec|loai|cach|so)\b/.test(fold(step.title.vi)) &&
  step.keys.length > 1;

/** The gravest warning of the lesson; without one, a sentence to remember. */
const bandOf = (lesson: Lesson, say: (text: Bilingual) => string): Summary["band"] => {
  const notes = lesson.steps.flatMap((s) => (s.note ? [s.note] : []));
  // "Paid already? Call …" speaks to somebody who stands in the step; a picture stands alone.
  const alone = notes.filter((n) => !/^[^.!]*\?/u.test(n.text.vi) && !/^Lỡ\s/u.test(n.text.vi));
  const warning = [alone, notes]
    .flatMap((some) => [some.find((n) => n.tone === "danger"), some.find((n) => n.tone === "warn")])
    .find((n) => n !== undefined);
  if (warning) return { tone: warning.tone === "danger" ? "danger" : "warn", text: say(warning.text) };
  const remember = lesson.quiz.items.find((q) => q.remember)?.remember;
  return remember ? { tone: "remember", text: say(remember) } : null;
};

/** What the title speaks of; else what the step's own card shows. */
const iconOf = (step: Step): Point["icon"] => {
  const title = fold(step.title.vi);
  const spoken = signs.find(([, words]) => words.test(title))?.[0];
  const drawn = step.card?.rows.flatMap((r) => (r.kind === "item" && r.icon ? [r.icon] : []))[0];
  return spoken ?? drawn ?? (step.card?.scene === "person" ? "person" : "doc");
};

const signs: readonly (readonly [Point["icon"], RegExp])[] = [
  ["police", /\bcong an\b/],
  ["handset", /\b(goi|nghe may|cuoc goi|111|113)\b/],
  ["lock", /\b(mat khau|passcode|otp|khoa|giu kin|bi mat|quyen)\b/],
  ["bank", /\b(tien|ngan hang|thue|coc|chuyen khoan|le phi)\b/],
  ["wifi", /\b(wi fi|wifi|bat mang)\b/],
  ["search", /\b(tim|xem|kiem|doc|soi|quet|thu)\b/],
  ["app", /\b(ung dung|cai|go|cap nhat|kho|san|gian hang|vneid|zalo|ai)\b/],
  ["shield", /\b(giu|tranh|chan|dung|khong|canh giac|an toan)\b/],
  ["text", /\b(tin|nhan|noi|dang|hoi|ke|tra loi|chat|nhom|link)\b/],
  ["person", /\b(nguoi|nha|to|tre|con|chau|ban|khach|dan|cung)\b/],
  ["card", /\b(the|can cuoc|giay to)\b/],
  ["phone", /\b(may|man hinh|dien thoai|chup|vuot|bam)\b/],
];
