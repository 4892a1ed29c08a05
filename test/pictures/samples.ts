import { Card } from "../../src/content/card.ts";

const alt = { vi: "hình", en: "picture" };
const card = (data: object): Card => Card.parse({ alt, ...data });

export const activation = card({
  bar: "Kích hoạt tài khoản",
  rows: [
    { kind: "field", label: "Số định danh cá nhân", dots: 12, n: 1 },
    { kind: "field", label: "Số điện thoại", value: "09", dots: 8, n: 2 },
    { kind: "button", label: "Gửi yêu cầu", n: 3, tap: true },
  ],
});

/** Every scene and every kind of row, numbered or not, tapped or not, short and far too long. */
export const samples: Record<string, Card> = {
  activation,
  "a field to tap": card({
    bar: "Nhập mã xác nhận",
    rows: [
      { kind: "text", text: "Mã 6 số vừa nhắn về máy. Không đọc mã này cho ai." },
      { kind: "field", label: "Mã OTP", dots: 6, n: 1, tap: true },
      { kind: "button", label: "Tiếp tục", n: 2 },
      { kind: "item", label: "Gửi lại mã", icon: "bell", n: 3 },
    ],
  }),
  "an item to tap": card({
    bar: "Ví giấy tờ",
    rows: [
      { kind: "item", label: "Thẻ căn cước", small: "Mức 2", icon: "card", n: 1, tap: true },
      { kind: "item", label: "Thẻ bảo hiểm y tế", small: "Bấm để thêm giấy tờ vào ví", icon: "doc", n: 2 },
      { kind: "item", label: "Giấy phép lái xe", n: 3 },
    ],
  }),
  "no numbers, no title": card({
    rows: [
      { kind: "item", label: "Zalo", icon: "text" },
      { kind: "item", label: "VNeID", small: "Định danh điện tử", icon: "shield", tap: true },
    ],
  }),
  "nothing at all": card({}),
  "labels far too long": card({
    bar: "Đăng ký tài khoản định danh điện tử mức độ 2 cho toàn bộ người dân trong xã",
    rows: [
      {
        kind: "field",
        label: "Số định danh cá nhân hoặc số căn cước công dân gắn chíp điện tử của chủ hộ và các thành viên trong hộ",
        value: "Nguyễn Thị Nghiêng Nghiễm Thượng Quyền",
        dots: 12,
        n: 1,
      },
      {
        kind: "item",
        label: "Xác nhận thông tin cư trú và giấy tờ điện tử của công dân trên toàn quốc hằng năm",
        small: "Dịch vụ công trực tuyến toàn trình của các cơ quan nhà nước tại địa phương nơi cư trú",
        icon: "police",
        n: 2,
      },
      { kind: "button", label: "Tôi đã đọc kỹ và đồng ý với toàn bộ điều khoản sử dụng", n: 3, tap: true },
      { kind: "item", label: "Nghiêngngảnghiêngngảnghiêngngảnghiêngngảnghiêngngả", icon: "bank", n: 4, tap: true },
    ],
  }),
  "four of the tallest": card({
    bar: "Bốn ô",
    rows: [1, 2, 3, 4].map((n) => ({ kind: "field", label: `Ô số ${n}`, value: `giá trị ${n}`, n, tap: n === 4 })),
  }),
  "a message": card({
    scene: "message",
    bar: "Số lạ",
    rows: [
      { kind: "text", text: "Tài khoản của bác chưa đồng bộ. Bấm vào đường dẫn để cập nhật trước 17 giờ hôm nay." },
      { kind: "text", text: "Không làm sẽ bị khóa." },
      { kind: "button", label: "Chặn số này", n: 1, tap: true },
    ],
  }),
  "a message too long": card({
    scene: "message",
    bar: "Số lạ",
    rows: [{ kind: "text", text: "Nghiêng ngả nghĩ ngợi ".repeat(40) }],
  }),
  "a call": card({
    scene: "call",
    bar: "Số lạ",
    rows: [
      { kind: "text", text: "“Đọc mã cho tôi ngay!”" },
      { kind: "button", label: "Tắt máy", n: 1, tap: true },
      { kind: "button", label: "Trả lời", n: 2 },
    ],
  }),
  "a call with too much": card({
    scene: "call",
    bar: "Người lạ tự xưng cán bộ công an tỉnh đang gọi đến máy của bác",
    rows: [
      { kind: "item", label: "Số này đã bị nhiều người báo cáo", icon: "shield", n: 1 },
      { kind: "button", label: "Từ chối cuộc gọi này", n: 2, tap: true },
      { kind: "button", label: "Nhắn tin trả lời", n: 3 },
      { kind: "button", label: "Trả lời", n: 4 },
    ],
  }),
  "a bare call": card({ scene: "call" }),
  "at the counter": card({
    scene: "person",
    bar: "Công an xã",
    rows: [
      { kind: "item", label: "Thẻ căn cước", icon: "card", n: 1 },
      { kind: "item", label: "Điện thoại và số SIM chính chủ", small: "Để nhận mã", icon: "phone", n: 2 },
    ],
  }),
  "at a counter with a long name": card({
    scene: "person",
    bar: "Trung tâm phục vụ hành chính công xã, bộ phận tiếp nhận và trả kết quả giải quyết thủ tục",
    rows: [{ kind: "text", text: "Nói: “Tôi muốn làm định danh mức 2”." }],
  }),
  "a bare counter": card({ scene: "person" }),
};
