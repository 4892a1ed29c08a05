import type { Bilingual } from "../kit/bilingual.ts";
import type { Content, Track } from "./schema.ts";

type Item = Exclude<Content, Track>;

/** A topic as the people who answer for it see it: what it stands on, and by when somebody must look at it again. */
export type Topic = Pick<Item, "id" | "kind" | "code" | "title" | "owner"> & {
  /** As flows and phrases call it: `guide:vneid-cai-dat`. */
  readonly name: string;
  readonly reviewBy: string;
  readonly sources: readonly Pick<
    Item["sources"][number],
    "title" | "url" | "published" | "checked_on" | "confidence"
  >[];
  /** Staff say what it costs in their commune. */
  readonly localFee: boolean;
};
export type Owner = Item["owner"];
export const owners: readonly Owner[] = ["cong-an-xa", "trung-tam-hcc", "van-hoa-xa-hoi", "kinh-te", "thue"];

/** What each department is called, for people. */
export const ownerNames: Readonly<Record<Owner, Bilingual>> = {
  "cong-an-xa": { vi: "Công an xã", en: "Commune police" },
  "trung-tam-hcc": { vi: "Trung tâm phục vụ hành chính công", en: "Public service centre" },
  "van-hoa-xa-hoi": { vi: "Phòng Văn hóa – Xã hội", en: "Culture and social affairs" },
  "kinh-te": { vi: "Phòng Kinh tế", en: "Economic affairs" },
  thue: { vi: "Thuế cơ sở", en: "Tax office" },
};

export const topicsOf = (items: readonly Item[]): readonly Topic[] =>
  items.toSorted(byCode).map((item) => ({
    name: `${item.kind}:${item.id}`,
    id: item.id,
    kind: item.kind,
    code: item.code,
    title: item.title,
    owner: item.owner,
    reviewBy: item.review_by,
    sources: item.sources,
    localFee: item.kind === "guide" && item.after.local_fee,
  }));

const byCode = (a: Pick<Topic, "code">, b: Pick<Topic, "code">): number =>
  a.code.localeCompare(b.code, "en", { numeric: true });

/** How long before its day an owner is told. */
export const REVIEW_AHEAD = 30;

/** Topics whose day is within thirty days of `today` (`2026-11-22`) or past, the most urgent first. */
export const dueForReview = (topics: readonly Topic[], today: string): readonly (Topic & { daysLeft: number })[] =>
  topics
    .map((topic) => ({ ...topic, daysLeft: daysBetween(today, topic.reviewBy) }))
    .filter(({ daysLeft }) => daysLeft <= REVIEW_AHEAD)
    .sort((a, b) => a.daysLeft - b.daysLeft || byCode(a, b));

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
