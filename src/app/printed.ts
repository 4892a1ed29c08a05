import type { House } from "../app.ts";
import { communeSettings } from "../communes/settings.ts";
import { withFacts } from "../content/ledger/with-facts.ts";
import type { Guide, Lesson } from "../content/schema.ts";
import { summaryAlt } from "../content/summary.ts";
import { app } from "../engine/text.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import type { Assets } from "../site/assets.ts";
import type { PrintDeps } from "../site/sheet/deps.ts";
import { communeNames } from "./commune-names.ts";

/** What the sheets and pictures to print are given. */
export const printDeps = (house: House, assets: Assets): PrintDeps => {
  const { trackItems, tracks, words, ledger } = house.taught.library;
  /** What is printed says the facts of the day it is printed on. */
  const itemsOn = lastOnly((day: string) => withFacts(house.taught.library.items, ledger, day));
  const items = () => itemsOn(dayOf(house.now()));
  return {
    assets,
    guides: () => items().filter((i): i is Guide => i.kind === "guide"),
    groupTitle: (group, language) => (group === "vneid" ? "VNeID" : words.say(app(`group.${group}`), language)),
    tracks: () =>
      tracks
        .flatMap(({ id }) => trackItems.find((t) => t.id === id) ?? [])
        .map((t) => ({
          title: t.title,
          lessons: t.lessons.flatMap(
            (id) => items().find((i): i is Lesson => i.kind === "lesson" && i.id === id) ?? [],
          ),
        })),
    commune: async (code) => {
      const row = await house.desk.commune(code);
      if (!row) return null;
      const { commune, settings } = row;
      return {
        ...communeNames(commune),
        unit: commune.unit.lower,
        team: commune.team,
        contacts: communeSettings(commune, settings).contacts,
      };
    },
    summary: house.pictures.summary,
    summaryAlt,
    publicUrl: house.config.publicUrl,
    qr: house.qr,
  };
};

/** Kept until it is asked for another day. */
const lastOnly = <T>(make: (day: string) => T): ((day: string) => T) => {
  let printed: { readonly day: string; readonly made: T } | undefined;
  return (day) => {
    if (printed?.day !== day) printed = { day, made: make(day) };
    return printed.made;
  };
};
