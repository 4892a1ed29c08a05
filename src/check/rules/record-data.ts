import type { RecordStep } from "../../engine/definition/steps.ts";
import { readRecord, records } from "../../engine/records.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** What a flow puts on record is of its kind: at run time a record that does not hold ends the conversation there. */
export const recordData: Rule = {
  id: "record-data",
  find: ({ library, place }) =>
    [...library.definitions.values()].flatMap((d) =>
      Object.entries(d.states).flatMap(([state, { steps }]) =>
        steps.flatMap((step, i) => {
          if (step.kind !== "record") return [];
          const wrong = faultOf(step);
          return wrong === null
            ? []
            : [
                at(place.state(d.id, state, i), "record-data", {
                  vi: `trạng thái “${state}” ghi lại “${step.what}” chưa đúng dạng (${wrong})`,
                  en: `state "${state}" does not record "${step.what}" as it is (${wrong})`,
                }),
              ];
        }),
      ),
    ),
};

/** Only names and literals can be judged before somebody comes by: a variable is taken to hold what the example holds. */
const faultOf = (step: RecordStep): string | null => {
  const example: { readonly ref: unknown; readonly data: Readonly<Record<string, unknown>> } =
    records[step.what].example;
  const meant = (value: unknown, told: unknown): unknown => (isVariable(value) ? (told ?? value) : (value ?? null));
  const data = Object.fromEntries(Object.entries(step.data).map(([name, v]) => [name, meant(v, example.data[name])]));
  const read = readRecord(step.what, meant(step.ref, example.ref), data);
  return read.ok ? null : read.why;
};

const isVariable = (value: unknown): boolean => typeof value === "string" && /^[$@]/.test(value);
