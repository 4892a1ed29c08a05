import type { Bilingual } from "../../kit/bilingual.ts";
import type { Answer } from "./api.ts";
import { type Meaning, meaningOf } from "./codes.ts";

/** What a technician does who asked Zalo for something by hand and got this instead; null where nothing is amiss. */
export const cureOf = (answer: Answer): Bilingual | null => {
  if (answer.kind === "done") return null;
  return answer.kind === "refused" ? cures[meaningOf(answer.code).outcome] : unanswered;
};

const unanswered: Bilingual = {
  vi: "Xem máy chủ có ra được mạng không, rồi chạy lại lệnh này.",
  en: "See whether the server reaches the internet, then run this again.",
};

const retry: Bilingual = {
  vi: "Chờ vài phút rồi chạy lại lệnh này.",
  en: "Wait some minutes, then run this again.",
};

const write: Bilingual = {
  vi: "Nhờ người ấy quan tâm OA và nhắn một tin, rồi chạy lại lệnh này.",
  en: "Have that person follow the OA and write to it, then run this again.",
};

const cures: Readonly<Record<Meaning["outcome"], Bilingual>> = {
  retry,
  upload: retry,
  switch: {
    vi: "Máy tự thử địa chỉ kia khi gửi tin thật. Cả hai cùng bị từ chối thì OA này không nhắn được qua API.",
    en: "The other address is tried by itself with the next real message. Where both are refused, this OA cannot write through the API.",
  },
  wait: write,
  unreachable: write,
  alarm: {
    vi: "Sửa ở developers.zalo.me hoặc oa.zalo.me, rồi chạy lại lệnh này.",
    en: "Mend it at developers.zalo.me or oa.zalo.me, then run this again.",
  },
  refresh: {
    vi: "Khởi động lại máy chủ để đổi token. Vẫn vậy thì bấm “Nối lại” ở bàn điều hành, Cài đặt, mục Kênh.",
    en: "Restart the server, which renews the token. If that does not help press “Reconnect” at the desk, Settings, Channels.",
  },
  "give-up": {
    vi: "Chép dòng này gửi người phụ trách chương trình.",
    en: "Send this line to who looks after the program.",
  },
};
