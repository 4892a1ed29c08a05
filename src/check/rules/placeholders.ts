import { leavable, placeholdersIn } from "../../content/placeholder-names.ts";
import type { Definition } from "../../engine/definition.ts";
import { doorOf, entryFlows } from "../../product/entry-flows.ts";
import type { Examined, Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Every `{{word}}` is one that gets filled in, and both languages use the same ones: else people read the braces. */
export const placeholders: Rule = {
  id: "placeholders",
  find: (seen) => {
    const words = new Map(seen.texts().map((t) => [`${t.ns} ${t.key} ${t.language}`, t]));
    const knownBy = new Map<string, ReadonlySet<string>>();
    return seen.texts().flatMap((t) => {
      const used = placeholdersIn(t.words);
      if (used.length === 0 && !words.has(`${t.ns} ${t.key} en`)) return [];
      const known = knownBy.get(t.of) ?? knownIn(seen, t.of);
      knownBy.set(t.of, known);
      const unknown =
        // A pointer to a fact has a rule of its own.
        t.of === "app" ? [] : used.filter((n) => !known.has(n) && !n.startsWith("fact:"));
      const other = words.get(`${t.ns} ${t.key} ${t.language === "vi" ? "en" : "vi"}`);
      const theirs = placeholdersIn(other?.words ?? "");
      const missing = t.language === "vi" && other ? used.filter((n) => !leavable.has(n) && !theirs.includes(n)) : [];
      const extra = t.language === "vi" && other ? theirs.filter((n) => !leavable.has(n) && !used.includes(n)) : [];
      return [
        ...unknown.map((n) =>
          at(t.where, "placeholders", {
            vi: `{{${n}}} không bao giờ được điền ở đây (${t.language}); có: ${[...known].sort().join(", ")}`,
            en: `{{${n}}} is never filled in here ("${t.language}"); known are ${[...known].sort().join(", ")}`,
          }),
        ),
        ...missing.map((n) =>
          at(t.where, "placeholders", {
            vi: `tiếng Việt có {{${n}}}, bản “${other?.language}” không có`,
            en: `Vietnamese has {{${n}}}, "${other?.language}" has not`,
          }),
        ),
        ...extra.map((n) =>
          at(t.where, "placeholders", {
            vi: `bản “${other?.language}” có {{${n}}}, tiếng Việt không có`,
            en: `"${other?.language}" has {{${n}}}, Vietnamese has not`,
          }),
        ),
      ];
    });
  },
};

const everywhere = [...leavable, "team", "commune", "movement", "phone", "hotline", "counter", "police", "hours"];
const mine = [
  "myName",
  "myVillage",
  "myAge",
  "myAudience",
  "myLessons",
  "myCertificates",
  "myReview",
  "myTickets",
  "myQuestions",
];

const knownIn = ({ library }: Examined, of: string): ReadonlySet<string> => {
  const d = library.definitions.get(of);
  const vars = d ? varsOf(d) : [];
  const behind = vars.flatMap((v) =>
    v === "lesson"
      ? ["lessonTitle", "lessonMinutes"]
      : v === "stopped"
        ? ["stoppedTitle"]
        : v === "village"
          ? // What somebody in the team looks after, and the place of the code they typed.
            ["villageName", "newPlace", "myPlaces"]
          : [],
  );
  return new Set([
    ...everywhere,
    ...vars,
    ...behind,
    ...(of === entryFlows.data ? mine : []),
    ...(of === "agree" ? ["privacyLink"] : []),
    ...(of === entryFlows.download ? ["dataLink"] : []),
    ...(of === entryFlows.invitation ? ["newPlace", "myPlaces"] : []),
  ]);
};

/** What a flow keeps itself, and what the engine hands to it. */
const varsOf = (d: Definition): readonly string[] => [
  ...(doorOf(d.id)?.says ?? []),
  ...Object.values(d.states).flatMap((s) =>
    s.steps.flatMap((step) => {
      if (step.kind === "set") return step.var === undefined ? [] : [step.var];
      if (step.kind === "choose" && step.typed) return [step.typed.as];
      return (step.kind === "choose" || step.kind === "ask") && step.as !== undefined ? [step.as] : [];
    }),
  ),
];
