import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import { toPng } from "../src/pictures/png.ts";
import { MarkShapes } from "../src/ui/mark.tsx";

/** The mark as pictures for a phone's home screen, by their plain names. A launcher may cut a circle out of "maskable" ones. */
export const appIcons = (): readonly AppIcon[] =>
  [
    { name: "icon-192.png", size: 192, part: whole },
    { name: "icon-512.png", size: 512, part: whole },
    { name: "icon-maskable-192.png", size: 192, part: middle },
    { name: "icon-maskable-512.png", size: 512, part: middle },
  ].map(({ name, size, part }) => {
    const png = toPng(renderToString(<Icon part={part} />), { width: size });
    const hash = createHash("sha256").update(png).digest("hex").slice(0, 8).toUpperCase();
    return { name, file: name.replace(".png", `-${hash}.png`), png };
  });

export type AppIcon = { readonly name: string; readonly file: string; readonly png: Uint8Array };

const whole = "0 0 40 40";
/** More around it: all of the mark stands in the middle circle of four fifths, and the ground reaches every edge. */
const middle = "-4 -4 48 48";

const Icon = ({ part }: { part: string }) => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox={part} aria-hidden="true">
    {part === middle ? <rect x="-4" y="-4" width="48" height="48" fill="#125546" /> : null}
    <MarkShapes />
  </svg>
);
