import { z } from "zod";
import { dayOf } from "../kit/vietnam-time.ts";
import type { SettingsChange } from "../store/ports/communes.ts";
import type { Action, FormOutcome } from "./action.ts";
import { fault } from "./faults.ts";
import { clock, optionalLine, phrase, telephone } from "./fields.ts";
import { parsed } from "./parsed.ts";
import { byOf, codeOf, type View } from "./view.ts";

/** What is set for the commune as a whole: quiet hours, contacts, fees, a channel connected anew. */
export const settingsActions: readonly Action[] = [
  {
    path: "/cai-dat/gio",
    may: "change-settings",
    back: "/cai-dat",
    run: parsed(
      z.object({ from0: clock(), to0: clock(), from1: clock(), to1: clock() }),
      async (view, { from0, to0, from1, to1 }) => {
        const spans = [
          { from: from0, to: to0 },
          { from: from1, to: to1 },
        ];
        for (const [i, { from, to }] of spans.entries()) {
          // Half a span is a slip of the hand; the same hour twice would be a whole silent day, or none.
          if ((from === "") !== (to === "")) return fault(`${from === "" ? "from" : "to"}${i}`, "half-span");
          if (from !== "" && from === to) return fault(`to${i}`, "same-hour");
        }
        if (silent(spans) > MOST_SILENT) return fault("to0", "all-day");
        return save(view, { quiet_hours: spans.filter((s) => s.from !== "") });
      },
    ),
  },
  {
    path: "/cai-dat/lien-he",
    may: "change-settings",
    back: "/cai-dat",
    run: parsed(
      z.object({ hotline: telephone(), counter: telephone(), police: telephone(), hours: optionalLine(120, "phone") }),
      (view, contacts) => save(view, { contacts }),
    ),
  },
  {
    path: "/cai-dat/le-phi/:id",
    may: "change-settings",
    back: "/cai-dat",
    run: parsed(z.object({ says: phrase(100), basis: phrase(100) }), async (view, { says, basis }, { id = "" }) => {
      // A sum without the document it stands in is what somebody heard; it would be read out as what holds.
      if (!view.deps.topics.some((t) => t.id === id && t.localFee)) return "missing";
      if (says !== "" && basis === "") return fault("basis", "basis");
      return save(view, { fees: { [id]: says === "" ? null : { says, basis, on: dayOf(view.now) } } });
    }),
  },
  {
    // Whoever opens the link decides which account speaks for the commune.
    path: "/cai-dat/kenh/:id/noi-lai",
    may: "connect-channels",
    back: "/cai-dat",
    run: async (view, _, { id = "" }) => {
      const link = await view.deps.reconnect(codeOf(view), id);
      return link === null ? { go: "/cai-dat", flash: "bad-reconnect" } : { show: { consent: link } };
    },
  },
];

const save = async (view: View, change: SettingsChange): Promise<FormOutcome> => {
  await view.deps.store.saveSettings(codeOf(view), change, byOf(view));
  return { go: "/cai-dat", flash: "saved" };
};

/** Minutes of the day in at least one of the spans. */
const silent = (spans: readonly { readonly from: string; readonly to: string }[]): number => {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const quiet = spans
    .filter((s) => s.from !== "")
    .map((s) => [minute(s.from), minute(s.to)] as const)
    .map(
      ([from, to]) =>
        (at: number) =>
          from < to ? at >= from && at < to : at >= from || at < to,
    );
  return Array.from({ length: 24 * 60 }, (_, at) => at).filter((at) => quiet.some((is) => is(at))).length;
};
/** What is left for reminders and pushes, at the least: four hours. */
const MOST_SILENT = 20 * 60;
