import { everybodys } from "./asked-about.ts";
import type { PrivatePart } from "./kinds.ts";
import { signBySign } from "./sign-by-sign.ts";

/** Passwords said, not asked about: "mật khẩu là gì" stays a question. Works on the text laid bare, word by word. */
export const passwords = (plain: string): readonly PrivatePart[] => {
  const words = wordsOf(plain);
  const parts: PrivatePart[] = [];
  const spoken = words.some((_, i) => triggerAt(words, i) > 0);
  for (let i = 0; i < words.length; i++) {
    const length = triggerAt(words, i);
    const at =
      length > 0
        ? (chosen(words, i) ?? said(words, i + length, plain) ?? signBySign(words, i + length))
        : isPassword(words, i, spoken)
          ? one(words, i)
          : null;
    if (at === null) continue;
    parts.push({ kind: "password", ...at });
    while ((words[i + 1]?.from ?? plain.length) < at.to) i += 1;
  }
  return parts;
};

const isPassword = (words: readonly Word[], i: number, spoken: boolean): boolean => {
  const bare = words[i]?.bare ?? "";
  return strong(bare) || (mixed(bare) && (spoken || linked(words, i))) || wireless(words, i);
};

/** A stretch without blanks; `bare` without the marks around it, `open` where the marks in front begin it. */
type Word = { readonly text: string; readonly bare: string; readonly from: number; readonly to: number };

const wordsOf = (plain: string): readonly Word[] =>
  [...plain.matchAll(/[^\s]+/g)].flatMap(({ 0: text, index }) => {
    // "mk:hoa123" and "password=rosebud" are a word, a sign and a word.
    const sign = /^(\p{L}+(?:\.\p{L}+)?)(:|=|->)(?!\/\/)(.*)$/u.exec(text);
    if (!sign) return [word(text, index)];
    const [, name = "", mark = "", value = ""] = sign;
    const at = index + name.length;
    return [word(name, index), word(mark, at), ...(value === "" ? [] : [word(value, at + mark.length)])];
  });

