import type { Bilingual } from "../../kit/bilingual.ts";
import type { AlarmKind } from "../../store/ports/alarms.ts";

/** What is said when an alarm is over. */
export const over: Readonly<Record<AlarmKind, Bilingual>> = {
  "token-gone": { vi: "Quyền gửi tin đã có lại.", en: "Messages may be sent again." },
  "token-ending": { vi: "Zalo OA đã được nối lại.", en: "The Zalo OA was connected again." },
  silent: { vi: "Đã có tin tới trở lại.", en: "Messages come in again." },
  failing: { vi: "Tin đã gửi được trở lại.", en: "Messages go out again." },
  outbox: { vi: "Các câu trả lời chờ gửi đã đi.", en: "The answers that waited have gone out." },
  buttons: { vi: "Zalo đã nhận nút trở lại.", en: "Zalo takes buttons again." },
};
