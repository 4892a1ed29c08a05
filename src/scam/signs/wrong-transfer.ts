import { scamPhrases } from "../phrases.ts";

/** Money "sent by mistake" that must go back somewhere else. */
export const wrongTransfer = scamPhrases([
  [2, "(chuyen|chuyen khoan|ck|gui|ban) (tien )?(nham|lon|sai)"],
  [
    3,
    "(chuyen|chuyen khoan|gui|ban) (tien )?(nham|lon) ~ (tra lai|hoan lai|gui lai|chuyen lai|chuyen tra|hoan tra|xlink|stk|so tai khoan|lai suat)",
  ],
  [2, "(tien|khoan) … (vao nham|nham tai khoan|nham so)"],
]);
