import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** The value of a YAML text that was parsed before, or undefined. */
export type KnownYaml = (text: string) => unknown;

export const nothingKnown: KnownYaml = () => undefined;

/**
 * What the build parsed, by the hash of each text, so that it can never be stale: an edited file is simply not known.
 * Parsing a hundred YAML files takes longer than everything else of a start; reading this takes milliseconds.
 */
export const knownYaml = (file: string): KnownYaml => {
  if (!existsSync(file)) return nothingKnown;
  // Written by our own build; a key that is missing only means parsing.
  const values = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  return (text) => values[hashOfText(text)];
};

export const hashOfText = (text: string): string => createHash("sha256").update(text).digest("base64url");
