import type { z } from "zod";
import type { Language } from "../kit/bilingual.ts";
import { table } from "../ui/words.ts";

/** Why a field does not hold. `letters`: how many it may have, or has too many. */
export type FieldFault = { readonly why: Why; readonly letters?: number };

/** The fields that do not hold, each with why. */
export type Faults = Readonly<Record<string, FieldFault>>;

/** The fields of a form that does not hold, the first fault of each. A schema names its fault as its message. */
export const faultsOf = ({ issues }: z.ZodError): Faults => {
  const faults: Record<string, FieldFault> = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? "");
    faults[field] ??=
      // What a schema says of a text that is no text is also its message for one that is too long.
      issue.code === "too_big" && issue.origin === "string"
        ? { why: "long", letters: Number(issue.maximum) }
        : issue.code === "custom" && typeof issue.params?.over === "number"
          ? { why: "over", letters: issue.params.over }
          : { why: isWhy(issue.message) ? issue.message : "wrong" };
  }
  return faults;
};

export const fault = (field: string, why: Why): { readonly faults: Faults } => ({ faults: { [field]: { why } } });

/** A fault in words, for the person who typed. */
export const faultWords = ({ why, letters }: FieldFault, language: Language): string => {
  const said = words(language)[why];
  return typeof said === "function" ? said(letters ?? 0) : said;
};

const isWhy = (text: string): text is Why => Object.hasOwn(words("vi"), text);

