import type { Bilingual } from "../kit/bilingual.ts";

/** What people say of themselves. A question of the self-assessment each, under the same name. */
export const selfIds = [
  "self:vneid-level2",
  "self:digital-services",
  "self:public-services",
  "self:cashless",
  "self:signature",
] as const;
export type SelfId = (typeof selfIds)[number];

/** The question whose answers an indicator counts: `self:cashless` → `cashless`. */
export const questionOf = (id: SelfId): string => id.slice("self:".length);

/** Written beside every such figure, wherever it shows: it is never the official one. */
export const selfLabel: Bilingual = { vi: "tự khai, chưa đối chiếu", en: "self-declared, not verified" };

/** An indicator of what people say of themselves. Whoever changes a question or a rule raises the version. */
export type SelfDefinition = {
  readonly id: SelfId;
  readonly version: string;
  readonly title: Bilingual;
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
};

/** `has`: what somebody who answered "yes" said of themselves. */
const defined = (id: SelfId, title: Bilingual, has: Bilingual): SelfDefinition => ({
  id,
  version: `${id}/1`,
  title,
  numerator: {
    vi: `Số người từ 16 tuổi mà câu trả lời mới nhất trước giờ chốt số là “có”: ${has.vi}. Mỗi người tính một lần. Tự khai, chưa đối chiếu.`,
    en: `People aged 16 or over whose newest answer before the cut-off is "yes": ${has.en}. Each person once. Self-declared, not verified.`,
  },
  denominator: {
    vi: "Trong số người từ 16 tuổi đã tự trả lời câu này: câu mới nhất là “có” hoặc “chưa”. Không phải số dân của xã; “không rõ” và bỏ qua thì không tính.",
    en: 'Among those aged 16 or over who answered this question themselves: newest answer "yes" or "not yet". Not the residents of the commune; "not sure" and skipped do not count.',
  },
});

/** Exactly one definition each; docs/decisions/0012-indicator-self.md says why. */
export const selfDefinitions: Readonly<Record<SelfId, SelfDefinition>> = {
  "self:vneid-level2": defined(
    "self:vneid-level2",
    { vi: "Có VNeID mức 2", en: "Has VNeID level 2" },
    { vi: "đã có tài khoản VNeID mức 2", en: "has a VNeID account of level 2" },
  ),
  "self:digital-services": defined(
    "self:digital-services",
    { vi: "Dùng dịch vụ số", en: "Uses digital services" },
    {
      vi: "trong 12 tháng trước khi trả lời có dùng ít nhất một dịch vụ trên mạng về y tế, giáo dục, bảo hiểm hoặc giao thông, tự mình hay có người giúp",
      en: "in the 12 months before answering used at least one online service for health, education, insurance or transport, alone or with help",
    },
  ),
  "self:public-services": defined(
    "self:public-services",
    { vi: "Nộp hồ sơ qua mạng", en: "Hands in papers online" },
    {
      vi: "trong 12 tháng trước khi trả lời có nộp ít nhất một hồ sơ qua mạng cho cơ quan nhà nước, tự mình hay có người giúp",
      en: "in the 12 months before answering handed in at least one set of papers to the authorities online, alone or with help",
    },
  ),
  "self:cashless": defined(
    "self:cashless",
    { vi: "Trả tiền không dùng tiền mặt", en: "Pays without cash" },
    {
      vi: "trong 3 tháng trước khi trả lời có ít nhất một lần trả tiền bằng mã QR, chuyển khoản hoặc thẻ",
      en: "in the 3 months before answering paid at least once by QR code, transfer or card",
    },
  ),
  "self:signature": defined(
    "self:signature",
    { vi: "Có chữ ký số cá nhân", en: "Has a personal digital signature" },
    { vi: "đã có chữ ký số cá nhân", en: "has a personal digital signature" },
  ),
};
