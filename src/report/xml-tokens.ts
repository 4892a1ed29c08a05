/** A tag with its name, as it stands, or what stands between two. */
export type XmlToken =
  | { readonly kind: "open" | "close" | "single"; readonly name: string; readonly tag: string }
  | { readonly kind: "text"; readonly text: string };

/**
 * The tags and texts of an XML part, or null where it is more than those: remarks, definitions of signs, another writing
 * than UTF-8, values between other marks than programs put. A word processor writes none of them, and each could make two readers read two things.
 */
export const xmlTokens = (xml: string): readonly XmlToken[] | null => {
  const whole = xml.trimStart();
  const end = whole.startsWith("<?xml") ? whole.indexOf("?>") : -2;
  const written = /\sencoding=["']([^"']*)["']/.exec(whole.slice(0, Math.max(0, end)))?.[1] ?? "utf-8";
  if (end === -1 || written.toLowerCase() !== "utf-8") return null;
  const tokens: XmlToken[] = [];
  const [before, ...rest] = whole.slice(end + 2).split("<");
  if (before?.trim() !== "") return null;
  for (const piece of rest) {
    const inside = TAG.exec(piece)?.[0];
    const [, slash, name] = /^(\/?)([A-Za-z][\w:.-]*)/.exec(piece) ?? [];
    if (inside === undefined || name === undefined || !PLAIN.test(inside.replace(/"[^"]*"/g, ""))) return null;
    const kind = slash === "/" ? "close" : inside.endsWith("/>") ? "single" : "open";
    tokens.push({ kind, name, tag: `<${inside}` });
    if (piece.length > inside.length) tokens.push({ kind: "text", text: piece.slice(inside.length) });
  }
  return tokens;
};

/** To its end, also where a value holds ">". A "<" stands in no value. */
const TAG = /^(?:"[^"]*"|[^">])*>/;
/** A tag without its values, as programs write it: whoever looks for a value need think of one way to write it. */
const PLAIN = /^\/?[\w:.-]+(?:\s+[\w:.-]+=)*\s*\/?>$/;
