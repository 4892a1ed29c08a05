import type { z } from "zod";

/**
 * One kind of record: what it is about, what it carries, and one such record as it is kept. A test reads each example by
 * its own schema, so what stands here is what is written.
 */
export const kind = <const Ref extends z.ZodType, const Data extends z.ZodType>(
  ref: Ref,
  data: Data,
  example: { readonly ref: z.infer<Ref>; readonly data: z.infer<Data> },
) => ({ ref, data, example });
