import { shortTitle } from "../communes/names.ts";
import type { Commune } from "../communes/schema.ts";

/** A commune as the public pages name it. */
export const communeNames = (c: Commune) => ({
  code: c.code,
  name: `xã ${c.name}`,
  province: c.province,
  title: shortTitle(c),
});
