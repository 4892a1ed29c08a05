import { Unzip, UnzipInflate } from "fflate";
import { composed } from "../kit/text.ts";
import { paperLines } from "./paper-lines.ts";
import type { Report } from "./report.ts";

/** Larger than any report and small enough to be unpacked without care for who made it. */
const MOST_BYTES = 8_000_000;

/** The words of a Word file, paragraph by paragraph, or null where it is none. */
export const wordsOfDocx = (bytes: Uint8Array): readonly string[] | null => {
  const xml = entryOf(bytes, "word/document.xml");
  if (xml === null) return null;
  return xml.split("</w:p>").map((part) =>
    part
      .split("</w:t>")
      .map((run) => run.slice(run.lastIndexOf(">") + 1))
      .slice(0, -1)
      .join("")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, "&"),
  );
};

/** Lines of a frozen report that its paper does not hold any more: what somebody changed after it was frozen. */
export const missingFrom = (words: readonly string[], report: Report): readonly string[] => {
  // Word cuts and joins runs as it likes, and a recipient's line carries its dash and sign.
  const held = words.map(bareLine).join("\n");
  return [...new Set(paperLines(report))].filter((line) => !held.includes(bareLine(line)));
};

const bareLine = (line: string): string => composed(line).replace(/\s+/g, " ").trim();

/** One entry of a ZIP file as text; null where there is none, it is broken, or it unpacks to too much. */
const entryOf = (bytes: Uint8Array, name: string): string | null => {
  const parts: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  try {
    const unzip = new Unzip((file) => {
      if (file.name !== name) return;
      file.ondata = (error, data, final) => {
        if (error) throw error;
        size += data.length;
        if (size > MOST_BYTES) throw new Error("too large");
        parts.push(data);
        whole ||= final;
      };
      file.start();
    });
    unzip.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch {
    return null;
  }
  return whole ? Buffer.concat(parts).toString() : null;
};
/** Fed in pieces, so that a small file that unpacks to a huge one is noticed before it has. */
const STEP = 65_536;
