import type { Group } from "./groups.ts";
import type { Around } from "./labels.ts";
import type { Label } from "./phrases.ts";

/** Four to eight digits named as a code; or six digits where a message is told of: nobody types those here for another reason. */
export const isOtp = (groups: readonly Group[], { plain, tokens, labels, after }: Around): boolean => {
  const n = groups.reduce((sum, g) => sum + g.digits.length, 0);
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last || n < 3 || n > 8 || isCount(tokens, last, plain, n)) return false;
  // Between the name and the number may stand whose it is or what it opens, not what else the number could be.
  const nearest = labels.find((l) => !besides.has(l.label));
  const named = nearest && naming.has(nearest.label) ? nearest : null;
  if (n === 3)
    return (
      labels.some((l) => l.away <= 4) && cardCode.test(plain.slice(Math.max(0, first.from - near), last.to + near))
    );
  if (named && named.away <= (n >= 6 || named.label !== "message" ? 6 : 3)) return n >= 6 || even(groups);
  if (after === "otp" || after === "message") return even(groups);
  if (n >= 4 && even(groups) && (announced(tokens, first.first, n) || setSignBySign(groups, plain, tokens)))
    return true;
  if (n !== 6) return false;
  // In words six figures may be a sum; what was read out to somebody is a code.
  if (first.form === "words")
    return tokens.slice(Math.max(0, first.first - 5), first.first).some((t) => t.text === "doc");
  return even(groups) && !figures.has(labels[0]?.label ?? "mail") && tells(tokens, first.first, last.last);
};

const naming: ReadonlySet<Label> = new Set(["otp", "message", "recovery"]);
const besides: ReadonlySet<Label> = new Set([
  "password",
  "birth",
  "card",
  "wifi",
  "bank",
  "phone",
  "identity",
  "mail",
  "account",
]);
const figures: ReadonlySet<Label> = new Set(["money", "figure", "code", "number"]);
/** As far as the words around a number go, in characters. */
const near = 200;
const cardCode = /\b(?:cvv|cvc|ma bao mat|mat sau|sau lung)\b/;

/** "sáu số tê: bảy, một, một, không, chín, tám": as many figures as were announced. */
const announced = (tokens: Around["tokens"], at: number, n: number): boolean =>
  tokens
    .slice(Math.max(0, at - 5), at)
    .some((t, i, all) => (t.text === "so" || t.text === "chu") && counts.get(all[i - 1]?.text ?? "") === n);
const counts: ReadonlyMap<string, number> = new Map(
  ["4 bon", "5 nam", "6 sau", "7 bay", "8 tam"].flatMap((pair) =>
    pair.split(" ").map((word) => [word, Number(pair[0])]),
  ),
);

/** "cài 7-3-0-5": whoever sets or presses figures one by one sets a lock. */
const setSignBySign = (groups: readonly Group[], plain: string, tokens: Around["tokens"]): boolean =>
  groups.length >= 4 &&
  groups.every((g, i) => g.digits.length === 1 && (i === 0 || plain.slice(groups[i - 1]?.to ?? 0, g.from) === "-")) &&
  tokens.slice(Math.max(0, (groups[0]?.first ?? 0) - 3), groups[0]?.first).some((t) => setting.has(t.text));
const setting: ReadonlySet<string> = new Set(["cai", "dat", "bam", "nhan", "go", "nhap", "de"]);

/** What is counted after a number makes it no code: "OTP có 6 số", "hết hạn sau 2 phút". */
const counted: ReadonlySet<string> = new Set(
  "mah phut giay lan so ky chu ngay thang nam tuoi nguoi ho khau m ha km kg con cai ban bo luot gio h phan dong d k tr trieu nghin ngan vnd ty".split(
    " ",
  ),
);

/** "482913", "482 913", "48 29 13", "4 8 2 9 1 3". */
const even = (groups: readonly Group[]): boolean => groups.every((g) => g.digits.length === groups[0]?.digits.length);

const isCount = (tokens: Around["tokens"], last: Group, plain: string, n: number): boolean => {
  const next = tokens[last.last + 1];
  return (
    next !== undefined &&
    counted.has(next.text) &&
    plain.slice(last.to, next.from).length <= 1 &&
    !(n >= 6 && times.has(next.text))
  );
};
/** Nobody waits a hundred thousand hours. */
const times: ReadonlySet<string> = new Set("phut giay gio ngay thang nam tuoi lan h".split(" "));

const tells = (tokens: Around["tokens"], first: number, last: number): boolean =>
  tokens
    .slice(Math.max(0, first - 6), last + 7)
    .some((t, i, all) => telling.has(t.text) && !(t.text === "nhan" && /^(?:chung|ghi)$/.test(all[i - 1]?.text ?? "")));
const telling: ReadonlySet<string> = new Set(
  "otp nhan gui sms tin nhap hien doc google vneid zalo facebook fb code".split(" "),
);
