import { createHmac, timingSafeEqual } from "node:crypto";

/** A picture somebody may see for a while: `folder` is a language for a card, `giay` for a certificate. */
export type Shows = { readonly folder: string; readonly name: string };

/**
 * Addresses of pictures that Zalo fetches: `<publicUrl>/hinh-ky/<mac>/<until>/<folder>/<name>.png`, everything in the path,
 * because some fetchers drop a query or look for the ending. Null where no one outside can reach us. `key` is the house's.
 */
export const pictureAddresses = ({ publicUrl, key, now }: { publicUrl: string; key: string; now: () => number }) => {
  const address = (shows: Shows): string | null => {
    if (!publicUrl.startsWith("https://")) return null;
    // The same address all day, so that a lesson pushed to a village is fetched once.
    const until = String(Math.ceil(now() / DAY) + KEPT_DAYS);
    return `${publicUrl}${PATH}/${mac(key, shows, until)}/${until}/${shows.folder}/${shows.name}.png`;
  };
  return {
    pictureUrl: (card: string, language: string): string | null => address({ folder: language, name: card }),
    certificateUrl: (code: string): string | null => address({ folder: CERTIFICATES, name: code }),
  };
};

export const PATH = "/hinh-ky";
export const CERTIFICATES = "giay";

const DAY = 24 * 3_600_000;
/** Nobody tells whether Zalo keeps a picture or fetches it each time the chat is opened: a lesson can be looked up again for a month. */
const KEPT_DAYS = 30;

/** Whether an address is ours and not over. `until` in whole days since 1970; `now` in epoch ms. */
export const isSigned = (key: string, shows: Shows, until: string, given: string, now: number): boolean => {
  if (!/^\d{1,6}$/.test(until) || Number(until) * DAY < now) return false;
  const right = Buffer.from(mac(key, shows, until));
  const tried = Buffer.from(given);
  return right.length === tried.length && timingSafeEqual(right, tried);
};

/** Named, so that nothing else the house signs with this key can pass for a picture; the parts hold no `/` to be shifted about. */
const mac = (key: string, { folder, name }: Shows, until: string): string =>
  createHmac("sha256", key).update(`picture/${until}/${folder}/${name}`).digest("base64url");
