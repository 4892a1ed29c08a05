import type { Language } from "../kit/bilingual.ts";
import type { Kept, KeptRow, Section } from "../store/ports/downloads.ts";
import { audienceName } from "../ui/audiences.ts";
import { moment } from "../ui/format.ts";
import { myDataWords } from "./my-data-words.ts";

type Props = {
  readonly kept: Kept;
  readonly language: Language;
  readonly titleOf: (id: string, language: Language) => string | null;
};

/** Everything kept about somebody, to be read: every row of every section, also a kind without words of its own. */
export const KeptList = ({ kept, language, titleOf }: Props) => {
  const w = myDataWords(language);
  // In the order of the words; the compiler has compared their keys with the sections.
  const sections = Object.keys(w.sections) as Section[];
  const empty = sections.filter((s) => kept[s].length === 0).map((s) => w.sections[s]);
  return (
    <>
      {sections
        .filter((s) => kept[s].length > 0)
        .map((section) => (
          <section key={section}>
            <h2>
              {w.sections[section]} ({kept[section].length})
            </h2>
            {kept[section].map((row, i) => (
              <Row key={i} row={row} language={language} titleOf={titleOf} />
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

const Row = ({ row, language, titleOf }: { readonly row: KeptRow } & Omit<Props, "kept">) => {
  const w = myDataWords(language);
  const fields: Readonly<Record<string, string>> = w.fields;
  const values: Readonly<Record<string, string>> = w.values;
  const shown = (key: string, value: string | number): string => {
    if (typeof value === "number")
      return isTime(key) ? moment(value) : flags.has(key) ? (value ? w.yes : w.no) : String(value);
    if (key === "audience") return audienceName(value, language);
    return values[value] ?? titleOf(value.replace(/^[a-z]+:/, ""), language) ?? value;
  };
  return (
    <dl>
      {Object.entries(row).map(([key, value]) =>
        value === null || value === "{}" ? null : (
          <div key={key}>
            <dt>{fields[key] ?? key}</dt>
            <dd>{shown(key, value)}</dd>
          </div>
        ),
      )}
    </dl>
  );
};

const isTime = (key: string): boolean => key === "at" || key === "since" || key.endsWith("At");
const flags = new Set(["optedOut", "byLink", "passed", "done", "urgent"]);
