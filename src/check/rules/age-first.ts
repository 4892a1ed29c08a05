import type { Step } from "../../engine/definition/steps.ts";
import type { RecordName } from "../../engine/records.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { entryFlows } from "../../product/entry-flows.ts";
import { type Known, knownAges } from "../known-age.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * Nobody is agreed for, and nothing about anybody is noted, on a way where their age was not asked: an under-16 would
 * be remembered and counted as an adult. It holds for every way there is, not only for those somebody thought of.
 */
export const ageFirst: Rule = {
  id: "age-first",
  find: ({ library, place }) => {
    const all = [...library.definitions.values()];
    const doors = new Set([...Object.values<string>(entryFlows), ...[...library.codes.values()].map((c) => c.id)]);
    return knownAges(all, (d) => d.kind !== "flow" || d.id.startsWith("review:") || doors.has(d.id)).flatMap(
      ({ flow, state, step, known }) => {
        const does = library.definitions.get(flow)?.states[state]?.steps[step];
        const wants = does && needs(does);
        if (!wants || known >= wants.known) return [];
        const missing = wants.known === 1 ? unasked : agreed;
        return [
          at(place.state(flow, state, step), "age-first", {
            vi: `trạng thái “${state}” ${wants.what.vi}, nhưng ${missing.vi}`,
            en: `state "${state}" ${wants.what.en}, but ${missing.en}`,
          }),
        ];
      },
    );
  },
};

const unasked = {
  vi: 'chưa ai hỏi người ấy đủ 16 tuổi chưa; đặt "is-adult" phía trước',
  en: 'nobody asked whether they are 16; put "is-adult" before it',
};
const agreed = {
  vi: 'không phải ai tới đây cũng đã đồng ý và đủ 16 tuổi; đặt "has-consent" phía trước',
  en: 'not everybody who comes here agreed and is 16; put "has-consent" before it',
};

const needs = (step: Step): { readonly what: Bilingual; readonly known: Known } | null => {
  if (step.kind === "record" && binding.has(step.what))
    return { what: { vi: `ghi lại “${step.what}”`, en: `records "${step.what}"` }, known: 2 };
  if (step.kind !== "set" || step.person === undefined || step.to === null) return null;
  if (step.person === "consent" && step.to !== "no")
    return { what: { vi: "nhận sự đồng ý", en: "takes consent" }, known: 1 };
  return noted.has(step.person)
    ? { what: { vi: `lưu “${step.person}”`, en: `keeps the ${step.person}` }, known: 2 }
    : null;
};

const noted: ReadonlySet<string> = new Set(["name", "village", "audience"]);

const binding: ReadonlySet<RecordName> = new Set([
  "consent-given",
  "self-assessed",
  "certificate-earned",
  "review-started",
  "link-offered",
  "invitation-accepted",
  "push-confirmed",
]);
