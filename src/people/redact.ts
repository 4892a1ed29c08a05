import { bare } from "./bare.ts";
import { codeIn } from "./codes.ts";

export type Sensitive = "identity" | "card" | "otp" | "password";

/**
 * What a person should never have typed to us, if the text holds any: it is then not kept, not logged, and they are
 * told kindly. Rather one warning too many than one number kept; phone numbers and amounts of money pass.
 */
export const sensitive = (text: string): Sensitive | null => {
  const plain = bare(text.slice(0, 4_000));
  if (password(plain)) return "password";
  for (const run of plain.matchAll(/\d(?:[\s.,_/·•|+~*()-]{0,5}\d)*/gu)) {
    const kind = number(run[0], plain.slice(run.index + run[0].length));
    if (kind) return kind;
  }
  return otp(plain, text) ? "otp" : null;
};

/** The same words with telephone numbers, addresses of mail and other long numbers taken out, for what is kept of a sentence; money stays. */
export const withoutNumbers = (text: string): string =>
  text
    .replace(/(?<!\S)\S+@\S+/gu, "…")
    .replace(/\+?\d(?:[\s.,_/·•|+~*()-]{0,3}\d){5,}/gu, (run, at: number) =>
      money(run, bare(text.slice(at + run.length, at + run.length + 40))) ? run : "…",
    );

/** Looks at every way neighbouring groups of digits join up, so that "68, 001 056 …" hides nothing. */
const number = (run: string, after: string): Sensitive | null => {
  const groups = run.match(/\d+/g) ?? [];
  if (phone(groups.join("")) || money(run, after)) return null;
  for (let from = 0; from < groups.length; from++) {
    let digits = "";
    for (const group of groups.slice(from)) {
      digits += group;
      if (digits.length > 19) break;
      if (digits.length >= 13 && luhn(digits)) return "card";
      if ((digits.length === 12 || digits.length === 9) && identity(digits, groups)) return "identity";
    }
  }
  return null;
};

/**
 * CCCD has 12 digits and begins with the province, 0xx; CMND has 9. A phone number standing among the groups is not part
 * of one, unless all together could be a CCCD: province 001 to 096, then 0 to 3 for sex and century (Decree 137/2015, art. 13).
 */
const identity = (digits: string, groups: readonly string[]): boolean =>
  (digits.length === 9 || digits.startsWith("0") || groups.length === 1) &&
  (!groups.some(phone) || /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/.test(digits));

const phone = (digits: string): boolean => /^(?:0|84)[235789]\d{8}$|^02\d{9}$/.test(digits);

/** 500.000.000 is what somebody lost, not who they are. */
const money = (run: string, after: string): boolean =>
  /^[1-9]\d{0,2}(?:[.,]\d{3})*[.,]000$/.test(run) || /^\s*(?:d|dong|vnd|trieu|tr|ty)\b/.test(after);

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += d > 9 ? d - 9 : d;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
};

const digits = String.raw`(?:\d[\s.,_-]{0,2}){3,7}\d(?![\s.,_-]{0,2}\d)`;
const alone = /^[\s.,!"'()-]*(?:\d[\s.,_-]{0,3}){5}\d[\s.,!"'()-]*$/;
const named = [
  String.raw`\b(?:otp|passcode|pin|(?:ma|so)\s+(?:otp|pin|xac\s*(?:nhan|thuc|minh)|bao\s*mat|kich\s*hoat|dang\s*nhap))\b\D{0,30}${digits}`,
  String.raw`\b(?:ma|code)\s*(?:(?:la|so|:|=|-|do la|cua toi la|gui ve la|ve la)+\s*)?${digits}`,
  String.raw`(?:^|\D)${digits}\s*(?:la\s+)?(?:ma\s+)?(?:otp|la ma)\b`,
].map((source) => new RegExp(source));

/** Four to eight digits named as a code, or six digits alone: nobody types those here for another reason. */
const otp = (plain: string, text: string): boolean => {
  if (!/\d/.test(plain)) return false;
  const code = codeIn(text);
  if (code !== null && /[A-Z]/.test(code)) return false;
  return alone.test(plain) || named.some((n) => n.test(plain));
};

const whose = String.raw`(?:\s+(?:cua|toi|minh|em|bac|moi|cu|vneid|zalo|facebook|fb|wifi|ngan|hang|tai|khoan|dien|thoai|may|app|ung|dung|dang|nhap))*`;
const told = new RegExp(
  String.raw`\b(mat\s*khau|password|passwd|pass\s*word|pwd|pass|mk)\b${whose}\s*(la\b|is\b|:|=|->)?\s*["'(]?(\S+)?`,
  "g",
);

/** A password said, not asked about: "mật khẩu là gì" stays a question. */
const password = (plain: string): boolean => {
  for (const m of plain.matchAll(told)) {
    const [, word, said, value = ""] = m;
    const token = value.replace(/(?<!["').,;!?])["').,;!?]+$/, "");
    if (token === "" || asking.has(token) || value.endsWith("?")) continue;
    if (said === ":" || said === "=" || said === "->") return true;
    if (said && !/^(?:mat|khau)$/.test(token)) return true;
    if (/\d/.test(token) && token.length >= 4) return true;
    if (/^(?:pass|mk|pwd)/.test(word ?? "") && /[@#$%^&*_!]/.test(token)) return true;
  }
  return false;
};

/** What follows "mật khẩu là" when somebody asks or tells about passwords instead of telling one. */
const asking = new Set(
  "gi j sao nhu the bao may cai chi nao dau ai mot so chu do day vay thu dieu viec rieng khong ko k phai bi quen mat doi dat cua sai dung chua duoc can co what how the a an my not in to for".split(
    " ",
  ),
);
