import { composed } from "../kit/text.ts";
/**
 * The sentence of a text that can be read as asking the reader for an OTP, a password, an identity or account number,
 * or null. It looks clause by clause for a secret beside a word for handing over; a clause that forbids it, tells what
 * happened, quotes somebody, or says to type it in the app it belongs to, is no request. Diacritics are kept: without
 * them "đừng" (do not) and "dùng" (use) are the same word.
 */
export const asksForSecret = (text: string): string | null => {
  const sentences = composed(text)
    .replace(/“[^“”]*”|"[^"]*"|«[^«»]*»/gu, " ")
    .replace(/\*\*/g, "")
    .split(/(?<=[.!?…])\s+|\n/u);
  return sentences.find((sentence) => !onlyThere(bare(sentence)) && clausesOf(sentence).some(asks)) ?? null;
};

/** A comma inside a list does not end a clause: "gửi tên, số căn cước" is one request. */
const clausesOf = (sentence: string): readonly string[] => {
  const clauses: string[] = [];
  for (const part of sentence.split(/[,;:–—]/u).map(bare)) {
    const last = clauses.at(-1);
    if (last === undefined || hands.test(acts(part)) || asksWhat.test(part)) clauses.push(part);
    else clauses[clauses.length - 1] = last + part;
  }
  return clauses;
};

/** Lower case, words only, a space at both ends, so that ` word ` is a whole word. */
const bare = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;

/** What is done, without names that contain a verb (a text message, a sign-in) and without typing a poster's code. */
const acts = (clause: string): string =>
  clause
    .replace(secrets, " ")
    .replace(/ (đăng nhập|tin nhắn|xác nhận|thay cho|text messages?|(gõ|type) [a-z]{2,6}\d{1,3}) /gu, " ");

const asks = (clause: string): boolean => {
  const directly = here.test(clause);
  if (!secret.test(clause) && !(weak.test(clause) && directly)) return false;
  if (!hands.test(acts(clause)) && !asksWhat.test(clause)) return false;
  return !forbids.test(clause) && (directly || !tellsOrGuides.test(clause));
};

/** "Chỉ gõ trong VNeID" makes the whole sentence a warning. */
const onlyThere = (sentence: string): boolean =>
  / (chỉ gõ|only (type|in)|type (it|them) only) /u.test(sentence) && !here.test(sentence);

const secret =
  / (otp|mật khẩu|passcode|mã pin|cvv|mã (xác nhận|xác thực|kích hoạt|bảo mật|6 số|sáu số)|số (căn cước|cccd|cmnd|cmt|chứng minh|định danh|thẻ|tài khoản)|12 số (trên thẻ|căn cước|của thẻ)|cccd|cmnd|ảnh (chụp )?(thẻ|căn cước|cccd)|passwords?|pin code|(one time|verification|security|activation|confirmation|6 digit) code|(id|identity|id card|identity card|card|account) numbers?|(photo|picture)s? of (your|the) (id|identity|card)) /u;

const secrets = new RegExp(secret, "gu");

/** Not secret by themselves, but nothing to be sent into a chat. */
const weak = / (ảnh giấy tờ|giấy tờ|12 số|mã|the code|your code|12 digits|photos? of (your|the) papers) /u;

const hands =
  / (gõ|nhập|gửi|điền|nhắn|đọc|chụp|khai|viết|cung cấp|đưa|trả lời|báo (lại )?(cho|số|mã)|xin|cho|để lại|type|enter|send|give|tell|share|provide|read|reply|submit|upload|write|forward|need|confirm) /u;

const asksWhat = / (là gì|là bao nhiêu|bao nhiêu|what is your|what s your|which is your) /u;

const forbids =
  / (đừng|không|chẳng|chớ|cấm|chưa|never|not|no|none|nobody|no one|don t|neither|without|only you should) /u;

/** What happened ("lỡ đọc mã"), what others do, or where it is rightly typed: in the app itself, on one's own phone. */
const tellsOrGuides =
  / (lỡ|ai|họ|kẻ|người lạ|số lạ|chỉ mình|đòi|who|whoever|anyone|someone|already|have just|if you (sent|read|gave|typed)|did you|caller|it asks|hỏi khi|vneid hỏi|vneid asks|quên|forgot|tự tay|tự gõ|nhờ tổng đài|ra giấy|on paper|(trong|vào|bằng) (ứng dụng )?vneid|in (the )?vneid|trong trang|page|vào (máy mình|ô trong|ứng dụng)|in the (app|box)|into (the|your) (app|own phone)|own phone|cất|keep|nhắn về|texted|sent to you|change|đổi|xin (tạm )?khóa|ask (them )?to lock|mặt sau) /u;

/** Said together with any of these it is a request after all, wherever else it may be typed. */
const here =
  / (vào đây|ở đây|tại đây|(cho|với) (xã|máy này|tổ|cán bộ|mình|tôi|chúng tôi|team|trợ lý)|here|(to|with|tell|give|send) (us|me|the commune(?! police)|the team|team|this (chat|machine|assistant))) /u;
