import type { Message } from "../../src/channels/message.ts";

/** The screens of the design, as messages. Commune, names and numbers are sample data. */
const of = (m: Partial<Message>): Omit<Message, "token"> => ({
  spec: 1,
  purpose: "reply",
  language: "vi",
  blocks: [],
  choices: [],
  expects: "choice",
  reserved: [],
  ...m,
});

const quiz = { title: "An toàn trên mạng", unit: "question", at: 2, of: 4 } as const;
const step = { title: "Kích hoạt VNeID", unit: "step", at: 3, of: 7 } as const;

export const screens = {
  greeting: of({
    blocks: [
      { kind: "title", text: "Chào bác!" },
      {
        kind: "text",
        text: "Đây là trợ lý số của xã Phú Bình, giúp bác dùng VNeID, làm giấy tờ trên mạng và soi tin lừa đảo.",
      },
      { kind: "text", text: "Xã xin lưu **tên gọi, xóm và bài bác đã học**. Bác xem lại hoặc xóa lúc nào cũng được." },
      { kind: "note", tone: "safe", text: "Xã **không bao giờ hỏi** mật khẩu, mã OTP, ảnh căn cước." },
    ],
    choices: [
      { key: "yes", n: 1, label: "Đồng ý lưu" },
      { key: "no", n: 2, label: "Không lưu, tôi vẫn học" },
      { key: "what", n: 3, label: "Xã giữ gì, giữ bao lâu, ai được xem?", style: "quiet" },
    ],
  }),
  menu: of({
    blocks: [
      { kind: "title", text: "Bác Hoa muốn làm gì?" },
      { kind: "text", text: "Bác cũng có thể gõ câu hỏi, ví dụ: **quên mật khẩu VNeID**." },
    ],
    choices: [
      { key: "resume", label: "Kích hoạt VNeID", small: "Bước 3/7 · còn chừng 6 phút", style: "resume" },
      { key: "lessons", n: 1, label: "Học bài mới", small: "Mỗi bài 5 đến 10 phút", icon: "book" },
      { key: "papers", n: 2, label: "Làm giấy tờ trên mạng", small: "Tạm trú, khai sinh, bảo hiểm", icon: "form" },
      { key: "vneid", n: 3, label: "VNeID", small: "Cài, quên mật khẩu, đổi máy", icon: "phone-id" },
      { key: "safety", n: 4, label: "Soi tin nhắn, cuộc gọi lạ", small: "Dán vào đây, trợ lý xem giúp", icon: "lens" },
      { key: "mine", n: 5, label: "Việc của tôi", small: "Bài đã học, giấy ghi nhận", icon: "me" },
    ],
  }),
  step: of({
    progress: step,
    blocks: [
      { kind: "title", text: "Gõ 2 số, rồi bấm Gửi yêu cầu" },
      {
        kind: "picture",
        card: "step-3",
        alt: "Hình minh họa màn hình kích hoạt: ô số định danh đánh số 1, ô số điện thoại đánh số 2, nút Gửi yêu cầu tô vàng đánh số 3",
      },
      {
        kind: "keys",
        items: [
          { text: "12 số trên thẻ căn cước" },
          { text: "Số điện thoại đã báo với công an" },
          { text: "Bấm **Gửi yêu cầu**", tap: true },
        ],
      },
      { kind: "text", text: "**Chỉ gõ trong VNeID**, đừng gửi số vào đây." },
    ],
    choices: [
      { key: "done", n: 1, label: "Xong, sang bước 4", style: "main" },
      { key: "stuck", n: 2, label: "Tôi bị vướng" },
      { key: "person", n: 9, label: "Gặp Tổ công nghệ số" },
    ],
  }),
  question: of({
    progress: quiz,
    blocks: [
      {
        kind: "question",
        text: "Có người gọi, xưng là công an xã. Họ bảo bác đọc **mã 6 số vừa nhắn về máy** để “cập nhật VNeID”. Bác làm thế nào?",
      },
      { kind: "text", text: "Bác cứ chọn. Chưa đúng thì làm lại, không mất gì." },
    ],
    choices: [
      { key: "read", n: 1, label: "Đọc mã cho họ, kẻo bị khóa máy" },
      { key: "hang-up", n: 2, label: "Tắt máy, rồi tự ra công an xã hỏi" },
      { key: "photo", n: 3, label: "Chụp màn hình gửi họ qua Zalo" },
    ],
  }),
  right: of({
    progress: quiz,
    echo: "Tắt máy, rồi tự ra công an xã hỏi",
    blocks: [
      { kind: "feedback", right: true, text: "Đúng rồi, bác ạ!" },
      {
        kind: "text",
        text: "Công an không làm việc qua điện thoại và không hỏi mã này. Ai có mã là vào được tài khoản của bác.",
      },
      { kind: "text", text: "Bác nhớ một câu:\n**Mã về máy mình, mình giữ.**" },
    ],
    choices: [
      { key: "next", n: 1, label: "Câu tiếp theo", style: "main" },
      { key: "ask", n: 2, label: "Tôi muốn hỏi thêm" },
    ],
  }),
  notYet: of({
    progress: quiz,
    echo: "Đọc mã cho họ, kẻo bị khóa máy",
    blocks: [
      { kind: "feedback", right: false, text: "Chưa đúng, mình xem lại nhé" },
      {
        kind: "text",
        text: "Đọc mã ra là người kia vào được tài khoản của bác ngay.\n\nCông an thật không hỏi mã qua điện thoại. Bác tắt máy, họ cũng **không khóa được gì** của bác.",
      },
    ],
    choices: [
      { key: "retry", n: 1, label: "Thử lại câu này", style: "main" },
      { key: "next", n: 2, label: "Xem câu đúng rồi đi tiếp" },
    ],
  }),
  person: of({
    expects: "text",
    echo: "Gặp Tổ công nghệ số",
    blocks: [
      { kind: "title", text: "Đã báo cho Tổ công nghệ số Xóm 3" },
      { kind: "text", text: "Anh Mẫu, tổ trưởng, sẽ gọi hoặc nhắn lại **trước 17 giờ hôm nay**." },
      {
        kind: "note",
        tone: "danger",
        text: "**Lỡ chuyển tiền?** Gọi ngân hàng khóa tài khoản trước, rồi ra công an xã hoặc gọi **113**.",
      },
    ],
    choices: [
      {
        key: "call",
        n: 1,
        label: "Gọi ngay cho anh Mẫu",
        small: "0900 000 003 (số mẫu)",
        style: "main",
        phone: "0900 000 003",
      },
      { key: "more", n: 2, label: "Nhắn thêm một câu" },
      { key: "never", n: 3, label: "Thôi, tôi làm được rồi" },
    ],
  }),
  certificate: of({
    blocks: [
      { kind: "title", text: "Chúc mừng bác Hoa!" },
      { kind: "text", text: "Bác đã học xong **Kích hoạt và giữ VNeID an toàn**, trả lời đúng 4/4 câu." },
      { kind: "certificate", code: "PB-7K4M-2Q", alt: "Giấy ghi nhận hoàn thành của Nguyễn Thị Hoa, mã PB-7K4M-2Q" },
      { kind: "text", text: "Giấy này ghi nhận bác đã học. Nó **không thay** cho xác nhận chính thức trên VNeID." },
    ],
    choices: [
      { key: "load", n: 1, label: "Tải giấy về máy", style: "main", url: "/giay/PB-7K4M-2Q.png" },
      { key: "next", n: 2, label: "Học bài tiếp theo" },
    ],
  }),
  stale: of({
    blocks: [{ kind: "text", text: "Nút này của câu trước. Mình đang ở đây:" }],
    choices: [{ key: "menu", n: 1, label: "Về menu" }],
  }),
  unknown: of({
    blocks: [{ kind: "text", text: "Trợ lý này chưa hiểu. Bác chọn một mục nhé." }],
    choices: [{ key: "person", n: 9, label: "Gặp Tổ công nghệ số" }],
    expects: "text",
  }),
} satisfies Record<string, Omit<Message, "token">>;

export type ScreenName = keyof typeof screens;
