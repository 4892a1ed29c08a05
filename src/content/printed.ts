import type { Bilingual } from "../kit/bilingual.ts";

/** What a printed text may say of a commune; none where a sheet is for anybody. */
export type PrintedFor = {
  /** As people say it: "xã Phú Bình". */
  readonly name: string;
  readonly unit: string;
  readonly team: string;
} | null;

/** The words of a text as they stand on paper: everybody who reads it is meant, so nobody is called "bác" or "cô". */
export const printed = (text: Bilingual, language: "vi" | "en", commune: PrintedFor, together = "bà con"): string => {
  const here = commune ?? nowhere[language];
  const you = language === "vi" ? together : "you";
  const words: Record<string, string> = {
    you,
    You: capital(you),
    commune: here.name,
    unit: here.unit,
    Unit: capital(here.unit),
    team: here.team,
  };
  return onPaper[language](text[language]).replace(
    /\{\{\s*(\w+)\s*\}\}/gu,
    (whole, name: string) => words[name] ?? whole,
  );
};

/** "Never send it here" means the chat; on a sheet of paper "here" is nowhere. */
const onPaper = {
  vi: (text: string): string => text.replace(/vào đây(?!\p{L})/gu, "vào tin nhắn"),
  en: (text: string): string =>
    text.replace(/\b(send\b[^.;?]{0,80}?|not|never(?: type them)?) here\b/giu, "$1 in a message"),
};

const nowhere = {
  vi: { name: "xã", unit: "thôn, xóm", team: "Tổ công nghệ số" },
  en: { name: "your commune", unit: "village", team: "community digital team" },
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
