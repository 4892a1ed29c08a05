import type { Card } from "../content/card.ts";
import type { Language } from "../kit/bilingual.ts";
import { callout } from "./callout.ts";
import { CARD_WIDTH, STRIP } from "./draw.ts";
import { fitText } from "./fit.ts";
import { FAMILY } from "./fonts.ts";
import { palette } from "./palette.ts";
import { call } from "./scenes/call.ts";
import { message } from "./scenes/message.ts";
import { person } from "./scenes/person.ts";
import { phone } from "./scenes/phone.ts";
import type { DrawScene } from "./scenes/scene.ts";
import { textLine } from "./text.ts";

/** A step card as SVG, 334 units wide, as high as its rows need. The same card gives the same text, byte for byte. */
export function cardSvg(card: Card, language: Language = "vi"): string {
  const { svg, height, marks } = scenes[card.scene](card);
  const h = Math.ceil(height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${h}" viewBox="0 0 ${CARD_WIDTH} ${h}" font-family="${FAMILY}">`,
    `<rect width="${CARD_WIDTH}" height="${h}" fill="${palette.ground}"/>`,
    svg,
    ...marks.map(callout),
    strip(card.scene === "person" ? "drawing" : "screen", language),
    "</svg>",
  ].join("");
}

const scenes = { phone, message, call, person } satisfies Record<Card["scene"], DrawScene>;

/** Says on the picture itself that it is a drawing: a card is forwarded without the words around it. */
const notice = {
  screen: { vi: "Hình minh họa · Màn hình thật có thể hơi khác", en: "Illustration · Your screen may look different" },
  drawing: { vi: "Hình minh họa", en: "Illustration" },
} as const;

function strip(kind: keyof typeof notice, language: Language): string {
  const words = fitText(notice[kind][language], { width: CARD_WIDTH - 16, size: 15, min: 12, weight: 600 });
  return (
    `<rect width="${CARD_WIDTH}" height="${STRIP}" fill="${palette.soft}"/>` +
    textLine(
      words.lines[0] ?? "",
      { x: CARD_WIDTH / 2, y: 19.5, anchor: "middle" },
      { size: words.size, weight: 600, fill: palette.white },
    )
  );
}
