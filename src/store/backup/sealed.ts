import { closeSync, createReadStream, createWriteStream, openSync, readSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";

// The age format (https://age-encryption.org/v1): made for files, streamed in pieces of 64 KiB that are each
// authenticated, and readable with the ordinary `age` program should this one be gone.

const MAGIC = "age-encryption.org/v1";

/** Whether a file is encrypted. */
export const isSealed = (file: string): boolean => {
  const fd = openSync(file, "r");
  try {
    const head = Buffer.alloc(MAGIC.length);
    readSync(fd, head, 0, head.length, 0);
    return head.toString("latin1") === MAGIC;
  } finally {
    closeSync(fd);
  }
};

/** Encrypts a file for whoever has the identity of a recipient (`age1…`), however large it is. */
export const seal = async (from: string, to: string, recipient: string): Promise<void> => {
  const { Encrypter } = await import("age-encryption");
  const age = new Encrypter();
  age.addRecipient(recipient);
  await through(from, to, (bytes) => age.encrypt(bytes));
};

/** Decrypts a file with an identity (`AGE-SECRET-KEY-1…`). Rejects for a wrong one and for a file altered or cut short anywhere. */
export const unseal = async (from: string, to: string, identity: string): Promise<void> => {
  const { Decrypter } = await import("age-encryption");
  const age = new Decrypter();
  age.addIdentity(identity);
  await through(from, to, (bytes) => age.decrypt(bytes));
};

const through = async (
  from: string,
  to: string,
  turn: (bytes: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>,
): Promise<void> => {
  const read = createReadStream(from, { highWaterMark: 256 * 1024 });
  try {
    // Node's stream type and the browser's are one thing with two names.
    const turned = await turn(Readable.toWeb(read) as ReadableStream<Uint8Array>);
    // Opened now: a stream that opens by itself may do so after the work failed, behind whoever took the file away again.
    const fd = openSync(to, "w", 0o600);
    await pipeline(Readable.fromWeb(turned as NodeStream), createWriteStream(to, { fd }));
  } finally {
    read.destroy();
  }
};

/** The identity in the text of an identity file, as `age-keygen` writes it; null when there is none. */
export const identityIn = (text: string): string | null =>
  text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line.startsWith("AGE-SECRET-KEY-")) ?? null;
