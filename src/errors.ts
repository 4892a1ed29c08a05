import type { Bilingual } from "./kit/bilingual.ts";

/** Who can put a fault right. */
type Cure = "person" | "author" | "operator" | "nobody";

const entry = (severity: "info" | "warn" | "error", cure: Cure, says: Bilingual, todo: Bilingual) =>
  ({ severity, cure, says, todo }) as const;

/**
 * Every expected failure of the house, in one place. `says` is the cause and `todo` the cure, both for operators and
 * authors; what a resident reads is a text of the locale, never a code.
 */
export const faults = {
  CONFIG_INVALID: entry(
    "error",
    "operator",
    { vi: "một thiết lập sai hoặc thiếu, máy không chạy", en: "a setting is wrong or missing" },
    { vi: "đọc dòng lỗi, sửa đúng biến đó", en: "correct it in the environment; .env.example lists all settings" },
  ),
  DATABASE_NEWER: entry(
    "error",
    "operator",
    { vi: "dữ liệu do bản mới hơn ghi", en: "the database was written by a newer version of this program" },
    {
      vi: "chạy bản mới, hoặc khôi phục bản sao lưu của bản này; chưa gì bị đổi",
      en: "start the newer version, or restore a backup made by this one; nothing was changed",
    },
  ),
  DATABASE_CORRUPT: entry(
    "error",
    "operator",
    {
      vi: "tệp dữ liệu hỏng hoặc không phải của chương trình",
      en: "the database file is damaged or is not a database",
    },
    {
      vi: "khôi phục bản sao lưu gần nhất; tệp hỏng còn nguyên, giữ lại để xem",
      en: "restore the last backup into DATA_DIR; the damaged file was left as it is",
    },
  ),
  STORE_FULL: entry(
    "error",
    "operator",
    { vi: "đĩa đầy", en: "the disk is full" },
    {
      vi: "dọn đĩa; các kênh tự gửi lại, tin đã nhận không mất",
      en: "free space; channels keep retrying and nothing acknowledged is lost",
    },
  ),
  STORE_READONLY: entry(
    "error",
    "operator",
    { vi: "thư mục hay tệp dữ liệu không ghi được", en: "the folder or the files of the database cannot be written" },
    {
      vi: "cho người dùng chạy chương trình quyền ghi vào `DATA_DIR`, xem đĩa có bị gắn chỉ đọc không; tin đã nhận không mất",
      en: "let the user the program runs as write to DATA_DIR, and mount its disk for writing; nothing acknowledged is lost",
    },
  ),
  STORE_FAILED: entry(
    "error",
    "operator",
    { vi: "không đọc hoặc không ghi được cơ sở dữ liệu", en: "the database could not be read or written" },
    {
      vi: "xem đĩa và nhật ký của máy chủ; máy không nhận tin cho tới khi ghi được lại",
      en: "look at the disk and the system's log; nothing is acknowledged until a write succeeds again",
    },
  ),
  STORE_BUSY: entry(
    "warn",
    "operator",
    {
      vi: "chương trình khác giữ cơ sở dữ liệu quá lâu",
      en: "another program held the database for longer than we wait",
    },
    {
      vi: "chờ nó xong hoặc dừng nó; các kênh tự gửi lại, tin đã nhận không mất",
      en: "let it finish, or end it; channels keep retrying and nothing acknowledged is lost",
    },
  ),
  HOUSE_RUNNING: entry(
    "error",
    "operator",
    { vi: "một tiến trình khác đang làm việc trên dữ liệu này", en: "another process works on this database" },
    {
      vi: "dừng tiến trình có số trong dòng lỗi rồi làm lại; chưa gì bị đổi",
      en: "stop it first; if it is no process of this program, nothing was changed and you may try again",
    },
  ),
  BACKUP_FAILED: entry(
    "error",
    "operator",
    { vi: "không sao lưu được", en: "the backup was not made" },
    {
      vi: "xem lý do ghi kèm, sửa rồi làm lại; các bản đã có còn nguyên",
      en: "put right what the cause names and run it again; the backups there are were left as they are",
    },
  ),
  BACKUP_LATE: entry(
    "error",
    "operator",
    { vi: "bản sao lưu mới nhất cũ hơn một ngày rưỡi", en: "the newest backup is older than a day and a half" },
    {
      vi: "xem vì sao lần trước không được, sửa, rồi gõ lệnh `backup` làm ngay một bản",
      en: "read why the last one failed, put it right, and make one now with the verb backup",
    },
  ),
  BACKUP_EXISTS: entry(
    "error",
    "operator",
    {
      vi: "tệp sao lưu đã có; bản có sẵn không bao giờ bị ghi đè",
      en: "the file exists already; a backup never overwrites",
    },
    { vi: "chọn tên khác", en: "choose another name" },
  ),
  BACKUP_SEALED: entry(
    "error",
    "operator",
    { vi: "bản sao lưu đã mã hóa, chưa đưa tệp khóa", en: "the backup is encrypted, and no identity was given" },
    {
      vi: "thêm `--identity` và tệp khóa bí mật; chưa gì bị đổi",
      en: "add `--identity` with the file of the secret key; nothing was changed",
    },
  ),
  BACKUP_UNOPENED: entry(
    "error",
    "operator",
    {
      vi: "tệp khóa không mở được bản sao lưu, hoặc bản này đã bị sửa hay bị cắt cụt",
      en: "the identity does not open the backup, or it was altered or cut short",
    },
    {
      vi: "lấy đúng tệp khóa, hoặc một bản sao lưu khác; chưa gì bị đổi",
      en: "take the right identity, or another backup; nothing was changed",
    },
  ),
  RESTORE_REFUSED: entry(
    "error",
    "operator",
    { vi: "tệp này không thay vào dữ liệu được", en: "this file cannot be put in place of the database" },
    {
      vi: "lấy bản sao lưu khác, hoặc đưa đúng tệp khóa; dữ liệu đang có còn nguyên",
      en: "take another backup, or give the identity it was encrypted for; the database was left as it is",
    },
  ),
  SIGNATURE_WRONG: entry(
    "warn",
    "operator",
    { vi: "có nơi gọi webhook mà không có mã bí mật đúng", en: "a webhook came without the right secret" },
    {
      vi: "so `TELEGRAM_WEBHOOK_SECRET`, `ZALO_BOT_WEBHOOK_SECRET` hoặc `ZALO_OA_SECRET_KEY`; đúng rồi thì là người lạ gõ cửa, không sao",
      en: "compare the secret with the one given to the channel; if it is right, somebody is knocking",
    },
  ),
  BODY_UNREADABLE: entry(
    "warn",
    "nobody",
    { vi: "yêu cầu quá lớn hoặc không đọc được", en: "a request body was not JSON or too large" },
    { vi: "không phải làm gì", en: "nothing; it was counted and left alone" },
  ),
  CONNECTION_UNKNOWN: entry(
    "warn",
    "operator",
    { vi: "webhook gọi tới kết nối không có", en: "a webhook for a connection that does not exist" },
    { vi: "xem lại địa chỉ đã đăng ký với kênh", en: "check the webhook address registered with the channel" },
  ),
  TURN_FAILED: entry(
    "error",
    "author",
    {
      vi: "một lượt xử lý hỏng; người đó đã được xin lỗi, người khác không ảnh hưởng",
      en: "a turn threw; the person got a kind sentence and the others were not touched",
    },
    {
      vi: "gửi dòng nhật ký cho nhóm phát triển",
      en: "read the stored reason and the flow state; fix the flow or the code",
    },
  ),
  FLOW_INVALID: entry(
    "error",
    "author",
    { vi: "tệp bài học hay kịch bản sai, máy không chạy", en: "a flow or a content file does not hold" },
    { vi: "sửa tệp ở dòng đã ghi, `npm run check` để xem lại", en: "correct the file at the line named" },
  ),
  SESSION_STUCK: entry(
    "error",
    "author",
    {
      vi: "kịch bản không đi tiếp được: đi vòng không hỏi gì, hoặc ghi lại điều sai dạng",
      en: "a flow could not go on: it went round without asking anything, or records what is not of its kind",
    },
    { vi: "báo người soạn kịch bản", en: "give the state named a question or an end, or the record what it lacks" },
  ),
  SEND_RETRY: entry(
    "info",
    "nobody",
    { vi: "kênh bảo chờ hoặc không trả lời", en: "the channel asked to wait or did not answer" },
    { vi: "không phải làm gì, máy tự gửi lại; kéo dài thì xem mạng", en: "nothing; it is tried again" },
  ),
  SEND_WAITING: entry(
    "info",
    "person",
    {
      vi: "Zalo chưa cho nhắn cho người này (họ im lặng quá 48 giờ hoặc 7 ngày, hoặc hết mức tiền của tháng)",
      en: "the channel lets nobody write to this person now",
    },
    {
      vi: "không phải làm gì; tin được giữ và gửi đi khi họ nhắn lại",
      en: "nothing; the message goes out when they write, and expires with what it is about",
    },
  ),
  SEND_BLOCKED: entry(
    "info",
    "person",
    { vi: "người đó đã chặn hoặc bỏ tài khoản", en: "the person blocked the account or does not exist there" },
    { vi: "không phải làm gì; họ nhắn lại là được", en: "nothing; they can write again" },
  ),
  SEND_REFUSED: entry(
    "error",
    "operator",
    { vi: "kênh không nhận tin", en: "the channel refused the message" },
    { vi: "đọc lý do ghi kèm, gửi cho nhóm phát triển", en: "read the reason kept with the message" },
  ),
  SEND_UNAUTHORISED: entry(
    "error",
    "operator",
    { vi: "kênh không nhận mã của ta", en: "the channel refused our credentials" },
    {
      vi: "lấy mã mới (Telegram: @BotFather; Zalo: mục 11), thay, khởi động lại",
      en: "renew the token of the connection",
    },
  ),
  SEND_UNCERTAIN: entry(
    "warn",
    "nobody",
    {
      vi: "đứt mạng lúc vừa gửi; máy gửi lại, có người nhận được hai lần",
      en: "the connection broke after the message was handed over; it is sent again and may arrive twice",
    },
    { vi: "không phải làm gì", en: "nothing; how many is shown with the channels of the desk" },
  ),
  SEND_TOO_OLD: entry(
    "warn",
    "operator",
    {
      vi: "tin không gửi được lâu quá, gửi nữa cũng không còn ích gì",
      en: "the message could not be sent for so long that it would no longer help",
    },
    {
      vi: "xem mạng và kênh; người đó nhắn lại là được",
      en: "look at the network and the channel; the person can write again",
    },
  ),
  SEND_OPTED_OUT: entry(
    "info",
    "person",
    { vi: "người nhận xin dừng trước khi tin đi", en: "the person said stop before the message left" },
    { vi: "không phải làm gì: tin không gửi nữa", en: "nothing; it was not sent" },
  ),
  PUSH_CANCELLED: entry(
    "info",
    "nobody",
    { vi: "cán bộ đã dừng lần đẩy bài trước khi tin đi", en: "staff stopped the push before the message left" },
    { vi: "không phải làm gì: tin không gửi nữa", en: "nothing; it was not sent" },
  ),
  NOT_ALLOWED: entry(
    "warn",
    "operator",
    { vi: "người không đủ quyền thử làm một việc", en: "a person without the right role tried something" },
    { vi: "cấp quyền nếu đúng người, không thì thôi", en: "give them the role, or leave it" },
  ),
} as const;

export type FaultCode = keyof typeof faults;

/** A fault that happened: its code and what an operator needs to find it. `cause` never holds a person's words. */
export type Fault = { readonly code: FaultCode; readonly cause: string };
export const fault = (code: FaultCode, cause = ""): Fault => ({ code, cause });

/** Why a message did not go, or not yet: kept with its row in the outbox. */
export const sendCodes = [
  "SEND_RETRY",
  "SEND_WAITING",
  "SEND_BLOCKED",
  "SEND_REFUSED",
  "SEND_UNCERTAIN",
  "SEND_TOO_OLD",
  "SEND_OPTED_OUT",
  "PUSH_CANCELLED",
] as const satisfies readonly FaultCode[];
export type SendCode = (typeof sendCodes)[number];
/** The code, and behind it the channel's own words, which may differ for each person. */
export type SendReason = SendCode | `${SendCode}: ${string}`;

/** A fault as an operator reads it in one line: what happened, what was found, what to do. */
export const faultLine = ({ code, cause }: Fault): Bilingual => {
  const { says, todo } = faults[code];
  const found = cause === "" ? "" : ` (${cause})`;
  return { vi: `${says.vi}${found}: ${todo.vi}`, en: `${says.en}${found}: ${todo.en}` };
};
