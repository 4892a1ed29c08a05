import type { Bilingual, Language } from "../kit/bilingual.ts";
import { fold } from "../kit/text.ts";

/** One setting-up: what is asked, what was answered so far, and where it is kept. */
export type SetUpSession = {
  readonly language: Language;
  /** How people call the commune: "xã Phú Bình". */
  readonly commune: string;
  readonly prompt: Prompt;
  /** What is set already: the environment, and what was answered here. */
  readonly set: Readonly<Record<string, string | undefined>>;
  readonly save: (settings: Readonly<Record<string, string>>) => void;
  /** What is wrong with the shape of one setting; null when nothing is. */
  readonly faultIn: (name: string, value: string) => Bilingual | null;
};

/** Who sits there. Null: nobody answers any more. */
export type Prompt = {
  readonly ask: (question: string) => Promise<string | null>;
  /** As `ask`, with nothing of the answer on the screen. */
  readonly secret: (question: string) => Promise<string | null>;
  readonly say: (line: string) => void;
};

/**
 * The way a channel is set up; resolves with whether all of it stands. Throws `Stopped` when nobody answers any more.
 * `parts`: what the house gives the channel, for one that keeps something; it opens the database.
 */
export type SetUp<Parts> = (session: SetUpSession, parts: () => Promise<Parts>) => Promise<boolean>;

/** The input ended, or whoever sat there left. What was kept before stays kept. */
export class Stopped extends Error {}

export const say = ({ prompt, language }: SetUpSession, ...lines: readonly Bilingual[]): void => {
  for (const line of lines) prompt.say(line[language]);
};

/** Waits until somebody who did what was asked presses Enter. */
export const until = async ({ prompt, language }: SetUpSession, question: Bilingual): Promise<string> => {
  const answer = await prompt.ask(question[language]);
  if (answer === null) throw new Stopped();
  return answer;
};

export const isYes = (answer: string): boolean => YES.has(fold(answer));
const YES = new Set(["c", "co", "y", "yes", "ok", "d", "duoc", "roi"]);

/**
 * Asks for one setting until it has the right shape and `tried` finds nothing wrong with it. Enter keeps what is set
 * already, or leaves out what may be left out (`optional`). Answers the value, "" for none.
 */
export const setting = async (
  session: SetUpSession,
  name: string,
  question: Bilingual,
  {
    secret = false,
    optional = false,
    tried,
  }: {
    readonly secret?: boolean;
    readonly optional?: boolean;
    readonly tried?: (value: string) => Promise<Bilingual | null>;
  } = {},
): Promise<string> => {
  const { prompt, language, set } = session;
  const known = set[name]?.trim() ?? "";
  const hint = known === "" ? "" : ` [${secret ? "••••" : known}, ${ENTER[language]}]`;
  for (;;) {
    const typed = await (secret ? prompt.secret : prompt.ask)(`${question[language]}${hint}:`);
    if (typed === null) throw new Stopped();
    const value = typed === "" ? known : typed;
    if (value === "" && optional) return "";
    const wrong =
      value === ""
        ? { vi: "Chưa gõ gì.", en: "Nothing was typed." }
        : (shapeOf(session, name, value) ?? (tried ? await tried(value) : null));
    if (wrong === null) return value;
    prompt.say(`  ✗ ${wrong[language]}`);
  }
};

const ENTER = { vi: "Enter để giữ", en: "Enter keeps it" } as const;

const shapeOf = ({ faultIn }: SetUpSession, name: string, value: string): Bilingual | null => {
  const fault = faultIn(name, value);
  return fault === null
    ? null
    : { vi: `${name} chưa đúng dạng: ${fault.vi}. Chép lại, không thừa dấu cách.`, en: `${name} ${fault.en}.` };
};
