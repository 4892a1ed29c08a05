import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../../../src/app.ts";
import type { Prompt } from "../../../src/channels/setting-up.ts";
import { sessionOn } from "../../../src/cli/setting-up.ts";

export type Answers = readonly (readonly [question: RegExp, answer: string | (() => string | Promise<string>)])[];

/**
 * An officer at the terminal: answers each question from a list, in order, and fails at a question nobody foresaw. After
 * the last answer nobody answers any more.
 */
export const someone = (
  answers: Answers,
  env: Readonly<Record<string, string>>,
  house: () => Promise<House> = async () => {
    throw new Error("the database is not needed here");
  },
) => {
  const file = join(mkdtempSync(join(tmpdir(), "setup-")), "settings");
  const screen: string[] = [];
  const left = [...answers];
  const next = async (question: string): Promise<string | null> => {
    screen.push(question);
    const found = left.shift();
    if (!found) return null;
    if (!found[0].test(question)) throw new Error(`asked “${question}” where ${found[0]} was expected`);
    return typeof found[1] === "string" ? found[1] : found[1]();
  };
  const prompt: Prompt = { ask: next, secret: next, say: (line) => void screen.push(line) };
  return {
    session: sessionOn("vi", "xã Phú Bình", prompt, file, env),
    parts: async () => (await house()).channelParts,
    screen: () => screen.join("\n"),
    left: () => left.length,
    written: () => readFileSync(file, "utf8"),
    mode: () => statSync(file).mode & 0o777,
  };
};
