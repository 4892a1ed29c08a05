import { fold } from "../kit/fold.ts";

/** What people write for what they mean: teencode, abbreviations, English loan words. Values are already folded. */
const shortForms: Readonly<Record<string, string>> = {
  k: "khong", ko: "khong", kg: "khong", hong: "khong", hok: "khong", hem: "khong", khg: "khong", chua: "chua",
  dc: "duoc", dk: "dang ky", duoc: "duoc", j: "gi", z: "gi", ntn: "nhu the nao", sao: "sao", lm: "lam", lam: "lam",
  dt: "dien thoai", dthoai: "dien thoai", sdt: "so dien thoai", mk: "mat khau", pass: "mat khau", pas: "mat khau", password: "mat khau",
  tk: "tai khoan", stk: "so tai khoan", nh: "ngan hang", ck: "chuyen khoan", cccd: "can cuoc", cmnd: "can cuoc", cmt: "can cuoc",
  bhyt: "bao hiem y te", bhxh: "bao hiem xa hoi", dvc: "dich vu cong", hs: "ho so", ubnd: "uy ban", ca: "cong an", gplx: "giay phep lai xe",
  vnid: "vneid", vnied: "vneid", vned: "vneid", veneid: "vneid", dinhdanh: "dinh danh", app: "ung dung", sim: "sim", mang: "mang",
};

/**
 * The words of a question as the search compares them: folded, short forms written out, Telex keys left in the text
 * ("ddawng kys") taken for the letters they were meant to make.
 */
export const respell = (text: string): string[] =>
  fold(text)
    .replace(/\?/g, " ")
    .split(" ")
    .filter((w) => w !== "")
    // Own entries only: whoever types "constructor" must not reach into the object itself.
    .flatMap((w) => (Object.hasOwn(shortForms, w) ? (shortForms[w] ?? w) : telex(w)).split(" "));

/** A Telex leftover as plain letters: dd→d, aw/ow/uw and doubled vowels single, the tone key at the end gone. A real word is left alone. */
const telex = (word: string): string => {
  if (/^v?neid$/.test(word) || word.length < 2) return word;
  const letters = word.replace(/dd/g, "d").replace(/aa|aw/g, "a").replace(/ee/g, "e").replace(/oo|ow/g, "o").replace(/uw/g, "u");
  const toneless = letters.replace(/^(.*[aeiouy](?:ng|nh|ch|c|m|n|p|t)?)[sfrxj]$/, "$1");
  return syllable.test(toneless) ? toneless : word;
};

/** A Vietnamese syllable without marks: enough to tell a leftover tone key from an English word. */
const syllable = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]{1,3})(?:ng|nh|ch|[cmnpt])?$/;
