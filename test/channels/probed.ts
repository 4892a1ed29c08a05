import type { Result } from "../../src/kit/result.ts";

/** What a probe found, for a test in which the product can be asked. */
export const probed = async <T>(probe: Promise<Result<T>>): Promise<T> => {
  const found = await probe;
  if (!found.ok) throw new Error(found.fault.cause);
  return found.value;
};
