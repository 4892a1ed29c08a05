import type { Bilingual } from "../../kit/bilingual.ts";

/**
 * What a code of Zalo means for the message:
 * `retry` later · `wait` until the person writes · `unreachable` = this person, for now · `alarm` = the connection stands
 * still until an operator acts · `refresh` the token and try again · `switch` the send address and try again · `upload`
 * the picture again · `give-up` on this message (where `simpler`: once more without picture and buttons).
 */
export type Meaning = {
  readonly outcome: "retry" | "wait" | "unreachable" | "alarm" | "refresh" | "switch" | "upload" | "give-up";
  readonly says: Bilingual;
  /** Ms until the retry; `morning` = when the night ban ends. */
  readonly after?: number | "morning";
  /** It is about the whole connection, not this chat. */
  readonly whole?: boolean;
  readonly simpler?: boolean;
  /** Met while a picture is uploaded: the words go without it. */
  readonly picture?: boolean;
  /** An operator is told, although the connection goes on. */
  readonly tell?: boolean;
};

/** Every code of the official table that sending can meet, with its reason. */
export const codes: Readonly<Record<string, Meaning>> = {
  "-32": {
    outcome: "retry",
    says: { vi: "app hoặc OA gọi quá nhanh", en: "too many requests of the app or the OA" },
    after: 30_000,
    whole: true,
  },
  "-100": { outcome: "upload", says: { vi: "ảnh đã đăng lên đã hết hạn", en: "the uploaded picture has expired" } },
  "-124": {
    outcome: "refresh",
    says: {
      vi: "access token không đúng (bảng mã của tin mẫu)",
      en: "access token invalid (table of the template host)",
    },
  },
  "-200": { outcome: "retry", picture: true, says: { vi: "Zalo gửi không được", en: "sending failed at Zalo" } },
  "-201": { outcome: "give-up", says: { vi: "một trường không hợp lệ", en: "a field is invalid" }, simpler: true },
  "-204": { outcome: "alarm", says: { vi: "OA đang bị khóa", en: "the OA is disabled" } },
  "-205": { outcome: "alarm", says: { vi: "không có OA này", en: "the OA does not exist" } },
  "-209": { outcome: "alarm", says: { vi: "ứng dụng chưa bật", en: "the app is not activated" } },
  "-210": { outcome: "give-up", says: { vi: "một trường quá dài", en: "a field is over its limit" }, simpler: true },
  "-211": {
    outcome: "wait",
    says: {
      vi: "OA hết hạn mức; trả lời trong thời gian miễn phí vẫn gửi được",
      en: "the OA is out of quota; replies in the free window still go",
    },
    tell: true,
  },
  "-212": {
    outcome: "alarm",
    says: { vi: "ứng dụng chưa đăng ký dùng API này", en: "the app is not registered for this API" },
  },
  "-213": {
    outcome: "unreachable",
    says: { vi: "người này không quan tâm OA", en: "the person does not follow the OA" },
  },
  "-216": { outcome: "refresh", says: { vi: "access token không đúng", en: "access token invalid" } },
  "-217": { outcome: "unreachable", says: { vi: "người này chặn lời mời", en: "the person blocked invitations" } },
  "-218": {
    outcome: "wait",
    says: { vi: "người này đã nhận đủ số tin Zalo cho phép", en: "the person received all that Zalo allows them" },
  },
  "-219": { outcome: "alarm", says: { vi: "ứng dụng đã bị gỡ", en: "the app was removed" } },
  "-220": {
    outcome: "refresh",
    says: { vi: "access token hết hạn hoặc đã bị gỡ", en: "access token expired or removed" },
  },
  "-221": { outcome: "alarm", says: { vi: "OA chưa xác thực", en: "the OA is not verified" } },
  "-223": { outcome: "alarm", says: { vi: "OA chưa cấp quyền cho API này", en: "the OA has not authorised this API" } },
  "-224": { outcome: "alarm", says: { vi: "gói của OA thấp quá", en: "the OA's plan is too low" } },
  "-227": {
    outcome: "unreachable",
    says: {
      vi: "người này bị khóa, hoặc vắng hơn 45 ngày",
      en: "the person is banned, or was offline for more than 45 days",
    },
  },
  "-230": { outcome: "wait", says: { vi: "7 ngày rồi chưa trò chuyện", en: "no interaction in 7 days" } },
  "-232": {
    outcome: "wait",
    says: {
      vi: "người này chưa trò chuyện lần nào, hoặc đã quá lâu",
      en: "the person never interacted, or too long ago",
    },
  },
  "-233": {
    outcome: "give-up",
    says: { vi: "loại tin này không được hỗ trợ", en: "this kind of message is not supported" },
    simpler: true,
  },
  "-234": { outcome: "retry", says: { vi: "ban đêm không được gửi", en: "not allowed at night" }, after: "morning" },
  "-235": {
    outcome: "switch",
    says: { vi: "địa chỉ này không phục vụ loại OA này", en: "this address does not serve this type of OA" },
  },
  "-240": { outcome: "switch", says: { vi: "địa chỉ cũ đã đóng", en: "the old address has been shut down" } },
  "-242": {
    outcome: "alarm",
    says: {
      vi: "ứng dụng đòi appsecret_proof; hãy tắt ở trang của Zalo",
      en: "the app asks for appsecret_proof; switch it off in the console",
    },
  },
  "-244": {
    outcome: "give-up",
    says: { vi: "người này không nhận loại tin này", en: "the person restricted this kind of message" },
  },
  "-248": {
    outcome: "give-up",
    says: { vi: "trái quy định nội dung của Zalo", en: "against Zalo's content policy" },
    tell: true,
  },
  "-249": {
    outcome: "give-up",
    says: { vi: "không gửi được mẫu này bằng mã người dùng", en: "this template cannot be sent by user id" },
  },
  "-320": {
    outcome: "wait",
    says: {
      vi: "chưa có hoặc chưa liên kết Zalo Cloud Account; trả lời trong thời gian miễn phí vẫn gửi được",
      en: "the Zalo Cloud Account is missing or not linked; replies in the free window still go",
    },
    tell: true,
  },
  "-321": {
    outcome: "wait",
    says: {
      vi: "Zalo Cloud Account không trả được tiền; trả lời trong thời gian miễn phí vẫn gửi được",
      en: "the Zalo Cloud Account cannot pay; replies in the free window still go",
    },
    tell: true,
  },
  "-403": { outcome: "give-up", says: { vi: "OA không có trong nhóm này", en: "the OA is not in this group" } },
  // These two come from the consent page alone; whoever meets them anywhere has an app that is set up wrongly.
  "-14002": { outcome: "alarm", says: { vi: "ứng dụng chưa bật", en: "the app is not active" } },
  "-14003": {
    outcome: "alarm",
    says: {
      vi: "địa chỉ Callback khác với địa chỉ đã lưu ở trang của Zalo",
      en: "the callback address is not the one saved in the console",
    },
  },
};

/** A code Zalo added since: nothing was sent, so it is tried again, and after some two hours given up with its reason. */
const unknown: Meaning = { outcome: "retry", says: { vi: "mã này chưa rõ nghĩa", en: "a code we do not know" } };

/** A code becomes what it means. */
export const meaningOf = (code: number): Meaning =>
  (Object.hasOwn(codes, String(code)) ? codes[String(code)] : undefined) ?? unknown;
