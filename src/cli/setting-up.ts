import type { Prompt, SetUpSession } from "../channels/setting-up.ts";
import { settingFault } from "../config.ts";
import type { Language } from "../kit/bilingual.ts";
import { unwritable, writeSettings } from "./env-file.ts";

/** A setting-up of a channel at this terminal: what is answered is written into `file` at once. */
export const sessionOn = (
  language: Language,
  commune: string,
  prompt: Prompt,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): SetUpSession => {
  const set: Record<string, string | undefined> = { ...env };
  return {
    language,
    commune,
    prompt,
    set,
    save: (settings) => {
      writeSettings(file, settings);
      Object.assign(set, settings);
    },
    faultIn: (name, value) => settingFault(name, value) ?? unwritable(value),
  };
};
