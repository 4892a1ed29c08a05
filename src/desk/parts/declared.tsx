import type { SelfFigure } from "../../indicator/declared.ts";
import { selfDefinitions, selfLabel } from "../../indicator/self.ts";
import type { Language } from "../../kit/bilingual.ts";
import { dayLabel, timeLabel } from "../../kit/vietnam-time.ts";
import { number, percentage } from "../../ui/format.ts";
import { table } from "../../ui/words.ts";
import type { View } from "../view.ts";

/** What people say of themselves, beside a target: its label first, then over whom, so that nobody takes it for the official figure. */
export const SelfDeclared = ({ view: { language }, figure }: { view: View; figure: SelfFigure }) => {
  const w = words(language);
  const { numerator, answered, value, interval, atLeast, cutoff } = figure;
  const definition = selfDefinitions[figure.indicator];
  return (
    <>
      <span class="stand undated">{selfLabel[language]}</span>
      {value === null || interval === null ? (
        <span class="note">{w.nobody}</span>
      ) : (
        <>
          <b>{percentage(value, language)}</b>
          <span class="note">{w.of(number(numerator, language), number(answered, language))}</span>
          <span class="note">{w.between(percentage(interval.low, language), percentage(interval.high, language))}</span>
          {atLeast && (
            <span class="note">
              {w.atLeast(percentage(atLeast.value, language), number(atLeast.residents, language))}
            </span>
          )}
        </>
      )}
      <details class="rule">
        <summary>{w.rule}</summary>
        <p>{definition.numerator[language]}</p>
        <p>{definition.denominator[language]}</p>
        <p>{w.notOfficial}</p>
        <p class="num">{`${figure.version} · ${w.until(timeLabel(cutoff), dayLabel(cutoff))}`}</p>
      </details>
    </>
  );
};

/** The same in one line, for a file. */
export const selfWords = (
  { numerator, answered, value, interval, atLeast }: SelfFigure,
  language: Language,
): string => {
  const w = words(language);
  if (value === null || interval === null) return `${selfLabel[language]}: ${w.nobody}`;
  return [
    `${selfLabel[language]}: ${percentage(value, language)}`,
    w.of(number(numerator, language), number(answered, language)),
    w.between(percentage(interval.low, language), percentage(interval.high, language)),
    ...(atLeast ? [w.atLeast(percentage(atLeast.value, language), number(atLeast.residents, language))] : []),
  ].join("; ");
};

const words = table(
  {
    nobody: "chưa có ai trả lời",
    of: (n: string, d: string) => `${n} trong số ${d} người đã tự trả lời`,
    between: (low: string, high: string) => `sai số 95%: ${low} đến ${high}`,
    atLeast: (share: string, residents: string) =>
      `nếu khai đúng thì ít nhất ${share} của ${residents} người từ 16 tuổi`,
    rule: "Cách tính",
    notOfficial:
      "Không thay cho số chính thức của công an, ngân hàng hay cơ quan cấp trên. Người chịu trả lời có thể khác người không trả lời; sai số 95% không nói điều đó.",
    until: (time: string, date: string) => `chốt số ${time}, ${date}`,
  },
  {
    nobody: "nobody has answered yet",
    of: (n, d) => `${n} of the ${d} people who answered`,
    between: (low, high) => `95% interval: ${low} to ${high}`,
    atLeast: (share, residents) => `if true, at least ${share} of ${residents} residents aged 16+`,
    rule: "Rule",
    notOfficial:
      "Does not replace the official figure of the police, banks or higher authorities. Those who answer may differ from those who do not; the 95% interval says nothing of that.",
    until: (time, date) => `counted to ${time}, ${date}`,
  },
);
