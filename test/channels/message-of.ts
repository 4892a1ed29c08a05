import type { Message } from "../../src/channels/message.ts";

/** A message for tests; what is not said is empty. Reserved words as the house's Vietnamese ones. */
export const messageOf = (part: Partial<Message>): Message => ({
  spec: 1,
  purpose: "reply",
  language: "vi",
  token: "t1",
  blocks: [],
  choices: [],
  expects: "choice",
  reserved: [],
  ...part,
});

export const reserved = [
  { n: 0, label: "Menu" },
  { n: 6, label: "Xem hình bước này" },
  { n: 7, label: "Nghe đọc" },
  { n: 8, label: "Quay lại" },
  { n: 9, label: "Gặp Tổ công nghệ số" },
];

/** The step of the design's screens 10 and 11. */
export const step = messageOf({
  progress: { title: "Kích hoạt VNeID", unit: "step", at: 3, of: 7 },
  blocks: [
    { kind: "title", text: "Gõ 2 số, rồi bấm Gửi yêu cầu." },
    { kind: "picture", card: "c0ffee", alt: "Màn hình kích hoạt, nút Gửi yêu cầu ở dưới" },
    {
      kind: "keys",
      items: [
        { text: "12 số trên thẻ căn cước" },
        { text: "Số điện thoại đã báo công an" },
        { text: "Bấm **Gửi yêu cầu**", tap: true },
      ],
    },
    { kind: "note", tone: "warn", text: "Chỉ gõ trong VNeID. Đừng gửi số căn cước vào đây." },
  ],
  choices: [
    { key: "done", n: 1, label: "Xong, sang bước 4", style: "main" },
    { key: "stuck", n: 2, label: "Tôi bị vướng" },
  ],
  reserved,
});
