import type { Chart } from "./report.ts";
import { bareShare, people } from "./vietnamese.ts";

const [WIDTH, HEIGHT, TOP, BASE, LEFT] = [600, 190, 30, 160, 40];

/** Two bars a label, the second hatched so that a copy in black and white still tells them apart. */
export const ChartSvg = ({ chart }: { chart: Chart }) => {
  const { bars, unit, series, caption } = chart;
  const top = ceiling(Math.max(...bars.flatMap((b) => b.values), 0), unit);
  const room = (WIDTH - LEFT - 4) / bars.length;
  const wide = Math.min(26, room * 0.38);
  const y = (value: number): number => BASE - (value / top) * (BASE - TOP);
  const say = (value: number): string => (unit === "%" ? bareShare(value) : people(value));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={caption}
      font-family="Times New Roman, Tinos, Noto Sans, serif"
    >
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="#fff" />
          <path d="M0 0v5" stroke="#14201C" stroke-width="1.6" />
        </pattern>
      </defs>
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      {[0, 1 / 2, 1].map((part) => (
        <g key={part}>
          <path d={`M${LEFT} ${y(top * part)}H${WIDTH}`} stroke="#14201C" stroke-opacity={part === 0 ? 1 : 0.2} />
          <text x={LEFT - 5} y={y(top * part) + 4} text-anchor="end" font-size="12">
            {unit === "%" ? `${people(top * part)}%` : people(top * part)}
          </text>
        </g>
      ))}
      {bars.map(({ label, values }, i) => {
        const middle = LEFT + room * (i + 0.5);
        return (
          <g key={label}>
            <rect x={middle - wide - 1} y={y(values[0])} width={wide} height={BASE - y(values[0])} fill="#125546" />
            <rect
              x={middle + 1}
              y={y(values[1])}
              width={wide}
              height={BASE - y(values[1])}
              fill="url(#hatch)"
              stroke="#14201C"
            />
            <text x={middle - wide / 2 - 1} y={y(values[0]) - 4} text-anchor="middle" font-size="11" font-weight="700">
              {say(values[0])}
            </text>
            <text x={middle + wide / 2 + 1} y={y(values[1]) - 4} text-anchor="middle" font-size="11">
              {say(values[1])}
            </text>
            {twoLines(label, room).map((line, row) => (
              <text x={middle} y={BASE + 14 + row * 13} text-anchor="middle" font-size="11" key={line}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
      <rect x="220" y="2" width="14" height="10" fill="#125546" />
      <text x="239" y="11" font-size="12">
        {series[0]}
      </text>
      <rect x="420" y="2" width="14" height="10" fill="url(#hatch)" stroke="#14201C" />
      <text x="439" y="11" font-size="12">
        {series[1]}
      </text>
    </svg>
  );
};

/** The top line: a round number that every bar stays under. Percent never goes above 100. */
const ceiling = (most: number, unit: Chart["unit"]): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))));
  const top = [1, 2, 4, 6, 8, 10].map((n) => n * step).find((n) => n >= most) ?? most;
  return unit === "%" ? Math.min(100, Math.max(10, top)) : Math.max(4, top);
};

/** As many words as fit under the bars in two lines; the last is cut where there are more. */
const twoLines = (label: string, room: number): readonly string[] => {
  const most = Math.max(3, Math.floor(room / 5.9));
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && (lines.length === 2 || `${last} ${word}`.length <= most))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => (line.length <= most ? line : `${line.slice(0, most - 1)}…`));
};
