import type { WebCommune } from "../channels/web/deps.ts";
import type { Assets } from "./assets.ts";

/** What a phone's home screen keeps of a commune's chat: its name, its picture and the way back. */
export const appManifest = ({ code, title }: WebCommune, assets: Assets) => ({
  id: chatOf(code),
  name: title,
  // Under a picture there is room for some twelve letters.
  short_name: "Học số",
  lang: "vi",
  start_url: chatOf(code),
  scope: "/chat",
  display: "standalone",
  theme_color: colours.bar,
  background_color: colours.ground,
  icons: ["192", "512"].flatMap((size) => [
    { src: assets.url(`icon-${size}.png`), sizes: `${size}x${size}`, type: "image/png", purpose: "any" },
    { src: assets.url(`icon-maskable-${size}.png`), sizes: `${size}x${size}`, type: "image/png", purpose: "maskable" },
  ]),
});

/** Where a commune's manifest is. */
export const manifestOf = (commune: string): string => `/manifest.webmanifest?commune=${encodeURIComponent(commune)}`;

const chatOf = (commune: string): string => `/chat?commune=${encodeURIComponent(commune)}`;

/** As in tokens.css (--bang-800, --giay), which a manifest cannot name. */
const colours = { bar: "#0E4438", ground: "#F6F5F0" };
