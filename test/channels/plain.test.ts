import { describe, expect, test } from "vitest";
import { plain } from "../../src/channels/plain.ts";
import { messageOf, reserved, step } from "./message-of.ts";

describe("a message on a channel of words alone", () => {
  test("a step reads as the design shows it", () => {
    expect(plain(step)).toBe(
      [
        "Kích hoạt VNeID – Bước 3/7",
        "",
        "Gõ 2 số, rồi bấm Gửi yêu cầu.",
        "",
        "• 12 số trên thẻ căn cước",
        "• Số điện thoại đã báo công an",
        "• Bấm Gửi yêu cầu",
        "",
        "Chỉ gõ trong VNeID. Đừng gửi số căn cước vào đây.",
        "",
        "Nhắn một số:",
        "1. Xong, sang bước 4",
        "2. Tôi bị vướng",
        "6. Xem hình bước này",
        "8. Quay lại",
        "9. Gặp Tổ công nghệ số",
        "0. Menu",
      ].join("\n"),
    );
  });

  test("a question is not asked twice; a person offered as a choice is not offered again; no picture, no 6", () => {
    const text = plain(
      messageOf({
        blocks: [{ kind: "question", text: "Bác vướng chỗ nào?" }],
        choices: [
          { key: "a", n: 1, label: "Không thấy nút Gửi yêu cầu" },
          { key: "person", n: 9, label: "Gặp Tổ công nghệ số" },
        ],
        reserved,
      }),
    );
    expect(text).toBe(
      "Bác vướng chỗ nào?\n\n1. Không thấy nút Gửi yêu cầu\n9. Gặp Tổ công nghệ số\n8. Quay lại\n0. Menu",
    );
  });

  test("the choice to go on has a word instead of a number, in the person's language", () => {
    const said = (language: string) =>
      plain(messageOf({ language, choices: [{ key: "resume", label: "Bài 1", style: "resume" }] }));
    expect([said("vi"), said("en")]).toEqual(["tiếp – Bài 1", "continue – Bài 1"]);
  });

  test("small print, telephone numbers and pages are written out, once", () => {
    const text = plain(
      messageOf({
        blocks: [{ kind: "question", text: "?" }],
        choices: [
          { key: "a", n: 1, label: "Bài 1", small: "8 phút" },
          { key: "b", n: 2, label: "Gọi ngay", phone: "0900 000 003" },
          { key: "c", n: 3, label: "Gọi", small: "0900.000.003 (số mẫu)", phone: "0900 000 003" },
          { key: "d", n: 4, label: "Mở trang", url: "https://example.org/a" },
        ],
      }),
    );
    expect(text.split("\n").slice(2)).toEqual([
      "1. Bài 1 – 8 phút",
      "2. Gọi ngay – 0900 000 003",
      "3. Gọi – 0900.000.003 (số mẫu)",
      "4. Mở trang – https://example.org/a",
    ]);
  });

  test("a picture alone is told in words, and a certificate by its code", () => {
    expect(plain(messageOf({ blocks: [{ kind: "picture", card: "c", alt: "Nút đỏ ở dưới" }] }))).toBe("Nút đỏ ở dưới");
    expect(plain(messageOf({ blocks: [{ kind: "certificate", code: "AB12", alt: "Giấy ghi nhận" }] }))).toBe(
      "Giấy ghi nhận\nMã: AB12",
    );
  });

  test("bold marks are taken off and tags stay letters", () => {
    expect(plain(messageOf({ blocks: [{ kind: "text", text: "Bấm **Gửi** <b>&amp; 2 ** 3" }] }))).toBe(
      "Bấm Gửi <b>&amp; 2 ** 3",
    );
  });

  test("questions are counted as questions", () => {
    expect(plain(messageOf({ progress: { title: "Giữ mã OTP", unit: "question", at: 2, of: 4 } }))).toBe(
      "Giữ mã OTP – Câu 2/4",
    );
  });
});
