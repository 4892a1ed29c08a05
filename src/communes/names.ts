import type { Commune } from "./schema.ts";

/** For the chat header, where one commune is meant: "Học số Phú Bình". */
export const shortTitle = (commune: Pick<Commune, "name">): string => `Học số ${commune.name}`;

/** "Phú Xuyên, Hà Nội". The province is never left out, because names repeat. */
export const placeName = (commune: Pick<Commune, "name" | "province">): string =>
  `${commune.name}, ${commune.province}`;

/** Where several communes may be meant: "Xã Phú Xuyên, Hà Nội". */
export const fullName = (commune: Pick<Commune, "name" | "province">): string => `Xã ${placeName(commune)}`;
