import { fitText } from "../../src/pictures/fit.ts";
import { palette } from "../../src/pictures/palette.ts";
import type { Row, Screen } from "./screens.ts";

const WIDTH = 640;
const MARGIN = 24;
const INNER = WIDTH - 2 * MARGIN;
const FONT = "'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', Arial, sans-serif";

/** A screen as an SVG picture. It says itself that it is drawn: nobody should look for these very colours on the real page. */
export const drawn = ({ place, title, rows }: Screen): string => {
  const parts: string[] = [];
  let y = 104;
  for (const row of rows) {
    const { svg, height } = shapeOf(row, y);
    parts.push(svg, ...(row.tap === undefined ? [] : [number(row.tap, y + height / 2)]));
    y += height + 14;
  }
  const height = y + 34;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="${FONT}">
<title>${escaped(`${title} (hình vẽ, không phải ảnh chụp): ${place}`)}</title>
<rect width="${WIDTH}" height="${height}" fill="${palette.ground}"/>
<rect x="8" y="8" width="${WIDTH - 16}" height="${height - 16}" rx="10" fill="${palette.white}" stroke="${palette.line}"/>
${text(place, MARGIN, 40, 14, palette.soft, INNER)}
${text(title, MARGIN, 74, 22, palette.dark, INNER, 700)}
${parts.join("\n")}
${text("Hình vẽ, không phải ảnh chụp. Trang thật có thể trông khác.", MARGIN, height - 24, 13, palette.soft, INNER)}
</svg>
`;
};

const LEFT = MARGIN + 44;
const ROOM = WIDTH - MARGIN - LEFT;

const shapeOf = (row: Row, y: number): { readonly svg: string; readonly height: number } => {
  const ring = row.tap === undefined ? palette.line : palette.tap;
  const edge = row.tap === undefined ? 1 : 3;
  switch (row.kind) {
    case "field":
      return {
        height: 64,
        svg: `${text(row.label, LEFT, y + 14, 14, palette.soft, ROOM)}
<rect x="${LEFT}" y="${y + 22}" width="${ROOM}" height="40" rx="6" fill="${palette.white}" stroke="${ring}" stroke-width="${edge}"/>
${text(row.value, LEFT + 12, y + 48, 16, palette.dark, ROOM - 24)}`,
      };
    case "button":
      return {
        height: 44,
        svg: `<rect x="${LEFT}" y="${y}" width="240" height="44" rx="6" fill="${palette.brand}" stroke="${ring}" stroke-width="${edge}"/>
${text(row.label, LEFT + 16, y + 28, 16, palette.white, 208, 700)}`,
      };
    case "switch":
      return {
        height: 40,
        svg: `<rect x="${LEFT}" y="${y + 8}" width="46" height="24" rx="12" fill="${row.on ? palette.brand : palette.edge}" stroke="${ring}" stroke-width="${edge}"/>
<circle cx="${LEFT + (row.on ? 34 : 12)}" cy="${y + 20}" r="9" fill="${palette.white}"/>
${text(`${row.label}: ${row.on ? "bật" : "tắt"}`, LEFT + 58, y + 26, 16, palette.dark, ROOM - 58)}`,
      };
    case "said": {
      const mine = row.by === "us";
      const width = 380;
      const x = mine ? WIDTH - MARGIN - width : LEFT;
      return {
        height: 48,
        svg: `<rect x="${x}" y="${y}" width="${width}" height="48" rx="14" fill="${mine ? palette.bubble : palette.ground}" stroke="${ring}" stroke-width="${edge}"/>
${text(row.text, x + 16, y + 30, 16, palette.dark, width - 32)}`,
      };
    }
    case "line":
      return {
        height: 40,
        svg: `<rect x="${LEFT}" y="${y}" width="${ROOM}" height="40" rx="6" fill="${palette.ground}" stroke="${ring}" stroke-width="${edge}"/>
${text(row.text, LEFT + 12, y + 26, 15, palette.dark, ROOM - 24)}`,
      };
  }
};

const number = (n: number, y: number): string =>
  `<circle cx="${MARGIN + 16}" cy="${y}" r="15" fill="${palette.tap}"/><text x="${MARGIN + 16}" y="${y + 6}" font-size="17" font-weight="700" text-anchor="middle" fill="${palette.tapText}">${n}</text>`;

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  width: number,
  weight: 400 | 700 = 400,
): string => {
  const fitted = fitText(words, { width, size, min: 11, weight });
  return `<text x="${x}" y="${y}" font-size="${fitted.size}" font-weight="${weight}" fill="${fill}">${escaped(fitted.lines[0] ?? "")}</text>`;
};

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
