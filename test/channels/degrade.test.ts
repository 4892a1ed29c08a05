import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Capabilities } from "../../src/channels/capabilities.ts";
import { type Button, degrade } from "../../src/channels/degrade.ts";
import { textOnly } from "../../src/channels/plain.ts";
import { telegramCapabilities as telegram } from "../../src/channels/telegram/capabilities.ts";
import { messageOf, reserved, step } from "./message-of.ts";

const labels = (rows: readonly (readonly Button[])[] | undefined) => rows?.map((row) => row.map((b) => b.label));

describe("buttons", () => {
  test("a step on Telegram: picture, bold title, a button a choice, the fixed numbers as one last row", () => {
    const [shown, ...more] = degrade(step, telegram);
    expect(more).toEqual([]);
    expect(shown?.picture).toEqual({ kind: "card", card: "c0ffee", alt: "Màn hình kích hoạt, nút Gửi yêu cầu ở dưới" });
    expect(shown?.text).toContain("<b>Gõ 2 số, rồi bấm Gửi yêu cầu.</b>");
    expect(shown?.text).toContain("• Bấm <b>Gửi yêu cầu</b>");
    expect(shown?.text).not.toContain("1. Xong");
    expect(labels(shown?.buttons)).toEqual([
      ["1. Xong, sang bước 4"],
      ["2. Tôi bị vướng"],
      ["8. Quay lại", "9. Gặp Tổ công nghệ số", "0. Menu"],
    ]);
    expect(shown?.buttons[0]?.[0]).toEqual({ label: "1. Xong, sang bước 4", data: "t1:done", style: "main" });
    expect(shown?.buttons[2]?.[2]).toEqual({ label: "0. Menu", data: "t1:/0" });
  });

  test("a point has the letter it has on the picture, where the picture is shown", () => {
    const message = messageOf({
      blocks: [
        { kind: "picture", card: "c0ffee", alt: "Nút Gửi yêu cầu" },
        { kind: "keys", items: [{ text: "Nhập đủ 12 số" }, { text: "Bấm Gửi yêu cầu", mark: "B" }] },
      ],
    });
    expect(degrade(message, telegram)[0]?.text).toBe("• Nhập đủ 12 số\n(B) Bấm Gửi yêu cầu");
    expect(degrade(message, textOnly)[0]?.text).toBe("• Nhập đủ 12 số\n• Bấm Gửi yêu cầu");
  });

  test("few buttons: what does not fit is a numbered line", () => {
    const zalo: Capabilities = { ...telegram, buttons: 4, buttonCharacters: 100, bold: "none" };
    const [shown] = degrade(step, zalo);
    expect(labels(shown?.buttons)).toEqual([
      ["1. Xong, sang bước 4"],
      ["2. Tôi bị vướng"],
      ["8. Quay lại", "9. Gặp Tổ công nghệ số"],
    ]);
    expect(shown?.text.endsWith("\n\n0. Menu")).toBe(true);
    const [one] = degrade(step, { ...zalo, buttons: 1 });
    expect(one?.text).toContain("1. Xong, sang bước 4\n2. Tôi bị vướng");
    expect(labels(one?.buttons)).toEqual([["8. Quay lại"]]);
  });

  test("a label too long for a button is written out, and cut at a word on the button", () => {
    const label = "Tôi gõ đủ mười hai số rồi mà máy vẫn báo là sai số định danh";
    const [shown] = degrade(
      messageOf({ blocks: [{ kind: "text", text: "?" }], choices: [{ key: "a", n: 1, label }] }),
      telegram,
    );
    expect(shown?.text).toBe(`?\n\n1. ${label}`);
    expect(labels(shown?.buttons)).toEqual([["1. Tôi gõ đủ mười hai số rồi mà…"]]);
  });

  test("small print is on the button where it fits", () => {
    const choices = [
      { key: "a", n: 1, label: "Bài 1", small: "8 phút" },
      { key: "b", n: 2, label: "Mật khẩu, passcode và mã OTP", small: "đã học xong rồi" },
    ];
    expect(labels(degrade(messageOf({ choices }), telegram)[0]?.buttons)).toEqual([
      ["1. Bài 1 (8 phút)"],
      ["2. Mật khẩu, passcode và mã OTP"],
    ]);
  });

  test("only a public https page is put on a button; another is written out and its button only answers", () => {
    const choice = { key: "a", n: 1, label: "Mở" };
    const one = (url: string) => degrade(messageOf({ choices: [{ ...choice, url }] }), telegram)[0];
    expect(one("https://dichvucong.gov.vn/x")?.buttons[0]?.[0]).toEqual({
      label: "1. Mở",
      url: "https://dichvucong.gov.vn/x",
    });
    expect(one("http://localhost:3000/chat")?.buttons[0]?.[0]).toEqual({ label: "1. Mở", data: "t1:a" });
    expect(one("http://localhost:3000/chat")?.text).toContain("http://localhost:3000/chat");
    expect(one("https://localhost/chat")?.buttons[0]?.[0]).toEqual({ label: "1. Mở", data: "t1:a" });
  });

  test("buttons with nothing said still have words to hang on", () => {
    expect(degrade(messageOf({ choices: [{ key: "a", n: 1, label: "x" }] }), telegram)[0]?.text).toBe("Chọn một nút:");
    expect(degrade(messageOf({}), telegram)).toEqual([]);
  });

  test("a channel with its own bar gets no fixed numbers", () => {
    expect(labels(degrade(step, { ...telegram, bar: true })[0]?.buttons)).toHaveLength(2);
  });
});

