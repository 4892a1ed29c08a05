const vi = {
  house: "Bình dân học vụ số",
  houseSays: "Trợ lý học số của xã",
  title: "Học số cùng xã",
  lead: "Trợ lý tự động giúp bà con dùng điện thoại, VNeID, làm giấy tờ trên mạng và tránh lừa đảo. Từng bước nhỏ, có hình, có người giúp.",
  choose: "Bà con ở đâu?",
  start: "Bắt đầu",
  free: "Không mất tiền. Không cần tài khoản. Bấm số hay gõ chữ đều được.",
  what: "Trợ lý giúp gì?",
  does: [
    "Bài học ngắn 5 đến 10 phút, học lại bao nhiêu lần cũng được",
    "Hướng dẫn từng bước làm giấy tờ trên mạng",
    "Nhận ra tin nhắn, cuộc gọi lừa đảo",
    "Gặp người của Tổ công nghệ số khi bị vướng",
  ],
  kept: "Xã lưu gì? Chỉ khi được đồng ý",
  keeps: ["Tên muốn được gọi, xóm, nhóm tuổi", "Bài đã học và kết quả", "Câu nhờ giúp gửi cho Tổ công nghệ số"],
  notKept: "Xã không lưu và không bao giờ hỏi",
  keepsNot: ["Mật khẩu, mã OTP", "Số căn cước, ảnh giấy tờ", "Số thẻ, số tài khoản ngân hàng"],
  yours: "Trong cuộc trò chuyện, bà con gõ “dữ liệu của tôi” để xem hoặc xóa những gì đã lưu.",
  terms: "Giữ gì, giữ bao lâu",
  volunteers: "Dành cho người đi giúp bà con",
  sheets: "Tờ hỏi đáp A4 để in, mỗi việc một tờ",
  pictures: "Tranh tóm tắt bài học, gửi Zalo hay in đều được",
  other: { label: "English", language: "en", href: "/?lang=en" },
};

const en: typeof vi = {
  house: "Bình dân học vụ số",
  houseSays: "The commune's digital learning assistant",
  title: "Learn digital skills with your commune",
  lead: "An automatic assistant that helps with the phone, VNeID, paperwork online and avoiding fraud. Small steps, with pictures, and people who help.",
  choose: "Where do you live?",
  start: "Start",
  free: "Free of charge. No account needed. Tap a number or type.",
  what: "What does it help with?",
  does: [
    "Short lessons of 5 to 10 minutes, as often as you like",
    "Step-by-step guides to paperwork online",
    "Recognising fraudulent messages and calls",
    "Reaching a person of the community digital team when you are stuck",
  ],
  kept: "What the commune keeps, only if you agree",
  keeps: [
    "What you want to be called, your village, your age group",
    "Lessons you took and their results",
    "Requests for help you send to the community digital team",
  ],
  notKept: "What it does not keep and never asks for",
  keepsNot: ["Passwords, OTP codes", "ID numbers, photos of papers", "Card or bank account numbers"],
  yours: "In the conversation, type “my data” to see or delete what was kept.",
  terms: "What is kept, and how long",
  volunteers: "For those who help others",
  sheets: "Question and answer sheets to print, one for each task",
  pictures: "Summary pictures of the lessons, to send or to print",
  other: { label: "Tiếng Việt", language: "vi", href: "/" },
};

export type HomeWords = typeof vi;

/** The words of the home page. */
export const homeWords = (language: string): HomeWords => (language === "en" ? en : vi);
