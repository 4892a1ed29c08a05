import { MarkShapes } from "../../ui/mark.tsx";
import type { IconName } from "./icons.tsx";

/** All icons, sent once with the page and referred to by name, so that the script carries none of them. */
export const Sprite = () => (
  <svg width="0" height="0" class="hidden" aria-hidden="true">
    <defs>
      {Object.entries(paths).map(([name, d]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
          <path d={d} fill={name === "play" ? "currentColor" : undefined} />
        </symbol>
      ))}
      <symbol id="mark" viewBox="0 0 40 40">
        <MarkShapes />
      </symbol>
    </defs>
  </svg>
);

/** Round shapes are written as arcs, so that every icon is one path. */
const paths = {
  menu: "M4 6h16M4 12h16M4 18h10",
  back: "M10 5l-6 7 6 7M4 12h16",
  listen: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 010 6M18 6.5a8 8 0 010 11",
  person:
    "M12.5 8a3.5 3.5 0 11-7 0a3.5 3.5 0 017 0M2.5 20c0-3.8 2.9-6 6.5-6s6.5 2.2 6.5 6M16 4.8a3.3 3.3 0 010 6.4M18.2 14.6c2 .8 3.3 2.7 3.3 5.4",
  people:
    "M12.5 8a3.5 3.5 0 11-7 0a3.5 3.5 0 017 0M2.5 20c0-3.8 2.9-6 6.5-6s6.5 2.2 6.5 6M16 4.8a3.3 3.3 0 010 6.4M18.2 14.6c2 .8 3.3 2.7 3.3 5.4",
  book: "M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5zM12 6.5v14",
  form: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7M9 8h3",
  "phone-id":
    "M8.5 2.5h7A2.5 2.5 0 0118 5v14a2.5 2.5 0 01-2.5 2.5h-7A2.5 2.5 0 016 19V5a2.5 2.5 0 012.5-2.5zM14.2 9a2.2 2.2 0 11-4.4 0a2.2 2.2 0 014.4 0M8.8 15c.3-1.8 1.6-2.7 3.2-2.7s2.9.9 3.2 2.7M10.5 18.5h3",
  lens: "M17 10.5a6.5 6.5 0 11-13 0a6.5 6.5 0 0113 0M15.5 15.5L21 21M10.5 7.5v3.5M10.5 13.6v.1",
  me: "M16 8a4 4 0 11-8 0a4 4 0 018 0M4.5 20.5c0-4 3.3-6.5 7.5-6.5s7.5 2.5 7.5 6.5",
  go: "M9 5l7 7-7 7",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 6v12M16 6v12",
  check: "M4.5 12.5l5 5L19.5 7",
  again: "M19.5 12a7.5 7.5 0 11-2.3-5.4M19.5 3.5v4h-4",
  stop: "M8.3 2.5h7.4l5.8 5.8v7.4l-5.8 5.8H8.3l-5.8-5.8V8.3zM12 7v6.5M12 17v.1",
  shield: "M12 2.5l8 3v6c0 5-3.4 8.5-8 10-4.6-1.5-8-5-8-10v-6zM8.5 12l2.5 2.5 4.5-5",
  mic: "M12 2.5a3 3 0 013 3v5a3 3 0 01-6 0v-5a3 3 0 013-3zM5.5 11a6.5 6.5 0 0013 0M12 17.5v4",
  send: "M4 12L20.5 4.5 15 20l-3.5-6z",
  call: "M6.5 3h3l1.5 5-2.2 1.6a13 13 0 005.6 5.6L16 13l5 1.5v3c0 1.7-1.3 3-3 3C10.5 20 4 13.5 3.5 6c0-1.7 1.3-3 3-3z",
  down: "M12 3.5v12M6.5 10.5L12 16l5.5-5.5M4.5 20.5h15",
  nonet: "M3 9a13 13 0 0118 0M6.5 13a8 8 0 0111 0M10 16.8a3 3 0 014 0M12 20v.1M4 3l16 18",
  close: "M6 6l12 12M18 6L6 18",
  info: "M21 12a9 9 0 11-18 0a9 9 0 0118 0M12 11v5.5M12 7.5v.1",
  star: "M12 3.5l2.6 5.6 6 .7-4.5 4.1 1.2 6-5.3-3-5.3 3 1.2-6L3.4 9.8l6-.7z",
} satisfies Record<IconName, string>;
