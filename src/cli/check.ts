import { existsSync, watch } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { CheckFolder } from "../check/check-folder.ts";
import type { Problem } from "../content/problem.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { knownYaml } from "../kit/known-yaml.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import { printed } from "./printed.ts";
import type { Done, Input, Verb } from "./verb.ts";

/** `check`: every rule of the checker over all flows and content, or over some files only. */
export const check: Verb = {
  words: "[FILE…]",
  says: {
    vi: "kiểm tra mọi kịch bản, bài học, hướng dẫn và chuyện an toàn, hoặc chỉ các tệp nêu tên",
    en: "check every flow, lesson, guide and safety topic, or only the files named",
  },
  options: {
    watch: {
      says: { vi: "kiểm tra lại mỗi khi lưu; Ctrl+C để dừng", en: "check again at every save; Ctrl+C ends it" },
    },
  },
  run: async (input) => {
    const { words, root, flags } = input;
    const files = words.map((word) => nameOf(word, root));
    const strange = words.find((_, i) => files[i] === null);
    if (strange !== undefined) return { fault: unknownFile(strange) };
    const named = files.filter((f) => f !== null);
    // Loaded when used: the checker is half of the house, and every other verb would wait for it.
    const { checkFolder } = await import("../check/check-folder.ts");
    const look = () => looked(input, checkFolder, named.length > 0 ? named : undefined);
    if (!flags.watch) return look();
    return again(root, () => {
      const found = look();
      process.stdout.write(
        `${flags.json ? JSON.stringify(found.value) : printed(found, input.language).join("\n")}\n\n`,
      );
    });
  },
};

const looked = ({ root, language }: Input, checkFolder: CheckFolder, files: readonly string[] | undefined): Done => {
  const known = knownYaml(join(root, "dist/known-yaml.json"));
  const problems = checkFolder(root, { today: dayOf(Date.now()), known, files });
  const wrong = problems.some((p) => !p.warning);
  return {
    value: problems.map((p) => ({ ...p, says: p.says[language] })),
    lines: problems.length > 0 ? problems.map(told) : [sound],
    ...(wrong && { failed: true }),
  };
};

const told = ({ file, line, rule, warning, says }: Problem): Bilingual => {
  const at = `${file}:${line}  ${rule}  `;
  return { vi: `${at}${warning ? "lưu ý: " : ""}${says.vi}`, en: `${at}${warning ? "warning: " : ""}${says.en}` };
};

const sound: Bilingual = { vi: "mọi thứ đều đúng", en: "everything holds" };
const unknownFile = (file: string): Bilingual => ({
  vi: `${file}: không có tệp này trong flows/ hoặc content/`,
  en: `${file}: there is no such file in flows/ or content/`,
});

/** A file as problems name it, from where the author stands or from the root; null when there is none. */
const nameOf = (word: string, root: string): string | null => {
  const path = [resolve(word), resolve(root, word)].find((p) => existsSync(p));
  const name = path && relative(root, path).split(sep).join("/");
  return name && /^(?:(?:flows|content)\/.+\.yaml|content\/questions\/.+\.txt)$/u.test(name) ? name : null;
};

/** Runs at once and after every save under flows/ and content/, until the process is ended. Watches first: what is saved during the first run counts too. */
const again = (root: string, run: () => void): Promise<never> => {
  for (const folder of ["flows", "content"])
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (/\.(?:yaml|txt)$/u.test(name ?? "")) run();
    });
  run();
  return new Promise(() => undefined);
};
