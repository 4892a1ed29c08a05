import type { Language } from "../../src/kit/bilingual.ts";

type Words = Readonly<
  Record<
    | "usage"
    | "at"
    | "ends"
    | "none"
    | "strange"
    | "title"
    | "sound"
    | "stale"
    | "unread"
    | "warning"
    | "say"
    | "send"
    | "back"
    | "again",
    string
  >
>;

/** What the preview says to an author. */
export const words: Readonly<Record<Language, Words>> = {
  vi: {
    usage: "Cách dùng: npm run preview -- FILE [--lang en]   (một bài, hướng dẫn, chuyện an toàn hoặc kịch bản)",
    at: "Xem thử",
    ends: "Mỗi lần lưu tệp, trang tự vẽ lại. Ctrl+C để dừng.",
    none: "không có tệp này",
    strange: "xem thử được tệp .yaml của bài, hướng dẫn, chuyện an toàn hoặc kịch bản",
    title: "Xem thử",
    sound: "Bộ kiểm tra không thấy lỗi nào.",
    stale: "Bản mới chưa mở được. Bên dưới là bản mở được lần trước.",
    unread: "Chưa mở được để xem. Sửa các lỗi trên rồi lưu lại.",
    warning: "lưu ý",
    say: "Gõ câu trả lời, ví dụ: 1",
    send: "Gửi",
    back: "Lùi một bước",
    again: "Bắt đầu lại",
  },
  en: {
    usage: "Usage: npm run preview -- FILE [--lang en]   (a lesson, guide, safety topic or flow)",
    at: "Preview",
    ends: "The page is drawn anew at every save. Ctrl+C ends it.",
    none: "there is no such file",
    strange: "a preview is of the .yaml file of a lesson, guide, safety topic or flow",
    title: "Preview",
    sound: "The checker finds no fault.",
    stale: "The new version cannot be opened yet. Below is the last one that could.",
    unread: "It cannot be opened yet. Mend the faults above and save again.",
    warning: "warning",
    say: "Type an answer, for example: 1",
    send: "Send",
    back: "One step back",
    again: "Begin anew",
  },
};
