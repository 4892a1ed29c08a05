import type { Connection } from "../channel.ts";
import type { Door } from "../definition.ts";
import { settingsOf } from "./settings.ts";

/** Zalo documents no address that brings a code along: it is typed. */
export const door = (connection: Connection): Door | null => {
  const oaId = settingsOf(connection)?.oaId;
  if (!oaId) return null;
  return {
    address: () => `https://zalo.me/${oaId}`,
    afterwards: (code) => ({
      vi: `Trên Zalo: quét mã, bấm Quan tâm, rồi gõ ${code}.`,
      en: `On Zalo: scan, follow, then type ${code}.`,
    }),
  };
};
