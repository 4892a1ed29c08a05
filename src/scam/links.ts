import type { Range } from "./view.ts";
import { type PlainView, placeOf } from "./view.ts";

/** An address in a message. `host` is plain; `written` is what stood there, which may have letters of another alphabet. */
export type Link = { readonly host: string; readonly path: string; readonly written: string; readonly at: Range };

/** Endings believed without "https://" before them. Those that are Vietnamese words ("rồi.mẹ", "được.có") need a path. */
const endings =
  "com|net|org|vn|info|biz|top|xyz|vip|cc|icu|club|online|site|shop|store|live|click|link|app|tk|ml|cf|gq|pw|io|asia|work|fun|space|website|win|bid|loan|ru|cn|ly|gl|gd|life|pro|world|today|buzz|cyou|sbs|cfd|monster|rest|lol|bond|tokyo|mobi|dev|page|gov|edu|name|hk|kh|im|gg|tv|be";
const wordlike = "me|co|us|la|to|ga|vi|in|id|at|is|do";
// A name has at most 63 characters between its dots, and nobody's address has more than a few of them.
const label = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}";
const dot = String.raw`(?:\.|\[\.\]|\(\.\)|\[dot\]|\s(?:cham|dot)\s|\s\.(?=(?:${endings})\b))`;
const pattern = new RegExp(
  [
    String.raw`h(?:tt|xx)ps?:\/\/(?:[^\s/@]*@)?(?<schemed>(?:${label}${dot}){0,8}${label})`,
    String.raw`(?<![@\p{L}\p{N}.])(?<bare>(?:${label}${dot}){1,8}(?:${endings})(?![\p{L}\p{N}]))`,
    String.raw`(?<![@\p{L}\p{N}.])(?<pathed>(?:${label}${dot}){1,8}(?:${wordlike})(?=\/))`,
    String.raw`(?<![\d.])(?<ip>\d{1,3}(?:\.\d{1,3}){3})(?=[/:]|\s|$)`,
  ].join("|"),
  "gu",
);

/** More addresses than these tell nothing new about a message, and each is compared with everybody's names. */
const mostLinks = 30;

/** The addresses in a plain view, also written "vneid[.]top" or "hxxp://…" to get past a filter. */
export const linksIn = (view: PlainView, original: string): readonly Link[] =>
  [...first(mostLinks, view.text.matchAll(pattern))].map((match) => {
    const end = match.index + match[0].length;
    const path = /^(?::\d+)?(?:[/?#][^\s<>"]{0,300})?/.exec(view.text.slice(end, end + 310))?.[0] ?? "";
    const at = placeOf(view, match.index, end + path.length);
    const { schemed, bare, pathed, ip } = match.groups ?? {};
    const host = (schemed ?? bare ?? pathed ?? ip ?? "").replace(/\[\.\]|\(\.\)|\[dot\]|\s(?:cham|dot)\s|\s\./g, ".");
    return { host: host.replace(/_/g, "-"), path, written: original.slice(...at), at };
  });

const first = function* <T>(n: number, all: Iterable<T>): Iterable<T> {
  let left = n;
  for (const one of all) {
    if (left-- <= 0) return;
    yield one;
  }
};
