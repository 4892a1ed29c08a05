import { scamPhrases } from "../phrases.ts";

const code =
  "(otp|ma otp|ma xac nhan|ma xac thuc|ma xac minh|mat khau|ma pin|pin|passcode|cvv|ma bao mat|ma kich hoat|ma 6 so|day so|ma so vua|password|smart otp|ma dang nhap)";
const paper = "(cccd|can cuoc|can cuoc cong dan|giay to tuy than|the ngan hang|the atm|khuon mat)";
const hand = "(doc|gui|nhan|cung cap|bao|chup|dua|chuyen|cho|xin|nhan tin|forward|send|give|tell|share)";

/** Asks for what only its owner may know. Genuine messages say just the opposite: the ban is seen by `phrases`. */
export const asksSecret = scamPhrases([
  [3, `${hand} … ${code} … (cho|lai|qua|giup|ve|sang|toi|em|minh|anh|chi|to|me|us|de)`],
  [
    3,
    `(doc|cung cap|gui|chup|cho|xin|gui lai|nhan lai|gui giup|doc giup|give|tell|send) (lai |giup |ho |cho |em |minh |toi |me |us |the |your |anh |chi |bac |dum |nhan vien |cai |so ){0,6}${code}`,
  ],
  [2, `(nhap|dien|khai bao|xac minh|xac nhan) … ${code} ~ xlink`],
  [
    2,
    `xlink ~ (nhap|dien|khai bao|xac minh) … (${code}|thong tin the|so the|tai khoan ngan hang|thong tin ngan hang|thong tin ca nhan)`,
  ],
  [
    2,
    `(chup|gui|cung cap|quet|send) … (anh|hinh|hai mat|2 mat|mat truoc|so the|photo)? ?… ?${paper} … (qua|cho|gui|ve|vao|de|toi|sang|lam|to)`,
  ],
  [2, `(chup|gui|cung cap|doc|bao) (anh |hinh |2 |hai |mat |cai |so |thong tin |giup |em |minh |cho )*${paper}`],
]);
