import { compatible, fold } from "../kit/text.ts";

/**
 * Words that work in every state, with and without diacritics, in Vietnamese and English. No flow may use one as a
 * label: the checker refuses it, because "dừng" must always mean stop.
 */
export const commands = {
  menu: ["0", "menu", "về menu", "trang chủ", "màn hình chính", "home"],
  picture: ["6", "xem hình", "xem ảnh", "picture"],
  listen: ["7", "nghe", "đọc cho nghe", "listen"],
  back: ["8", "quay lại", "trở lại", "lùi lại", "back"],
  person: ["9", "gặp người", "gặp tổ", "gặp tổ công nghệ số", "gặp cán bộ", "nhờ người giúp", "person", "human"],
  help: ["?", "trợ giúp", "giúp", "giúp với", "hướng dẫn sử dụng", "help"],
  repeat: ["nhắc lại", "nói lại", "đọc lại", "repeat", "again"],
  skip: ["bỏ qua", "skip"],
  stop: ["dừng", "dừng lại", "ngừng", "ngưng", "hủy đăng ký", "thôi không nhắc nữa", "stop"],
  review: ["ôn bài", "ôn lại bài", "hỏi lại bài", "hỏi lại bài đã học", "review"],
  "no-review": ["thôi không hỏi nữa", "không hỏi nữa", "đừng hỏi nữa", "thôi ôn bài", "no more questions"],
  resume: ["tiếp", "học tiếp", "tiếp tục", "continue"],
  language: ["đổi ngôn ngữ", "đổi tiếng", "language", "english", "tiếng việt"],
  assessment: [
    "công dân số",
    "tự đánh giá",
    "tôi đi tới đâu rồi",
    "đi tới đâu rồi",
    "self-assessment",
    "digital citizen",
  ],
  unlink: ["tách máy", "tách máy lạ", "máy lạ", "unlink"],
  download: [
    "tải dữ liệu của tôi",
    "tải dữ liệu",
    "tải dữ liệu về",
    "tải dữ liệu về máy",
    "xuất dữ liệu của tôi",
    "bản sao dữ liệu của tôi",
    "cho tôi bản sao dữ liệu",
    "download my data",
    "export my data",
  ],
  data: ["xóa dữ liệu", "xóa tôi", "dữ liệu của tôi", "xem dữ liệu của tôi", "sửa tên", "my data", "delete my data"],
} as const satisfies Record<string, readonly string[]>;

export type Command = keyof typeof commands;

const byWord = new Map<string, Command>();
for (const [command, words] of Object.entries(commands))
  for (const word of words) byWord.set(fold(word), command as Command); // keys of `commands`

/**
 * The command a text is, if it is one: the whole text must be the word, so a sentence with "menu" in it is not. Marks
 * may be left out but not be others: "dung" and "dừng" stop, "đúng" (right) and "dùng" (use) do not.
 */
export const commandOf = (text: string): Command | null => {
  const word = fold(text).replace(/^(so|bam|bam so|phim) (?=\d$)/, "");
  const command = byWord.get(word) ?? null;
  return command && (word.length === 1 || spelled(text, command)) ? command : null;
};

/**
 * The command a text is where a name was asked for. Dung and Tiếp are what people are called: there one word is a
 * command only with all its marks, and nothing lies open that "tiếp" could go on with.
 */
export const commandAtName = (text: string): Command | null => {
  const command = commandOf(text);
  if (command === null || /[^\p{L}]/u.test(fold(text))) return command;
  const exact = commands[command].some((word) => plain(word) === plain(text));
  return exact && command !== "resume" ? command : null;
};

const spelled = (text: string, command: Command): boolean => {
  const typed = plain(text);
  if (!/[^\p{ASCII}]/u.test(typed)) return true;
  return commands[command].some((word) => {
    const letters = [...plain(word)];
    return (
      [...typed].length === letters.length &&
      [...typed].every((c, i) => c === letters[i] || c === fold(letters[i] ?? ""))
    );
  });
};

const plain = (text: string): string =>
  compatible(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, "");
