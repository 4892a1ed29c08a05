import { crc32, inflateRawSync } from "node:zlib";

/** Larger than any report and small enough to be unpacked without care for who made it; of the file and of what is in it. */
export const MOST_BYTES = 8_000_000;

/**
 * The parts of a ZIP file by name, or null where two readers could find different ones in it: a name that comes twice, a
 * table of contents that is not the end of the file, sizes or sums that do not hold. Whoever opens the file elsewhere
 * then reads the same parts as this.
 */
export const zipParts = (bytes: Buffer): ReadonlyMap<string, Buffer> | null => {
  if (bytes.length > MOST_BYTES) return null;
  try {
    return partsOf(bytes);
  } catch {
    // A number that points outside of the file, or data that cannot be unpacked.
    return null;
  }
};

const partsOf = (bytes: Buffer): ReadonlyMap<string, Buffer> | null => {
  const end = bytes.length - END_SIZE;
  const from = bytes.readUInt32LE(end + 16);
  const oneDisk = bytes.readUInt32LE(end + 4) === 0;
  const unsaid = bytes.readUInt16LE(end + 20) === 0;
  // Neither a remark after it nor anything between the table and its end: a second end could hide there.
  if (bytes.readUInt32LE(end) !== END || !oneDisk || !unsaid || from + bytes.readUInt32LE(end + 12) !== end)
    return null;
  const parts = new Map<string, Buffer>();
  const seen = new Set<string>();
  let at = from;
  let left = MOST_BYTES;
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const entry = entryAt(bytes, at);
    if (entry === null || !PLAIN_NAME.test(entry.name) || seen.has(entry.name.toLowerCase())) return null;
    left -= entry.size;
    const content = left < 0 ? null : contentOf(bytes, entry);
    if (content === null) return null;
    seen.add(entry.name.toLowerCase());
    parts.set(entry.name, content);
    at = entry.next;
  }
  return at === end ? parts : null;
};

/** Signatures and sizes of the format (APPNOTE.TXT of PKWARE, 4.3). */
const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const PLAIN_NAME = /^[A-Za-z0-9 _./[\]-]+$/;

/** A line of the table of contents. */
const entryAt = (bytes: Buffer, at: number) => {
  const [nameLength, extra, remark] = [28, 30, 32].map((i) => bytes.readUInt16LE(at + i));
  const nameEnd = at + 46 + (nameLength ?? 0);
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (bytes.readUInt32LE(at) !== ENTRY || encrypted) return null;
  return {
    name: bytes.toString("utf8", at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    sum: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    local: bytes.readUInt32LE(at + 42),
    next: nameEnd + (extra ?? 0) + (remark ?? 0),
  };
};

/** What stands where the table says, under the same name, of the size and with the sum it says. */
const contentOf = (bytes: Buffer, of: NonNullable<ReturnType<typeof entryAt>>): Buffer | null => {
  const nameEnd = of.local + 30 + bytes.readUInt16LE(of.local + 26);
  const start = nameEnd + bytes.readUInt16LE(of.local + 28);
  const named = bytes.toString("utf8", of.local + 30, nameEnd) === of.name;
  if (bytes.readUInt32LE(of.local) !== LOCAL || !named || start + of.packed > bytes.length) return null;
  const packed = bytes.subarray(start, start + of.packed);
  const whole =
    of.method === 8 ? inflateRawSync(packed, { maxOutputLength: of.size + 1 }) : of.method === 0 ? packed : null;
  return whole !== null && whole.length === of.size && crc32(whole) === of.sum ? whole : null;
};
