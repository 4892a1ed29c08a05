import { z } from "zod";
import { Calibration } from "./calibration.ts";
import type { Classifier } from "./classifier.ts";

/** What the build learns: which topic a question is about, and how often it is right in what it says. */
export type Learnt = { readonly classifier: Classifier; readonly calibration: Calibration };

/** What was learnt as one file: a line of JSON, then its columns one after the other. `name` says what it was learnt from. */
export const packed = (name: string, { classifier: c, calibration }: Learnt): Buffer => {
  const head = JSON.stringify({
    name,
    calibration,
    topics: [...c.topics],
    stranger: c.stranger,
    scale: c.scale,
    rows: c.keys.length,
    entries: c.topic.length,
  } satisfies z.infer<typeof Head>);
  const columns = [c.keys, c.rarity, c.starts, c.bias, c.topic, c.weight];
  return Buffer.concat([
    Buffer.from(`${head}\n`),
    ...columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)),
  ]);
};

/** Null where the file is of another name, or is not whole: then it is learnt anew. */
export const unpacked = (file: Buffer, name: string): Learnt | null => {
  const end = file.indexOf(10);
  const head = Head.safeParse(parsed(file.subarray(0, Math.max(0, end)).toString("utf8")));
  if (!head.success || head.data.name !== name) return null;
  const { calibration, topics, stranger, scale, rows, entries } = head.data;
  if (file.length !== end + 1 + 4 * (rows + rows + rows + 1 + topics.length) + 2 * entries) return null;
  let from = end + 1;
  // Copied, because a column of whole numbers must begin at a multiple of their size.
  const take = (bytes: number): ArrayBuffer => {
    const part = new Uint8Array(file.subarray(from, from + bytes));
    from += bytes;
    return part.buffer;
  };
  const classifier = {
    topics,
    stranger,
    scale,
    keys: new Uint32Array(take(4 * rows)),
    rarity: new Float32Array(take(4 * rows)),
    starts: new Uint32Array(take(4 * (rows + 1))),
    bias: new Float32Array(take(4 * topics.length)),
    topic: new Uint8Array(take(entries)),
    weight: new Int8Array(take(entries)),
  };
  return { classifier, calibration };
};

const Head = z.strictObject({
  name: z.string(),
  calibration: Calibration,
  topics: z.array(z.string()),
  stranger: z.number(),
  scale: z.number(),
  rows: z.int().nonnegative(),
  entries: z.int().nonnegative(),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
