import type { Bilingual } from "../kit/bilingual.ts";
import { DAY } from "../kit/vietnam-time.ts";

type Term = {
  readonly ms: number;
  /** What it is about, and what becomes of it, as the privacy page says it. */
  readonly what: Bilingual;
  readonly then: Bilingual;
};

/**
 * How long everything about people is kept: one table, kept by the clock (src/turns/retention.ts) and shown word for word
 * on the public page /rieng-tu. The law gives no numbers of months; why these: docs/decisions/0054.
 */
export const terms = {
  learners: {
    ms: 365 * DAY,
    what: {
      vi: "Người học: tên gọi, thôn xóm, nhóm tuổi, công việc, bài đã học, giấy ghi nhận",
      en: "A learner: name, village, age group, work, lessons, certificates",
    },
    then: {
      vi: "12 tháng sau lần nhắn cuối thì xóa. Số đếm không tên ở lại.",
      en: "Deleted 12 months after they last wrote. Counts without a name stay.",
    },
  },
  strangers: {
    ms: 30 * DAY,
    what: {
      vi: "Người không đồng ý, hoặc chưa trả lời: mã cuộc trò chuyện, ngôn ngữ, cách xưng hô",
      en: "Who did not agree, or has not answered: chat id, language, form of address",
    },
    then: { vi: "30 ngày sau lần nhắn cuối thì xóa.", en: "Deleted 30 days after they last wrote." },
  },
  unconsented: {
    ms: DAY,
    what: { vi: "Chỗ đang đứng trong bài của người chưa đồng ý", en: "Where somebody who did not agree stopped" },
    then: { vi: "Xóa sau 1 ngày.", en: "Deleted after a day." },
  },
  tickets: {
    ms: 90 * DAY,
    what: {
      vi: "Việc nhờ người: tên gọi, thôn xóm, câu nhắn, số điện thoại để lại",
      en: "Requests for a person: name, village, words, a telephone number left for the call",
    },
    then: {
      vi: "Câu nhắn và số điện thoại xóa ngay khi xong việc. Phần còn lại xóa sau 90 ngày.",
      en: "Words and number go as soon as it is done, the rest after 90 days.",
    },
  },
  words: {
    ms: 90 * DAY,
    what: {
      vi: "Lời hai bên nhắn nhau khi có người nhận việc nhờ",
      en: "What is written to each other while somebody has taken a request",
    },
    then: {
      vi: "Xóa ngay khi xong việc hoặc việc chuyển người khác, chậm nhất 90 ngày.",
      en: "Deleted as soon as it is done or handed on, after 90 days at most.",
    },
  },
  questions: {
    ms: 90 * DAY,
    what: {
      vi: "Câu hỏi trợ lý chưa biết. Câu ngắn bà con đã chọn chủ đề: không ghi là của ai, và chỉ giữ khi có người nói lại vào ngày khác",
      en: "Questions the assistant could not answer. Short words for which a topic was picked: not whose they were, and only once said again on another day",
    },
    then: {
      vi: "Câu hỏi có lời đáp thì xóa, chậm nhất 90 ngày. Câu chọn chủ đề: 90 ngày sau lần nói cuối.",
      en: "A question is deleted once answered, after 90 days at most; words for a topic 90 days after they were last said.",
    },
  },
  bodies: {
    ms: 30 * DAY,
    what: { vi: "Tin trợ lý đã nhắn, kể cả trên trang web", en: "Messages sent, on the web page too" },
    then: { vi: "30 ngày thì xóa chữ và nơi nhận.", en: "After 30 days words and address go." },
  },
  inbox: {
    ms: 7 * DAY,
    what: { vi: "Dấu đã nhận tin (không có chữ)", en: "Marks of messages received (no words)" },
    then: { vi: "Xóa sau 7 ngày.", en: "Deleted after 7 days." },
  },
  codes: {
    ms: DAY,
    what: {
      vi: "Mã chuyển máy, mã mời vào tổ, đường tải dữ liệu",
      en: "Codes to carry lessons over, to join the team, to download data",
    },
    then: { vi: "Xóa 1 ngày sau khi hết hạn.", en: "Deleted a day after they end." },
  },
  joinings: {
    ms: 7 * DAY,
    what: { vi: "Điều cần để tách lại hai máy đã gộp", en: "What is needed to part two phones again" },
    then: { vi: "Xóa sau 7 ngày.", en: "Deleted after 7 days." },
  },
  drafts: {
    ms: 365 * DAY,
    what: {
      vi: "Bản nháp báo cáo của cán bộ: số đếm và lời cán bộ viết, không có tên bà con",
      en: "Drafts of reports: counts and what staff wrote, no names of residents",
    },
    then: {
      vi: "Chốt báo cáo thì xóa bản nháp, chậm nhất 12 tháng sau lần ghi cuối. Bản đã chốt ở lại.",
      en: "Deleted when the report is frozen, 12 months after they were last kept at most. What was frozen stays.",
    },
  },
  staff: {
    ms: DAY,
    what: { vi: "Phiên đăng nhập và đường dẫn một lần của cán bộ", en: "Staff sessions and one-time links" },
    then: { vi: "Xóa 1 ngày sau khi hết hạn.", en: "Deleted a day after they end." },
  },
  log: {
    ms: 730 * DAY,
    what: {
      vi: "Nhật ký an toàn: ai làm gì, lúc nào, từ mạng nào (chỉ có mã, không có tên bà con)",
      en: "The security log: who did what, when, from which network (ids, no names of residents)",
    },
    then: { vi: "Xóa sau 730 ngày (2 năm).", en: "Deleted after 730 days (2 years)." },
  },
} as const satisfies Record<string, Term>;

export type Kind = keyof typeof terms;

// Object.entries loses the literal type; the keys are exactly those of `kept`.
export const termsInMs = Object.fromEntries(Object.entries(terms).map(([kind, { ms }]) => [kind, ms])) as Record<
  Kind,
  number
>;
