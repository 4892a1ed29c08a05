import type { Language } from "../kit/bilingual.ts";
import { myDataWords } from "./my-data-words.ts";
import type { Spelled } from "./spelled.ts";

/** Everything kept about somebody, to be read. */
export const PersonalDataList = ({
  sections,
  language,
}: {
  readonly sections: readonly Spelled[];
  readonly language: Language;
}) => {
  const w = myDataWords(language);
  const empty = sections.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  return (
    <>
      {sections
        .filter(({ rows }) => rows.length > 0)
        .map(({ section, title, rows }) => (
          <section key={section}>
            <h2>
              {title} ({rows.length})
            </h2>
            {rows.map((row, i) => (
              <dl class="kept" key={i}>
                {row.map(([label, text], n) => (
                  <div key={n}>
                    <dt>{label}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            ))}
          </section>
        ))}
      {empty.length > 0 && (
        <p>
          {w.nothing}: {empty.join("; ").toLowerCase()}.
        </p>
      )}
    </>
  );
};
