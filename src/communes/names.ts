import type { Commune } from "./schema.ts";

/** For the chat header, where one commune is meant: "Học số Phú Bình". */
export const shortTitle = (commune: Pick<Commune, "name">): string => `Học số ${commune.name}`;

/** Where several communes may be meant: "Xã Phú Xuyên, Hà Nội". The province is never left out, because names repeat. */
export const fullName = (commune: Pick<Commune, "name" | "province">): string =>
  `Xã ${commune.name}, ${commune.province}`;
