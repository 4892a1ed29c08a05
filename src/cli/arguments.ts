import { parseArgs } from "node:util";
import type { Bilingual, Language } from "../kit/bilingual.ts";
import { didYouMean } from "../kit/did-you-mean.ts";
import { general } from "./options.ts";
import type { Flags, Verb } from "./verb.ts";

export type Asked = {
  readonly name: string;
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly language: Language;
  /** What was not understood; nothing is run then. */
  readonly fault?: Bilingual;
};

/** What was typed after `cli`: the verb, its words, its options. Every option is one the verb declares, or it is said which was meant. */
export const parseArguments = (typed: readonly string[], verbs: Readonly<Record<string, Verb>>): Asked => {
  const { values, positionals, tokens } = parseArgs({
    args: [...typed],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: optionsOf(verbs),
  });
  const [first = "", ...rest] = positionals;
  const helping = first === "help";
  const name = helping ? (rest[0] ?? "") : first;
  const language: Language = values.lang === "en" ? "en" : "vi";
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const asked = {
    name,
    words: helping ? [] : rest,
    flags: { ...onlyOnce(values), ...(helping && { help: true }) },
    language,
  };
  if (name !== "" && !verb) return { ...asked, fault: unknown("việc", "verb", name, Object.keys(verbs)) };
  const known = { ...general, ...(verb ? verb.options : {}) };
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option)
      return {
        ...asked,
        fault: unknown(
          "tuỳ chọn",
          "option",
          token.rawName,
          Object.keys(known).map((o) => `--${o}`),
        ),
      };
    if (option.value !== undefined && !isValue(token))
      return {
        ...asked,
        fault: {
          vi: `${token.rawName} cần một giá trị: ${token.rawName} ${option.value}`,
          en: `${token.rawName} needs a value: ${token.rawName} ${option.value}`,
        },
      };
    if (option.value === undefined && token.value !== undefined)
      return { ...asked, fault: { vi: `${token.rawName} không nhận giá trị`, en: `${token.rawName} takes no value` } };
  }
  if (values.lang !== undefined && values.lang !== "vi" && values.lang !== "en")
    return { ...asked, fault: { vi: "--lang là vi hoặc en", en: "--lang is vi or en" } };
  if (verb && verb.words === undefined && asked.words.length > 0)
    return {
      ...asked,
      fault: {
        vi: `${name} không nhận thêm chữ nào: “${asked.words.join(" ")}”`,
        en: `${name} takes no words: “${asked.words.join(" ")}”`,
      },
    };
  return asked;
};

/** `--eval --json` is an option whose value was forgotten; a value that begins like an option is written `--eval=--json`. */
const isValue = ({
  value,
  inlineValue,
}: {
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}): boolean => value !== undefined && value !== "" && (inlineValue === true || !value.startsWith("--"));

/** All that any verb knows: to tell an option from its value before the verb is known. The same name is of one type everywhere. */
const optionsOf = (verbs: Readonly<Record<string, Verb>>) => {
  const all = Object.entries({
    ...Object.assign({}, ...Object.values(verbs).map((v) => v.options ?? {})),
    ...general,
  } as typeof general);
  return Object.fromEntries(
    all.map(([name, { value }]) => [
      name,
      {
        type: value === undefined ? ("boolean" as const) : ("string" as const),
        ...(name === "help" && { short: "h" }),
      },
    ]),
  );
};

const onlyOnce = (
  values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>,
): Flags => Object.fromEntries(Object.entries(values).map(([name, v]) => [name, typeof v === "object" ? v.at(-1) : v]));

const unknown = (vi: string, en: string, typed: string, known: readonly string[]): Bilingual => {
  const meant = didYouMean(typed, known);
  return {
    vi: `không có ${vi} “${typed}”${meant ? `; có phải bạn muốn “${meant}”?` : ""}`,
    en: `there is no ${en} “${typed}”${meant ? `; did you mean “${meant}”?` : ""}`,
  };
};