const word = (text: string, from: number): Word => ({
  text,
  bare: text.replace(/^["'(“‘[]+/, "").replace(/["')”’\],.;!?…]{1,9}$/, ""),
  from,
  to: from + text.length,
});

/** How many words from here on say "password"; 0 if none. */
const triggerAt = (words: readonly Word[], i: number): number => {
  const [a, b] = [words[i]?.bare ?? "", words[i + 1]?.bare ?? ""];
  if (/^(?:mk|pass|passw|password|passwd|passwork|pw|pwd|psw|pswd|matkhau|m\.?khau)$/.test(a)) return 1;
  return (a === "mat" && (b === "khau" || b === "ma")) || (a === "m" && b === "khau") || (a === "pass" && b === "word")
    ? 2
    : 0;
};

/** What follows the word: whose it is, a link, the password itself. */
const said = (words: readonly Word[], start: number, plain: string): { from: number; to: number } | null => {
  let i = start;
  let mine = false;
  while (whose.has(words[i]?.bare ?? "")) {
    if (/^(?:toi|minh|em|bac|tui|con)$/.test(words[i]?.bare ?? "")) mine = true;
    i += 1;
  }
  i += announced(words, i);
  const link = words[i];
  if (!link) return null;
  if (mark.test(link.text)) return clause(words, i + 1, plain);
  if (link.bare === "la" && mark.test(words[i + 1]?.text ?? "")) return clause(words, i + 2, plain);
  const linkLength =
    link.bare === "la" || link.bare === "is" || link.bare === "thanh"
      ? 1
      : link.bare === "doi" && words[i + 1]?.bare === "thanh"
        ? 2
        : 0;
  const value = words[i + linkLength];
  // "Quên mật khẩu vnetraffic" names what it opens.
  if (linkLength === 0 && value && /^[a-z]+$/.test(value.bare) && namesService(words, start)) return null;
  if (!value || value.bare === "" || (asking.has(value.bare) && !/^(?:chu|so|tu|cum|ten)$/.test(value.bare)))
    return null;
  if (value.text.endsWith("?") && linkLength > 0 && !/\d/.test(value.bare)) return null;
  if (/^["“']/.test(value.text)) return quoted(words, i + linkLength, plain);
  const few = /^\d{1,3}$/.test(value.bare) || units.has(words[i + linkLength + 1]?.bare ?? "");
  if (linkLength > 0) {
    const secret = /\d/.test(value.bare)
      ? !few
      : foreign(value.bare) || (mine && !clauseAsks(words, i + linkLength)) || dictated(words, i + linkLength);
    if (secret) return clause(words, i + linkLength, plain);
    // "mật khẩu là chữ conmeomap", "mật khẩu là ngày sinh của tôi 120358"
    const further = words
      .slice(i + linkLength + 1, i + linkLength + 14)
      .findIndex((w, k) => (foreign(w.bare) && w.bare.length >= 7) || figures(words, i + linkLength + 1 + k));
    return further < 0 ? null : one(words, i + linkLength + 1 + further);
  }
  if (/\d/.test(value.bare) && value.bare.length >= 4 && !few && !/^(?:19|20)\d\d[-/]/.test(value.bare))
    return { from: value.from, to: value.from + trimmed(value) };
  return symbols.test(value.bare) || (foreign(value.bare) && value.bare.length >= 7)
    ? { from: value.from, to: value.from + trimmed(value) }
    : null;
};

/** "mật khẩu 6 số 180399": the words that say how many figures come, where just so many do. */
const announced = (words: readonly Word[], i: number): number => {
  const length = words[i + 1]?.bare === "so" ? 2 : words[i + 1]?.bare === "chu" && words[i + 2]?.bare === "so" ? 3 : 0;
  const value = words[i + length + (words[i + length]?.bare === "la" ? 1 : 0)]?.bare ?? "";
  return /^\d+$/.test(value) && value.length >= 4 && String(value.length) === words[i]?.bare ? length : 0;
};

/** "bấm Mai-tháng-mười-85 làm mật khẩu": what was taken for one stands before the word. */
const chosen = (words: readonly Word[], i: number): { from: number; to: number } | null => {
  const bare = words[i - 2]?.bare ?? "";
  const secret =
    (/[a-z]/.test(bare) && /\d/.test(bare) && bare.length >= 6) || (/^\d{6,12}$/.test(bare) && !everybodys.test(bare));
  return words[i - 1]?.bare === "lam" && secret && !products.test(bare) ? one(words, i - 2) : null;
};

/** Somebody says how to type it: "mk là Lan viết hoa chữ L". */
const dictated = (words: readonly Word[], start: number): boolean => {
  const after = words.slice(start + 1, start + 8);
  const next = (k: number): string => `${after[k]?.bare ?? ""} ${after[k + 1]?.bare ?? ""}`;
  return (
    !asking.has(words[start]?.bare ?? "") &&
    after.some((_, k) => dictating.has(next(k))) &&
    !after.some((w, k) => w.text.endsWith("?") || (wondering.has(w.bare) && !dictating.has(next(k))))
  );
};

/** Four figures and more that are neither counted nor a year somebody tells of. */
const figures = (words: readonly Word[], i: number): boolean =>
  /^\d{4,12}$/.test(words[i]?.bare ?? "") && !units.has(words[i + 1]?.bare ?? "") && words[i - 1]?.bare !== "nam";

/** A mark of exclamation belongs to a password more often than to a sentence that ends with one. */
const trimmed = (w: Word): number => {
  const end = w.text.lastIndexOf(w.bare) + w.bare.length;
  return end + (/^!+/.exec(w.text.slice(end))?.[0].length ?? 0);
};

const namesService = (words: readonly Word[], start: number): boolean =>
  words.slice(Math.max(0, start - 4), start - 1).some((w) => forgetting.has(w.bare));
const forgetting: ReadonlySet<string> = new Set(
  "quen doi nho lay cap khoi phuc reset forgot forgotten change".split(" "),
);

const one = (words: readonly Word[], i: number): { from: number; to: number } | null => {
  const w = words[i];
  return w ? { from: w.from, to: w.from + trimmed(w) } : null;
};

/** Up to the end of the clause: a passphrase has blanks. Null where it asks. */
const clause = (words: readonly Word[], start: number, plain: string): { from: number; to: number } | null => {
  const first = words[start];
  if (!first || asking.has(first.bare) || first.bare === "" || /^\?+$/.test(first.text)) return null;
  let last = first;
  for (let i = start; i < words.length; i++) {
    const w = words[i];
    if (!w || (i > start && plain.slice(last.to, w.from).includes("\n"))) break;
    if (i > start && triggerAt(words, i) > 0) break;
    last = w;
    if (/[,;.!?]$/.test(w.text)) break;
  }
  return { from: first.from, to: last.from + trimmed(last) };
};

const quoted = (words: readonly Word[], start: number, plain: string): { from: number; to: number } | null => {
  const first = words[start];
  if (!first) return null;
  const from = first.from + 1;
  const end = plain.slice(from, from + 80).search(/["”'’]/);
  return { from, to: end < 0 ? first.to : from + end };
};

const clauseAsks = (words: readonly Word[], start: number): boolean =>
  words.slice(start, start + 8).some((w) => asking.has(w.bare) || w.text.endsWith("?"));

/** "tôi đặt là …", "mới đổi thành …", "của con tôi là …", "wifi nhà tôi …", "đăng nhập bằng …": a password in all but name. */
const linked = (words: readonly Word[], i: number): boolean => {
  const before = words
    .slice(Math.max(0, i - 7), i)
    .map((w) => w.bare.slice(0, 40))
    .join(" ");
  return (
    /(?:^| )(?:dat (?:la|thanh|cho no la)|doi (?:lai )?(?:thanh|sang)|(?:toi|minh|em|con|bac|chau|me|bo) la|dang nhap bang|go|nhap)$/.test(
      before,
    ) ||
    (before.endsWith(" /") && words.slice(Math.max(0, i - 7), i).some((w) => services.has(w.bare))) ||
    before.split(" ").includes("wifi")
  );
};

const services: ReadonlySet<string> = new Set(
  "wifi facebook fb zalo gmail email vneid vssid dvc tk user nick".split(" "),
);

/** "wifi nhà tôi là 12345678": nobody writes eight figures after the word for another reason. */
const wireless = (words: readonly Word[], i: number): boolean =>
  (/^\d{8,12}$/.test(words[i]?.bare ?? "") || (foreign(words[i]?.bare ?? "") && (words[i]?.bare.length ?? 0) >= 10)) &&
  words.slice(Math.max(0, i - 6), i).some((w) => w.bare === "wifi");

/** Letters, two figures and one of these signs in one word: nothing else is written so. */
const strong = (bare: string): boolean =>
  /^[a-z\d@#$!&^]{6,40}$/.test(bare) &&
  /[@#$!&^]/.test(bare) &&
  /[a-z]/.test(bare) &&
  bare.replace(/\D/g, "").length >= 2;

/** Letters and figures mixed as only a password mixes them, or a sign among letters. */
const mixed = (bare: string): boolean => {
  if (
    bare.length < 6 ||
    bare.length > 40 ||
    (/[@/]/.test(bare) && bare.includes(".")) ||
    bare.includes("://") ||
    /^[\d.,/-]+$/.test(bare)
  )
    return false;
  if (/^[a-z\d]{3,30}[@#$%^&*!_][a-z\d@#$%^&*!_]{0,30}$/.test(bare)) return true;
  const letters = bare.replace(/[^a-z]/g, "").length;
  const figures = bare.replace(/\D/g, "").length;
  return (
    letters + figures === bare.length &&
    /[a-z]{3}/.test(bare) &&
    figures >= 2 &&
    /^[a-z]/.test(bare) &&
    !products.test(bare)
  );
};
const mark = /^(?::|=|->|=>)$/;
const symbols = /[@#$%^&*_!]/;
const products = /^(?:android|windows|iphone|ios|galaxy|samsung|oppo|vneid|covid|bai|xom|thon|tang|phong|lop)\d+$/;

/** No Vietnamese syllable: two words written as one, or a foreign word that nobody uses here. */
const foreign = (bare: string): boolean =>
  /^[a-z]{5,}$/.test(bare) &&
  !/^(?:ngh|[nktgcp]h|ng|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:n[gh]|ch|[cmnpt])?$/.test(bare) &&
  !common.has(bare);

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const whose = set(
  "ay nay do kia cua be vo chong gai trai dau re noi ngoai nguoi toi minh em bac con chau me bo ong ba anh chi co chu tui to cu moi vneid zalo facebook fb wifi gmail email mail ngan hang dvc dich vu cong vssid app ung dung tai khoan tk dien thoai may mo khoa man hinh vao dang nhap cap muc 1 2 nha uy ban ubnd xa thon e t a k my google icloud apple id momo smart banking vcb agribank bidv tiktok youtube kieu dung nhu mang ket camera tivi laptop",
);
/** What follows "mật khẩu là" when somebody asks or tells about passwords instead of telling one. */
const asking = set(
  "gi j sao nhu the bao may cai chi nao dau ai mot so chu do day vay thu dieu viec rieng khong ko k hong hok phai bi quen mat doi dat cua sai dung chua duoc dc can co what how the a an not in to for or and wrong incorrect required forgotten expired invalid weak strong too lost needed locked chia bat hai ba chuoi day phan",
);
const units = set("ky so chu lan thang phut gio ngay h nam tuoi giay ki tu");
const dictating: ReadonlySet<string> = new Set([
  "viet hoa",
  "viet thuong",
  "viet lien",
  "viet in",
  "chu hoa",
  "chu in",
  "chu thuong",
  "khong dau",
  "khong cach",
  "lien nhau",
]);
const wondering = set("gi sao a ha chua hay nao khong ko k");
const common = set(
  "vneid facebook google gmail email wifi password iphone android youtube tiktok messenger internet online website telegram viber instagram laptop computer samsung vietcombank agribank techcombank sacombank smartbanking banking login reset change reset forgot account sms admin apple icloud phone mobile viettel vinaphone mobifone which where please should about after again because",
);
