import { MarkShapes } from "./mark.tsx";

/** A line icon; decoration only, the words stand beside it. */
export const Icon = ({
  name,
  small = false,
  up = false,
}: {
  name: keyof typeof paths;
  small?: boolean;
  up?: boolean;
}) => (
  <svg class={`ic${small ? " s" : ""}${up ? " up" : ""}`} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** The mark of the house: an "i" on a blackboard whose dot is the yellow "tap here". */
export const Mark = () => (
  <svg viewBox="0 0 40 40" aria-hidden="true">
    <MarkShapes />
  </svg>
);

const paths = {
  home: "M4 20V10M10 20V4M16 20v-7M21 20H3",
  target: "M5 3v18M5 4h12l-2.5 4L17 12H5",
  hand: "M12.5 8a3.5 3.5 0 11-7 0 3.5 3.5 0 017 0zM2.5 20c0-3.8 2.9-6 6.5-6s6.5 2.2 6.5 6M16 4.8a3.3 3.3 0 010 6.4M18.2 14.6c2 .8 3.3 2.7 3.3 5.4",
  send: "M4 12L20.5 4.5 15 20l-3.5-6z",
  map: "M12 21s-7-6.3-7-11.5a7 7 0 0114 0C19 14.7 12 21 12 21zM14.5 9.5a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0z",
  input: "M4 20h16M6 16l1-4L16.5 2.5l4 4L11 16z",
  team: "M8 11a3 3 0 100-6 3 3 0 000 6zM16.5 11a2.5 2.5 0 100-5M2.5 19c0-3 2.4-5 5.5-5s5.5 2 5.5 5M16 14c3 0 5.5 2 5.5 5",
  paper: "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7M9 8h3",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 11-4 0 2 2 0 014 0zM11 17a2 2 0 11-4 0 2 2 0 014 0z",
  down: "M5 9l7 7 7-7",
  flag: "M12 3L2.5 20h19zM12 9.5v5M12 17.3v.1",
  clock: "M21 12a9 9 0 11-18 0 9 9 0 0118 0zM12 6.5V12l4 2.5",
  save: "M12 3.5v12M6.5 10.5L12 16l5.5-5.5M4.5 20.5h15",
  bot: "M6.5 8h11a3 3 0 013 3v6a3 3 0 01-3 3h-11a3 3 0 01-3-3v-6a3 3 0 013-3zM12 8V3M8.5 13.5v1.5M15.5 13.5v1.5",
  self: "M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12.5h5",
  shield: "M12 3l7.5 3v5.5c0 4.6-3.1 8-7.5 9.5-4.4-1.5-7.5-4.9-7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
} as const;
