import type { ChannelMenuItem } from "../definition.ts";

/**
 * The OA's menu, so that nobody has to type. No call of Zalo's is proven that would set it, so somebody puts it in by
 * hand: the desk and the setting-up show the same three items.
 */
export const menu: readonly ChannelMenuItem[] = [
  { label: { vi: "Học bài đầu tiên", en: "The first lesson" }, sends: "BAI1" },
  { label: { vi: "Chọn việc", en: "Everything there is" }, sends: "menu" },
  { label: { vi: "Gặp người", en: "Meet a person" }, sends: "gặp người" },
];
