/** What somebody is told when their request led nowhere: what happened, and what to do now. Never why inside. */
export const errorWords = (status: number): ErrorWords =>
  words[status] ?? (status >= 500 ? words[500] : words[400]) ?? { vi: ["", ""], en: ["", ""] };

/** The heading, and a sentence on what to do. */
export type ErrorWords = { readonly vi: readonly [string, string]; readonly en: readonly [string, string] };

const words: Readonly<Record<number, ErrorWords>> = {
  400: {
    vi: [
      "Máy chưa đọc được yêu cầu này",
      "Địa chỉ hay nội dung gửi lên bị sai chỗ nào đó. Mời bà con về trang chủ và mở lại.",
    ],
    en: [
      "We could not read this request",
      "Something in the address or in what was sent is wrong. Please start again from the home page.",
    ],
  },
  403: {
    vi: ["Trang này không mở được từ đây", "Mời bà con về trang chủ và mở lại."],
    en: ["This page cannot be opened from here", "Please start again from the home page."],
  },
  404: {
    vi: [
      "Không có trang này",
      "Địa chỉ có thể bị gõ thiếu, hoặc trang đã chuyển đi. Mời bà con xem lại địa chỉ hoặc về trang chủ.",
    ],
    en: [
      "There is no such page",
      "The address may be incomplete, or the page has moved. Please check it or go to the home page.",
    ],
  },
  408: {
    vi: ["Mạng chậm quá, máy chưa nhận đủ", "Mời bà con thử lại khi mạng khỏe hơn."],
    en: ["The network is too slow, not everything arrived", "Please try again when the connection is better."],
  },
  413: {
    vi: ["Nội dung gửi lên dài quá", "Mời bà con gửi ngắn hơn, hoặc chia ra nhiều lần."],
    en: ["What was sent is too long", "Please send less, or in several parts."],
  },
  414: {
    vi: ["Địa chỉ này dài quá", "Mời bà con xem lại địa chỉ, hoặc về trang chủ."],
    en: ["This address is too long", "Please check it or go to the home page."],
  },
  415: {
    vi: ["Máy không đọc được kiểu nội dung này", "Mời bà con về trang chủ và mở lại."],
    en: ["We cannot read this kind of content", "Please start again from the home page."],
  },
  429: {
    vi: ["Nhiều người hỏi cùng lúc quá", "Mời bà con chờ một phút rồi mở lại. Không có gì bị mất."],
    en: ["Too many requests at once", "Please wait a minute and open it again. Nothing is lost."],
  },
  431: {
    vi: ["Trình duyệt gửi kèm nhiều dữ liệu quá", "Mời bà con mở lại bằng một trình duyệt khác."],
    en: ["The browser sent too much along with it", "Please open it again in another browser."],
  },
  500: {
    vi: ["Máy bị lỗi", "Lỗi này là của máy, không phải do bà con. Mời bà con thử lại sau ít phút."],
    en: ["Something went wrong on our side", "It is not your fault. Please try again in a few minutes."],
  },
  503: {
    vi: ["Máy đang bận", "Mời bà con chờ một lát rồi mở lại. Không có gì bị mất."],
    en: ["We are busy", "Please wait a moment and open it again. Nothing is lost."],
  },
};

/** The words of the page around them. */
export const aroundErrors = {
  vi: {
    home: "Về trang chủ",
    desk: "Về bàn điều hành",
    code: "Gõ lại mã trên giấy",
    chatting: "Bà con vẫn hỏi được trong khung trò chuyện của xã.",
  },
  en: {
    home: "Go to the home page",
    desk: "Go to the desk",
    code: "Type the code again",
    chatting: "You can still ask in your commune's chat.",
  },
} as const;