describe("limits", () => {
  test("a long caption leaves the picture and follows it, with the buttons", () => {
    const long = messageOf({ ...step, blocks: [...step.blocks, { kind: "text", text: "chữ ".repeat(300) }] });
    const shown = degrade(long, telegram);
    expect(shown.map((s) => [s.picture !== undefined, s.text === "", s.buttons.length])).toEqual([
      [true, true, 0],
      [false, false, 3],
    ]);
  });

  test("two pictures are two messages, the words with the last", () => {
    const shown = degrade(
      messageOf({
        blocks: [
          { kind: "picture", card: "a", alt: "Hình một" },
          { kind: "certificate", code: "X1", alt: "Giấy" },
          { kind: "text", text: "Xong" },
        ],
      }),
      telegram,
    );
    expect(shown).toEqual([
      { text: "Hình một", picture: { kind: "card", card: "a", alt: "Hình một" }, buttons: [] },
      { text: "Xong", picture: { kind: "certificate", code: "X1", alt: "Giấy" }, buttons: [] },
    ]);
  });

  test("the list of numbers stays whole at the end", () => {
    const text = "chữ ".repeat(499).trim();
    const shown = degrade(messageOf({ blocks: [{ kind: "text", text }], choices: step.choices, reserved }), textOnly);
    expect(shown).toHaveLength(2);
    expect(shown[1]?.text).toBe(
      "Nhắn một số:\n1. Xong, sang bước 4\n2. Tôi bị vướng\n8. Quay lại\n9. Gặp Tổ công nghệ số\n0. Menu",
    );
  });

  test("a decomposed text is measured and sent composed", () => {
    const text = "Tiếng Việt ".repeat(180).trim().normalize("NFD");
    expect(text.length).toBeGreaterThan(2000);
    expect(degrade(messageOf({ blocks: [{ kind: "text", text }] }), textOnly)).toEqual([
      { text: text.normalize("NFC"), buttons: [] },
    ]);
  });

  test("bold that goes over a cut is bold on both sides", () => {
    const text = `**${"chữ đậm ".repeat(700).trim()}**`;
    const shown = degrade(messageOf({ blocks: [{ kind: "text", text }] }), telegram);
    expect(shown.length).toBeGreaterThan(1);
    for (const { text } of shown) expect(text).toMatch(/^<b>[^<*]+<\/b>$/);
  });

  const piece = fc.constantFrom(
    "chữ",
    " ",
    "\n",
    "\n\n",
    "**",
    "<b>",
    "&",
    "👨‍👩‍👧",
    "ế".normalize("NFD"),
    "\u202e",
    "\ud800",
    "x".repeat(300),
    "\u0301".repeat(50),
    "…",
  );
  test("whatever is said, nothing is over a limit, torn or lost", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const text = pieces.join("");
        const shown = degrade(
          messageOf({ blocks: [{ kind: "text", text }], choices: step.choices, reserved }),
          textOnly,
        );
        for (const s of shown) {
          expect(s.text.length).toBeLessThanOrEqual(2000);
          expect(s.text).not.toMatch(/\p{Surrogate}/u);
          expect(s.text.trim()).not.toBe("");
        }
        const letters = (t: string) =>
          t
            .normalize("NFC")
            .replace(/\p{Surrogate}/gu, "\ufffd")
            .replace(/[\s*]/g, "");
        expect(letters(shown.map((s) => s.text).join("")).startsWith(letters(text))).toBe(true);
        expect(shown.at(-1)?.text.endsWith("0. Menu")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("a megabyte is cut without hanging", () => {
    const shown = degrade(messageOf({ blocks: [{ kind: "text", text: "chữ ".repeat(250_000) }] }), textOnly);
    expect(shown.length).toBeGreaterThan(400);
  });
});
