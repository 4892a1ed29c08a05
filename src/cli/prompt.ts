import { createInterface } from "node:readline";
import type { Prompt } from "../channels/setting-up.ts";

/** Asks one thing at a time on the terminal and gives back the answer without blanks around it. */
type TerminalPrompt = Prompt & { readonly close: () => void };

type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Reads lines from `input`: a person who types, or a file that was piped in. */
export const promptOn = (input: NodeJS.ReadableStream, screen: Screen): TerminalPrompt => {
  const hidden = { now: false };
  const shown: Pick<NodeJS.WritableStream, "write"> = { write: (text: string) => hidden.now || screen.write(text) };
  const lines = createInterface({
    input,
    // readline echoes what is typed through its output; while a secret is typed there is none.
    output: Object.assign(Object.create(screen), shown) as NodeJS.WritableStream, // the screen but for its `write`
    terminal: screen.isTTY === true,
  });
  const waiting: string[] = [];
  const asked: ((line: string | null) => void)[] = [];
  let ended = false;
  lines.on("line", (line) => {
    const next = asked.shift();
    if (next) next(line);
    else waiting.push(line);
  });
  lines.on("close", () => {
    ended = true;
    for (const next of asked.splice(0)) next(null);
  });
  const next = (): Promise<string | null> => {
    const line = waiting.shift();
    if (line !== undefined) return Promise.resolve(line.trim());
    if (ended) return Promise.resolve(null);
    return new Promise((resolve) => asked.push((given) => resolve(given?.trim() ?? null)));
  };
  const ask = (question: string): Promise<string | null> => {
    screen.write(`${question} `);
    return next();
  };
  return {
    ask,
    secret: async (question) => {
      screen.write(`${question} `);
      hidden.now = true;
      const answer = await next();
      hidden.now = false;
      screen.write("\n");
      return answer;
    },
    say: (line) => void screen.write(`${line}\n`),
    close: () => lines.close(),
  };
};
