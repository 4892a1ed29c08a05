import type { SendCode } from "../errors.ts";
import type { Bilingual } from "../kit/bilingual.ts";

/** Why a message did not go, and what would help: of every code a sentence in both languages, or it does not compile. */
export const unsentWords: Readonly<Record<SendCode, { readonly why: Bilingual; readonly helps: Bilingual }>> = {
  SEND_RETRY: {
    why: { vi: "Kênh bận hoặc không trả lời.", en: "The channel was busy or did not answer." },
    helps: {
      vi: "Chưa phải làm gì, máy tự gửi lại. Quá một giờ chưa đi thì xem mục Kênh ở Cài đặt.",
      en: "Nothing yet, it is tried again. If it has not gone after an hour, see Channels under Settings.",
    },
  },
  SEND_WAITING: {
    why: {
      vi: "Kênh chỉ cho nhắn sau khi người ấy nhắn trước.",
      en: "The channel lets us write only after they do.",
    },
    helps: {
      vi: "Nhờ Tổ nhắc người ấy nhắn một tin bất kỳ; tin giữ lại tự đi ngay sau đó.",
      en: "Have the team ask them to write anything; what is kept goes out right after.",
    },
  },
  SEND_BLOCKED: {
    why: {
      vi: "Người ấy đã chặn, đã xóa tài khoản, hoặc Zalo không cho nhắn tới người ấy.",
      en: "They blocked us, deleted the account, or Zalo lets nobody write to them.",
    },
    helps: {
      vi: "Không nhắn thêm được. Gặp trực tiếp thì hỏi; họ nhắn lại là nhận được tiếp.",
      en: "Nothing can be sent. Ask when you meet; once they write again, messages arrive.",
    },
  },
  SEND_REFUSED: {
    why: { vi: "Kênh không nhận chính tin này.", en: "The channel does not take this very message." },
    helps: {
      vi: "Báo người phụ trách kỹ thuật: chạy lệnh channels probe, xem nhật ký.",
      en: "Tell the technician: run channels probe and read the log.",
    },
  },
  SEND_UNCERTAIN: {
    why: {
      vi: "Mạng đứt đúng lúc gửi, chưa rõ tin tới chưa.",
      en: "The line broke while sending; nobody knows whether it arrived.",
    },
    helps: {
      vi: "Máy gửi lại, nên có thể tới hai lần. Không phải làm gì.",
      en: "It is sent again, so it may arrive twice. Nothing to do.",
    },
  },
  SEND_TOO_OLD: {
    why: {
      vi: "Chờ lâu quá, tin không còn có ích nên thôi gửi.",
      en: "It waited so long that it would no longer help, and was dropped.",
    },
    helps: {
      vi: "Nếu là lời đáp cho ai đó, gọi hoặc gặp họ. Rồi xem vì sao kênh đứng lâu ở mục Kênh.",
      en: "If it was an answer, call or see them. Then see under Channels why it stood still for so long.",
    },
  },
  SEND_OPTED_OUT: {
    why: { vi: "Người ấy xin thôi nhận tin trước khi tin đi.", en: "They asked for no more before it left." },
    helps: {
      vi: "Không phải làm gì. Muốn nhận lại, họ nhắn “dừng” rồi chọn “Nhận tin lại”.",
      en: "Nothing to do. To get messages again they type “stop” and choose “Get messages again”.",
    },
  },
  PUSH_CANCELLED: {
    why: { vi: "Lần đẩy bài đã được dừng trước khi tin đi.", en: "Sending this lesson was stopped before it left." },
    helps: { vi: "Cần thì đẩy lại bài ấy.", en: "Send the lesson again if it is needed." },
  },
};

/**
 * What would help somebody on a Zalo OA who was not there for 48 hours or 7 days: what its terms allow. `open` is within
 * 48 hours.
 */
export const windowHelps: Readonly<Record<"billed" | "closed", Bilingual>> = {
  billed: {
    vi: "Quá 48 giờ từ lần nhắn cuối. Zalo cho gửi, 55 đồng một tin (theo trang Zalo), nhưng xã chưa bật, hoặc đã hết số tin của tháng: ZALO_OA_PAID, ZALO_OA_MONTHLY_BUDGET. Không tốn tiền: nhờ Tổ nhắc họ nhắn một tin.",
    en: "More than 48 hours since they wrote. Zalo allows it for 55 dong a message (by its page), but the commune has not turned that on, or the month's messages are spent: ZALO_OA_PAID, ZALO_OA_MONTHLY_BUDGET. Free: have the team ask them to write.",
  },
  closed: {
    vi: "Quá 7 ngày từ lần nhắn cuối. Zalo không cho gửi tin thường nữa; máy không gửi tin mẫu trả tiền. Nhờ Tổ nhắc họ nhắn một tin, tin giữ lại tự đi.",
    en: "More than 7 days since they wrote. Zalo takes no ordinary message any more, and paid templates are not sent. Have the team ask them to write; what is kept goes out by itself.",
  },
};
