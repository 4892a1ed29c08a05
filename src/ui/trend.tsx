import type { Language } from "../kit/bilingual.ts";
import { number } from "./format.ts";

export type TrendLine = {
  readonly label: string;
  readonly values: readonly number[];
  readonly kind: "first" | "second";
};

/**
 * People counted at the end of each month, cumulative. Drawn on the server; the words of the figure stand in its label
 * and in the table below it, so nothing depends on seeing the line.
 */
export const Trend = ({
  months,
  lines,
  label,
  language,
}: {
  months: readonly string[];
  lines: readonly TrendLine[];
  label: string;
  language: Language;
}) => {
  const top = ceiling(Math.max(1, ...lines.flatMap((line) => line.values)));
  const x = (i: number) => round(months.length < 2 ? RIGHT : LEFT + ((RIGHT - LEFT) * i) / (months.length - 1));
  const y = (n: number) => round(BOTTOM - ((BOTTOM - TOP) * n) / top);
  const apart = spread(lines.map((line) => y(line.values.at(-1) ?? 0)));
  return (
    <svg class="trend" viewBox="0 0 540 206" role="img" aria-label={label}>
      {ticks(top).map((n) => (
        <g key={n}>
          <path class={n === 0 ? "axis" : "grid"} d={`M${LEFT} ${y(n)}H${RIGHT}`} />
          <text class="scale" x={LEFT - 6} y={y(n) + 4.5} text-anchor="end">
            {number(n, language)}
          </text>
        </g>
      ))}
      {months.map((month, i) => (
        <g key={month}>
          <path class="axis" d={`M${x(i)} ${BOTTOM}v5`} />
          {(months.length - 1 - i) % Math.ceil(months.length / 6) === 0 && (
            <text class="scale" x={x(i)} y={BOTTOM + 20} text-anchor="middle">
              {`${Number(month.slice(5))}/${month.slice(0, 4)}`}
            </text>
          )}
        </g>
      ))}
      {lines.map((line, l) => (
        <g class={`line ${line.kind}`} key={line.label}>
          <polyline points={line.values.map((n, i) => `${x(i)},${y(n)}`).join(" ")} />
          <circle cx={x(months.length - 1)} cy={y(line.values.at(-1) ?? 0)} r="5" />
          <text x={RIGHT + 10} y={(apart[l] ?? 0) + 5}>
            {number(line.values.at(-1) ?? 0, language)}
          </text>
        </g>
      ))}
    </svg>
  );
};

const [LEFT, RIGHT, TOP, BOTTOM] = [50, 486, 14, 178];
const round = (n: number): number => Math.round(n * 10) / 10;

/** The next 1, 2, 4 or 5 times a power of ten that splits into four whole steps. */
const ceiling = (n: number): number => {
  for (let unit = 1; ; unit *= 10) for (const step of [4, 8, 12, 20, 32]) if (step * unit >= n) return step * unit;
};
const ticks = (top: number): number[] => [0, 1, 2, 3, 4].map((i) => (top / 4) * i);

/** Labels at the line ends, pushed apart where they would cover each other. */
const spread = (ys: readonly number[]): number[] => {
  const [a = 0, b] = ys;
  if (b === undefined) return [a];
  const gap = Math.abs(a - b);
  if (gap >= 18) return [a, b];
  const push = (18 - gap) / 2;
  return a <= b ? [a - push, b + push] : [a + push, b - push];
};
