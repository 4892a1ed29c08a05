import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key that signs browsers' cookies: made once beside the database and kept, or everybody would be a stranger after a restart. */
export const signingKey = (dataDir: string): string => {
  const file = join(dataDir, "signing.key");
  try {
    const key = readFileSync(file, "utf8").trim();
    if (key.length >= 32) return key;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const key = randomBytes(32).toString("base64url");
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
};
