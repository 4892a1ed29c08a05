import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Keeps secrets unreadable without the key. `place` names where a secret belongs: moved elsewhere it does not open. */
export type Seal = {
  readonly shut: (text: string, place: string) => Buffer;
  readonly open: (sealed: Uint8Array, place: string) => string | null;
};

/** AES-256-GCM: 12 bytes of nonce, 16 of proof, then the secret. */
export const sealer = (key: Uint8Array): Seal => ({
  shut: (text, place) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  open: (sealed, place) => {
    try {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(
        Buffer.from(place),
      );
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
    } catch {
      // Another key, or bytes that are not ours: as good as nothing.
      return null;
    }
  },
});

/** The key beside a database file, made once. It appears whole or not at all, also when two processes start at once. */
export const keyBeside = (database: string): Buffer => {
  const file = join(dirname(database), "tokens.key");
  const known = keyIn(file);
  if (known) return known;
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const fd = openSync(draft, "wx", 0o600);
  writeSync(fd, `${randomBytes(32).toString("base64url")}\n`);
  fsyncSync(fd);
  closeSync(fd);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    unlinkSync(draft);
  }
  const made = keyIn(file);
  if (!made) throw new Error(`${file} holds no key`);
  return made;
};

const keyIn = (file: string): Buffer | null => {
  try {
    const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
    return key.length === 32 ? key : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
};
