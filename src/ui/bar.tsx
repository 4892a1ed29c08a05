import type { TargetMark } from "../indicator/target-marks.ts";
import type { Language } from "../kit/bilingual.ts";
import { percentage } from "./format.ts";

/** A bar in a table cell: the number first, all bars of a column on one scale, the commune's average as a line. */
export const CellBar = ({
  value,
  average,
  low,
  language,
}: {
  value: number;
  average: number | null;
  low: boolean;
  language: Language;
}) => (
  <span class={`ib${low ? " low" : ""}`}>
    <b>{percentage(value, language)}</b>
    <svg class="bar" width="100%" height="20" aria-hidden="true">
      <rect class="track" y="4" width="100%" height="12" />
      <rect class="fill" y="4" width={`${clamp(value)}%`} height="12" />
      {average !== null && <rect class="avg" x={`${clamp(average)}%`} y="0" width="2" height="20" />}
    </svg>
  </span>
);

/**
 * The bar of an indicator with the marks of the plan: past ones above, the coming one below. Percentages instead of a
 * view box keep the words in shape at any width, and nothing needs an inline style.
 */
export const Bullet = ({
  value,
  marks,
  language,
}: {
  value: number;
  marks: readonly TargetMark[];
  language: Language;
}) => (
  <svg class={`bul${marks.length === 0 ? " bare" : ""}`} width="100%" aria-hidden="true">
    <rect class="track" y={marks.length === 0 ? 9 : 23} width="100%" height="14" />
    <rect class="fill" y={marks.length === 0 ? 9 : 23} width={`${clamp(value)}%`} height="14" />
    {marks.map(({ target, at, standing }) => {
      const past = standing === "history";
      const end = at > 55;
      return (
        <g class={past ? "past" : "next"} key={target.id}>
          <rect x={`${Math.min(clamp(at), 99.2)}%`} y="18" width="3" height="24" />
          <text x={`${clamp(at)}%`} y={past ? 13 : 56} text-anchor={end ? "end" : "start"}>
            {target.horizon ? `${target.horizon}: ` : ""}
            {target.cell ?? sign(target.operator) + percentage(at, language).replace(/[.,]0%/, "%")}
          </text>
        </g>
      );
    })}
  </svg>
);

const clamp = (n: number): number => Math.max(0, Math.min(100, n));
const sign = (operator: string): string => ({ ">=": "≥ ", ">": "> ", "<=": "≤ " })[operator] ?? "";
