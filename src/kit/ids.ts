import { randomFillSync } from "node:crypto";

/**
 * Ids that grow with time (UUIDv7, RFC 9562 §5.7): rows made together lie together in an index, which is most of the
 * cost of a write. `random` gives 10 unguessable bytes.
 */
export const timeId = (now: number, random: () => Uint8Array = pooled): string => {
  const r = random();
  bytes.writeUIntBE(now, 0, 6);
  bytes.set(r, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

// A turn makes several ids; asking the system for ten bytes each time cost more than the rest of making one.
const bytes = Buffer.alloc(16);
const pool = Buffer.alloc(4_000);
let used = pool.length;
const pooled = (): Uint8Array => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 10;
  return pool.subarray(used - 10, used);
};
