import type { Icon } from "../content/card.ts";
import { palette } from "./palette.ts";
import { toHundredths } from "./text.ts";

/** A small line drawing, 24 units square before scaling. Plain signs only: no emblem of any authority or company. */
export const icon = (name: Icon, x: number, y: number, size: number, stroke: string = palette.brand): string =>
  `<g transform="translate(${toHundredths(x)} ${toHundredths(y)}) scale(${toHundredths(size / 24)})" fill="none" stroke="${stroke}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${paths[name]}"/></g>`;

const paths: Record<Icon, string> = {
  handset:
    "M6.5 3h3l1.5 5-2.2 1.6a13 13 0 005.6 5.6L16 13l5 1.5v3c0 1.7-1.3 3-3 3C10.5 20 4 13.5 3.5 6c0-1.7 1.3-3 3-3z",
  caution: "M12 3.5L2.5 20h19zM12 9.5v5M12 17.3v.2",
  idea: "M9 17.5h6M10 20.5h4M12 3a6 6 0 00-3.5 10.9c.6.5 1 1.2 1 2v1.6h5v-1.6c0-.8.4-1.5 1-2A6 6 0 0012 3z",
  app: "M5 4h5v6H4V5a1 1 0 011-1zM14 4h5a1 1 0 011 1v5h-6zM4 14h6v6H5a1 1 0 01-1-1zM17 14v6M14 17h6",
  person: "M12 11.5a4 4 0 100-8 4 4 0 000 8zM4 20.5c.6-4 3.8-6 8-6s7.4 2 8 6",
  card: "M4.5 5h15A1.5 1.5 0 0121 6.5v11a1.5 1.5 0 01-1.5 1.5h-15A1.5 1.5 0 013 17.5v-11A1.5 1.5 0 014.5 5zM6.5 9h4v5h-4zM14 10h4M14 14h4",
  lock: "M6 11h12a1 1 0 011 1v7.5a1 1 0 01-1 1H6a1 1 0 01-1-1V12a1 1 0 011-1zM8 11V7.5a4 4 0 018 0V11M12 14.8v2",
  search: "M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L21 21",
  bell: "M6 16.5V11a6 6 0 0112 0v5.5l1.5 1.5h-15zM10 20.8h4M12 5V3",
  doc: "M6 3h8.5L19 7.5V20a1 1 0 01-1 1H6a1 1 0 01-1-1V4a1 1 0 011-1zM14 3v5h5M8.5 13h7M8.5 17h5",
  phone: "M8 2.5h8a2 2 0 012 2v15a2 2 0 01-2 2H8a2 2 0 01-2-2v-15a2 2 0 012-2zM10.5 5.5h3M11.9 18.3h.2",
  wifi: "M3 9.5a13 13 0 0118 0M6.3 13.3a8.2 8.2 0 0111.4 0M9.5 17a3.6 3.6 0 015 0M12 20.3v.1",
  text: "M5 4.5h14A1.5 1.5 0 0120.5 6v9.5A1.5 1.5 0 0119 17h-8l-5 4v-4H5a1.5 1.5 0 01-1.5-1.5V6A1.5 1.5 0 015 4.5zM8 9h8M8 12.5h5",
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z",
  police: "M12 3.5L3.5 8l3 3.5h11l3-3.5zM8 11.5v1a4 4 0 008 0v-1M4.5 21c.7-2.5 3.2-3.5 7.5-3.5s6.8 1 7.5 3.5",
  bank: "M3.5 9.5L12 4l8.5 5.5zM4 20.5h16M6.5 9.5v8M10.2 9.5v8M13.8 9.5v8M17.5 9.5v8M5 17.5h14",
  shield: "M12 3l7.5 2.5v6c0 4.8-3 7.9-7.5 9.5-4.5-1.6-7.5-4.7-7.5-9.5v-6zM8.5 12l2.5 2.5 4.5-5",
};
