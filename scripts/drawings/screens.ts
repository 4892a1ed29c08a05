/** One screen somebody has to find, as far as the documentation we read describes it. Not a copy of a real page. */
export type Screen = {
  /** In the address of its picture. */
  readonly id: string;
  /** Whose screen it is. */
  readonly place: string;
  readonly title: string;
  readonly rows: readonly Row[];
};

/** `tap`: what this step is about; its number stands in the guide. */
export type Row =
  | { readonly kind: "field"; readonly label: string; readonly value: string; readonly tap?: number }
  | { readonly kind: "button"; readonly label: string; readonly tap?: number }
  | { readonly kind: "switch"; readonly label: string; readonly on: boolean; readonly tap?: number }
  | { readonly kind: "said"; readonly by: "them" | "us"; readonly text: string; readonly tap?: number }
  | { readonly kind: "line"; readonly text: string; readonly tap?: number };

/** The steps of the guide that happen on somebody else's page, in its order. */
export const screens: readonly Screen[] = [
  {
    id: "telegram-botfather",
    place: "Telegram, cuộc trò chuyện với @BotFather",
    title: "Tạo bot và lấy mã",
    rows: [
      { kind: "said", by: "us", text: "/newbot", tap: 1 },
      { kind: "said", by: "them", text: "Tên của bot?" },
      { kind: "said", by: "us", text: "Học số xã …" },
      { kind: "said", by: "them", text: "Mã (token): 123456789:AbC…", tap: 2 },
    ],
  },
  {
    id: "zalo-domain",
    place: "developers.zalo.me, mục Xác thực domain",
    title: "Xác thực tên miền",
    rows: [
      { kind: "field", label: "Tên miền", value: "https://hoc.example.vn", tap: 1 },
      { kind: "line", text: '<meta name="zalo-platform-site-verification" content="…">', tap: 2 },
      { kind: "button", label: "Xác thực", tap: 3 },
    ],
  },
  {
    id: "zalo-app",
    place: "developers.zalo.me, ứng dụng của xã",
    title: "ID và khóa bí mật của ứng dụng",
    rows: [
      { kind: "field", label: "ID ứng dụng", value: "1234567890123456789", tap: 1 },
      { kind: "field", label: "Khóa bí mật của ứng dụng", value: "••••••••••••", tap: 2 },
      { kind: "switch", label: "Ứng dụng đang bật", on: true, tap: 3 },
    ],
  },
  {
    id: "zalo-callback",
    place: "developers.zalo.me, mục Official Account",
    title: "Liên kết OA và địa chỉ Callback",
    rows: [
      { kind: "button", label: "Liên kết OA của xã", tap: 1 },
      { kind: "field", label: "Callback URL", value: "https://hoc.example.vn/zalo-oa/dong-y", tap: 2 },
      { kind: "button", label: "Lưu", tap: 3 },
    ],
  },
  {
    id: "zalo-webhook",
    place: "developers.zalo.me, mục Webhook",
    title: "Webhook và sự kiện",
    rows: [
      { kind: "field", label: "Webhook URL", value: "https://hoc.example.vn/webhooks/zalo-oa/default", tap: 1 },
      { kind: "field", label: "Khóa bí mật OA", value: "••••••••••••", tap: 2 },
      { kind: "switch", label: "user_send_text, user_send_image, follow, …", on: true, tap: 3 },
      { kind: "switch", label: "Bộ lọc cú pháp", on: false, tap: 4 },
    ],
  },
  {
    id: "zalo-consent",
    place: "Trang đồng ý của Zalo, mở trên máy của chủ OA",
    title: "Chủ OA đồng ý",
    rows: [
      { kind: "line", text: "Ứng dụng muốn nhận và gửi tin thay cho Official Account" },
      { kind: "button", label: "Cho phép", tap: 1 },
    ],
  },
  {
    id: "zalo-bot-manager",
    place: "Zalo, cuộc trò chuyện với Zalo Bot Manager",
    title: "Tạo bot và lấy mã",
    rows: [
      { kind: "said", by: "us", text: "Tạo bot, tên bắt đầu bằng Bot", tap: 1 },
      { kind: "said", by: "them", text: "Mã (token): 123456789:abc…", tap: 2 },
    ],
  },
  {
    id: "first-answer",
    place: "Điện thoại của bà con",
    title: "Tin đầu tiên và câu trả lời",
    rows: [
      { kind: "said", by: "us", text: "BAI1", tap: 1 },
      { kind: "said", by: "them", text: "Chào bác! Đây là trợ lý số của xã …", tap: 2 },
      { kind: "said", by: "them", text: "Chiếc điện thoại của mình – Bước 1/6", tap: 3 },
    ],
  },
];
