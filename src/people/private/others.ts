import { wholeDate } from "./harmless.ts";
import type { PrivatePart } from "./kinds.ts";
import { labelsBefore } from "./labels.ts";
import type { LaidBare } from "./laid-bare.ts";
import type { Token } from "./tokens.ts";

/** Addresses of mail, plates of vehicles, whole dates of birth, and codes of messages that carry a letter (G-482913). */
export const otherParts = ({ plain, original }: LaidBare, tokens: readonly Token[]): readonly PrivatePart[] => [
  ...found("otp", /(?<![\p{L}\d])(?:g|fb|ig|tg|wa)-\d{5,6}(?!\d)/gu, plain),
  // The lines of an identity card and a passport that machines read.
  ...found("identity", /(?<![\p{L}\d])idvnm[\d<]{10,60}/gu, plain),
  ...found("passport", /(?<![\p{L}\d])[a-z][\d<]{8}\dvnm\d{7}[mf<]\d{7}[\d<]{0,16}/gu, plain),
  // A parcel's number, as post offices all over the world write it.
  ...found("number", /(?<![\p{L}\d])(?!cc|cm)[celrv][a-z]\d{9}(?:vn|cn|jp|kr|us|sg|hk|tw|th|my)(?![\p{L}\d])/gu, plain),
  // What a code to be paid by says, from its first sign on: the account stands in the middle.
  ...found("account", /(?<![\p{L}\d])000201[a-z\d.+-]{30,500}/gu, plain),
  ...(plain.includes("@")
    ? found("mail", /[a-z\d][a-z\d._%+-]{0,63} ?@ ?[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d-]{1,62}){1,4}/g, plain)
    : []),
  ...found("plate", /(?<![\p{L}\d])[1-9]\d ?-? ?[a-z]{1,2}\d?[ -]{0,3}\d{3}[. ]?\d{2}(?![\p{L}\d])/gu, plain),
  ...births(plain, tokens, original),
];

const found = (kind: PrivatePart["kind"], pattern: RegExp, plain: string): readonly PrivatePart[] =>
  [...plain.matchAll(pattern)].map(({ 0: text, index }) => ({ kind, from: index, to: index + text.length }));

const births = (plain: string, tokens: readonly Token[], original: LaidBare["original"]): readonly PrivatePart[] => {
  let at = 0;
  return found("birth", wholeDate, plain).filter(({ from, to }) => {
    if (named.test(original(Math.max(0, from - 60), from)) && grown.test(plain.slice(from, to))) return true;
    // Dates come in order, as the tokens do.
    while ((tokens[at]?.from ?? from) < from) at += 1;
    const [label] = labelsBefore(tokens, at, plain);
    return label?.label === "birth" && label.away <= 2;
  });
};

/** "bà Lương Thị Nhài 17.06.1955": the day of a person stands right behind the name; one of these years is no day of an office. */
const named =
  /(?:^|[\s,])(?:ông|bà|anh|chị|cụ|cô|chú|bác|cậu|mợ|dì|thím|em|cháu|bé|mẹ|bố|ba|má) (?:\p{Lu}\p{L}{0,8} ){2,5}$/u;
const grown = /(?:19\d|200|201)\d$/;