const words = table(
  {
    empty: "Ô này còn trống, mời điền giúp.",
    long: (max: number) => `Dài quá: nhiều nhất ${max} chữ cái.`,
    over: (over: number) => `Dài quá: bớt chừng ${over} chữ cái giúp nhé.`,
    wrong: "Chưa đọc được ô này. Mời xem lại.",
    choice: "Mời chọn một mục trong danh sách.",
    private:
      "Hình như có số giấy tờ, số thẻ, số tài khoản, mật khẩu, mã OTP hoặc số riêng của ai đó. Máy không giữ những thứ ấy. Viết lại ô này giúp nhé, các ô khác vẫn còn.",
    telephone: "Chỉ ghi một số điện thoại, ví dụ dạng (0…) … hoặc 1900 …; để trống nếu chưa có.",
    clock: "Ghi giờ từ 0:00 đến 23:59, ví dụ 6:00 hoặc 21:30; để trống cả hai ô là không dùng.",
    "half-span": "Một ô có giờ, một ô trống. Điền nốt, hoặc để trống cả hai.",
    "same-hour": "Giờ bắt đầu và kết thúc giống nhau. Ghi hai giờ khác nhau.",
    "all-day": "Giờ yên lặng kín cả ngày thì không tin nào đi được. Chừa ít nhất 4 giờ.",
    count: "Chỉ ghi một số tròn, ví dụ 6480 hoặc 6.480.",
    day: "Ghi đủ ngày, tháng, năm.",
    future: "Ngày này chưa tới. Ghi ngày của nguồn số liệu.",
    village: "Nơi này không có trong danh sách, hoặc không thuộc phần việc của bạn.",
    "some-villages": "Ghi mã của từng nơi người này phụ trách, ví dụ XOM1, XOM2.",
    "no-villages": "Quyền này tính cho cả xã. Để trống ô này.",
    "unknown-villages": "Có mã không nằm trong danh sách của xã. Xem mã ở trang danh sách.",
    "village-code": "Mã gồm 2 đến 5 chữ không dấu rồi 1 đến 3 số, ví dụ XOM3.",
    taken: "Đã có nơi khác hoặc bài khác dùng mã này.",
    "said-anyway": "Bà con hay gõ mã này để chọn một số hoặc ra lệnh cho máy, ví dụ “số 1”. Chọn mã khác, ví dụ XOM1.",
    login: "Dùng 3 đến 40 chữ không dấu, số, dấu chấm hoặc gạch.",
    "login-taken": "Tên này đã có người dùng.",
    days: "Ghi số ngày từ 1 đến 60.",
    uses: "Ghi số người từ 1 đến 50.",
    basis: "Ghi văn bản quy định mức này. Nghe nói thì chưa đăng được.",
    phrase: "Cần ít nhất một từ để máy nhận ra.",
    "figure-name": "Có tên trong ngoặc vuông không phải tên một số liệu. Xem các tên ở cuối trang, hoặc bỏ ngoặc.",
    reason: "Đã có một bản chốt rồi. Ghi vì sao cần bản mới.",
    secret: "Câu này có thể hiểu là hỏi mã OTP, mật khẩu hoặc số giấy tờ. Viết lại rồi gửi.",
    password: "Mật khẩu này chưa đúng.",
    mismatch: "Hai lần gõ mật khẩu mới chưa khớp.",
    short: "Mật khẩu mới ngắn hơn 10 ký tự.",
    guessable: "Dễ đoán: có tên, nơi ở, năm, số điện thoại hoặc từ hay gặp. Thử ghép bốn, năm từ không liên quan.",
    code: "Mã chưa đúng hoặc đã dùng rồi. Đợi mã mới rồi gõ lại.",
    wait: "Thử nhiều lần quá. Đợi một lát rồi thử lại.",
  },
  {
    empty: "This is empty, please fill it in.",
    long: (max) => `Too long: ${max} letters at most.`,
    over: (over) => `Too long: please take out some ${over} letters.`,
    wrong: "This cannot be read. Please look at it again.",
    choice: "Please choose one of the list.",
    private:
      "This seems to hold somebody's identity, card or account number, a password, a one-time code or another number of their own. None of these is kept. Please write this field anew; the others are still there.",
    telephone: "One telephone number only, for example like (0…) … or 1900 …; leave it empty if there is none.",
    clock: "A time from 0:00 to 23:59, for example 6:00 or 21:30; both boxes empty to drop the span.",
    "half-span": "One box has a time and one is empty. Fill in the other, or leave both empty.",
    "same-hour": "Both times are the same. Write two different ones.",
    "all-day": "Quiet all day means that no message ever leaves. Leave at least 4 hours.",
    count: "One whole number only, for example 6480 or 6,480.",
    day: "Give day, month and year.",
    future: "This day has not come yet. Give the day of the source.",
    village: "This place is not on the list, or not yours.",
    "some-villages": "The code of each place they answer for, for example XOM1, XOM2.",
    "no-villages": "This role is of the whole commune. Leave this empty.",
    "unknown-villages": "A code is not on the commune's list. The codes stand on the page of villages.",
    "village-code": "2 to 5 plain letters, then 1 to 3 digits, for example XOM3.",
    taken: "Another place or lesson has this code.",
    "said-anyway":
      "People type this to choose a number or to give a command, like “số 1”. Choose another, for example XOM1.",
    login: "3 to 40 plain letters, digits, dots or dashes.",
    "login-taken": "Somebody has this login.",
    days: "A number of days from 1 to 60.",
    uses: "A number of people from 1 to 50.",
    basis: "Name the document that sets it. What was merely heard cannot be shown.",
    phrase: "It takes at least one word to be recognised.",
    "figure-name":
      "A name between square brackets is no figure. See the names at the end of the page, or leave the brackets out.",
    reason: "There is a frozen one already. Say why another is needed.",
    secret: "It can be read as asking for a code, a password or an identity number. Write it anew and send.",
    password: "This password is wrong.",
    mismatch: "The two new passwords do not match.",
    short: "The new password is shorter than 10 characters.",
    guessable:
      "Easy to guess: a name, a place, a year, a telephone number or a common word. Try four or five words that have nothing to do with each other.",
    code: "The code is wrong or was used. Wait for the next one.",
    wait: "Too many attempts. Wait a while.",
  },
);
export type Why = keyof ReturnType<typeof words>;
