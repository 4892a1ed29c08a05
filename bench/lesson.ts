/** The lesson every server of the benchmark teaches: ten questions, three options each, said why after each answer. */
export const questions: readonly Question[] = [
  {
    ask: "Có người gọi điện, xưng là công an, bảo đọc mã OTP vừa nhận. Làm gì cho đúng?",
    options: ["Cúp máy, không đọc", "Đọc cho nhanh xong", "Hỏi lại tên rồi đọc"],
    right: 0,
    why: "Mã OTP như chìa khóa nhà. Không cơ quan nào hỏi mã ấy qua điện thoại.",
  },
  {
    ask: "Tin nhắn báo trúng thưởng, kèm một đường dẫn lạ. Làm gì cho đúng?",
    options: ["Bấm vào xem thử", "Xóa tin, không bấm", "Gửi cho cả nhà"],
    right: 1,
    why: "Đường dẫn lạ có thể cài phần mềm lấy tiền. Không bấm thì không sao cả.",
  },
  {
    ask: "Mật khẩu nào khó đoán hơn cả?",
    options: ["Ngày sinh của mình", "Số 123456", "Bốn từ không liên quan"],
    right: 2,
    why: "Bốn từ không liên quan thì dài, dễ nhớ với mình mà người khác khó đoán.",
  },
  {
    ask: "Muốn cài ứng dụng mới thì lấy ở đâu?",
    options: ["Cửa hàng ứng dụng của máy", "Tệp người lạ gửi", "Quảng cáo trên mạng"],
    right: 0,
    why: "Ứng dụng trên cửa hàng của máy đã được xem xét. Tệp người lạ gửi thì không ai xem.",
  },
  {
    ask: "Quên mật khẩu thì làm gì trước?",
    options: ["Bỏ luôn tài khoản", "Bấm Quên mật khẩu", "Nhờ người lạ trên mạng"],
    right: 1,
    why: "Nút Quên mật khẩu dẫn từng bước để đặt mật khẩu mới, không mất tài khoản.",
  },
  {
    ask: "Chữ trên máy nhỏ quá, khó đọc. Làm gì cho đúng?",
    options: ["Mua máy khác", "Thôi không đọc nữa", "Vào Cài đặt, tăng cỡ chữ"],
    right: 2,
    why: "Máy nào cũng có chỗ tăng cỡ chữ trong phần Cài đặt, kéo chấm tròn là chữ to lên.",
  },
  {
    ask: "Người quen nhắn vay tiền gấp qua mạng. Làm gì trước?",
    options: ["Gọi điện hỏi chính người ấy", "Chuyển ngay cho kịp", "Chuyển một nửa"],
    right: 0,
    why: "Tài khoản người quen có thể bị chiếm. Nghe đúng giọng người ấy rồi hãy tính.",
  },
  {
    ask: "Mạng Wi-Fi lạ không có mật khẩu ở bến xe. Việc nào nên tránh?",
    options: ["Xem giờ xe chạy", "Chuyển tiền ngân hàng", "Đọc báo"],
    right: 1,
    why: "Mạng lạ có thể bị nhìn trộm. Việc tiền bạc để về nhà, hoặc dùng mạng của máy mình.",
  },
  {
    ask: "Điện thoại báo có bản cập nhật. Làm gì cho đúng?",
    options: ["Tắt máy đi", "Không bao giờ cập nhật", "Cắm sạc rồi cập nhật"],
    right: 2,
    why: "Bản cập nhật vá những chỗ kẻ xấu có thể lọt vào. Cắm sạc để máy không tắt giữa chừng.",
  },
  {
    ask: "Lỡ bị lừa mất tiền thì làm gì trước?",
    options: ["Gọi ngân hàng khóa tài khoản", "Giấu không nói với ai", "Chờ họ trả lại"],
    right: 0,
    why: "Khóa tài khoản sớm thì còn giữ được phần tiền chưa mất. Rồi báo công an.",
  },
];

export type Question = {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly right: number;
  readonly why: string;
};

/** What the simulated person picks: right, except at questions 4 and 8, so that both ways are walked and the score is known. */
export const picks: readonly number[] = questions.map(({ right }, i) => (i === 3 || i === 7 ? (right + 1) % 3 : right));
export const score = `${questions.filter((q, i) => picks[i] === q.right).length}/${questions.length}`;

/** Words all servers share; the load generator knows by them where a conversation stands. */
export const said = {
  menu: "Hôm nay mình làm gì?",
  lesson: "Học mười câu",
  walk: "Đi qua đi lại",
  right: "Đúng rồi!",
  wrong: "Chưa đúng, mình xem lại nhé.",
  done: "Xong bài rồi.",
  pages: ["Đây là trang thứ nhất của hai trang.", "Đây là trang thứ hai của hai trang."],
  on: "Sang trang kia",
} as const;
