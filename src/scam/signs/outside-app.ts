import { scamPhrases } from "../phrases.ts";
import type { Sign } from "../sign.ts";
import { placeOf } from "../view.ts";

const told = scamPhrases([
  [3, "(cai|cai dat|tai|tai ve|mo|bam|nhan|install|download) … (file|tep|tap tin)? ?apk"],
  [
    2,
    "(cai|cai dat|tai|tai ve|tai app|cap nhat) … (app|ung dung|phan mem) … (theo|tu|qua|tai|o|vao|bang) (link|duong link|duong dan|xlink|file|zalo)",
  ],
  [2, "(cai|cai dat|tai|tai ve) … (app|ung dung|phan mem) … xlink"],
  [3, "(khong co|chua co|ngoai) (tren|o)? ?(ch play|app store|cua hang ung dung|google play)"],
  [3, "(tat|bo qua) (play protect|canh bao) … (cai|app|ung dung)"],
  [2, "cho phep (cai|cai dat) … (khong ro|khong xac dinh|ngoai)"],
]);

/** An app from anywhere but the phone's own store. */
export const outsideApp: Sign = (message) => {
  const file = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]+\.apk\b/u.exec(message.plain.text);
  const seen = told(message);
  return file ? [{ at: placeOf(message.plain, file.index, file.index + file[0].length), weight: 3 }, ...seen] : seen;
};
