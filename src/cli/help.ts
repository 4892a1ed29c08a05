import type { Language } from "../kit/bilingual.ts";
import { general } from "./options.ts";
import { tableLines } from "./table.ts";
import type { Option, Verb } from "./verb.ts";

/** What `cli --help` (and, with a verb, `cli VERB --help`) says. */
export const help = (verbs: Readonly<Record<string, Verb>>, language: Language, name = ""): readonly string[] => {
  const words = said[language];
  const verb = verbs[name];
  if (verb)
    return [
      `${words.usage}: ${usageOf(name, verb)}`,
      "",
      verb.says[language],
      ...optionLines(words.options, verb.options ?? {}, language),
      ...optionLines(words.general, general, language),
      "",
      ...words.codes,
      ...(verb.alone ? ["", words.alone] : []),
    ];
  return [
    `${words.usage}: cli ${words.verb} [--json] [--lang vi|en]`,
    "",
    ...indented(Object.entries(verbs).map(([n, v]) => [n, v.says[language]])),
    ...optionLines(words.general, general, language),
    "",
    ...words.codes,
    "",
    words.more,
  ];
};

/** As help, for `--json`. */
export const helpValue = (verbs: Readonly<Record<string, Verb>>, language: Language, name = ""): unknown =>
  Object.entries(verbs)
    .filter(([n]) => name === "" || n === name)
    .map(([n, v]) => ({
      verb: n,
      usage: usageOf(n, v),
      says: v.says[language],
      options: Object.entries({ ...v.options, ...general }).map(([option, { value, says }]) => ({
        option,
        value: value ?? null,
        says: says[language],
      })),
    }));

export const usageOf = (name: string, verb: Verb): string =>
  [
    "cli",
    name,
    ...(verb.words === undefined ? [] : [verb.words]),
    ...Object.entries(verb.options ?? {}).map(
      ([option, { value }]) => `[--${option}${value === undefined ? "" : ` ${value}`}]`,
    ),
  ].join(" ");

const optionLines = (
  title: string,
  options: Readonly<Record<string, Option>>,
  language: Language,
): readonly string[] =>
  Object.keys(options).length === 0
    ? []
    : [
        "",
        `${title}:`,
        ...indented(
          Object.entries(options).map(([name, { value, says }]) => [
            `--${name}${value === undefined ? "" : ` ${value}`}`,
            says[language],
          ]),
        ),
      ];

const indented = (rows: readonly (readonly [string, string])[]): readonly string[] =>
  tableLines({ head: ["", ""], rows }, "vi")
    .slice(2)
    .map((line) => `  ${line}`);

const said = {
  vi: {
    usage: "Cách dùng (usage)",
    verb: "VIỆC",
    options: "Tuỳ chọn (options)",
    general: "Tuỳ chọn chung (options)",
    codes: [
      "Mã thoát (exit codes):",
      "  0  xong",
      "  1  không làm được, hoặc có lỗi phải sửa; một câu nói vì sao",
      "  2  không hiểu câu lệnh",
    ],
    alone: "Dừng máy chủ trước khi dùng.",
    more: "cli VIỆC --help nói rõ một việc; --lang en for English.",
  },
  en: {
    usage: "Usage",
    verb: "VERB",
    options: "Options",
    general: "Options of every verb",
    codes: [
      "Exit codes:",
      "  0  done",
      "  1  it could not be done, or found what must be mended; one line says why",
      "  2  the command was not understood",
    ],
    alone: "Stop the server first.",
    more: "cli VERB --help tells more of one.",
  },
} as const;
