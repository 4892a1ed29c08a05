import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

/**
 * What a build worked out, as one file: its name (what it was made of), a hash of the rest, the rest. Undefined where
 * there is no file, where it was made of something else or is not whole: then it is worked out again.
 */
export const readBuilt = (file: string, name: string): unknown => {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10);
  const rest = bytes.subarray(end + 1);
  if (end < 0 || bytes.toString("latin1", 0, end) !== `${name} ${hashOf(rest)}`) return undefined;
  return deserialize(rest);
};

export const writeBuilt = (file: string, name: string, value: unknown): void => {
  const rest = serialize(value);
  // Whoever reads at the same moment sees one file whole or the other.
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, Buffer.concat([Buffer.from(`${name} ${hashOf(rest)}\n`, "latin1"), rest]));
  renameSync(beside, file);
};

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");
