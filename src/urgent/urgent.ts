import { type Alarms, alarmsIn } from "./alarms.ts";
import { type Concepts, featuresIn } from "./features.ts";
import type { Models } from "./learn.ts";
import { scoreOf } from "./model.ts";

/** A life in danger, by what happened, or money and codes that are just gone; `sure` where an alarm sounded. */
export type Cry =
  | { readonly is: "life"; readonly kind: string; readonly sure: boolean }
  | { readonly is: "money"; readonly sure: boolean };

/** How far below its line the model may stand where an alarm sounds, and how far above where a sentence is calm or short. */
const line = { alarmed: -6_000, calm: 3_500, alone: 700, short: 2_500, told: -8_600, story: -1_500 };

/**
 * Hears a cry for help in a text. Two listen: a model that learnt from sentences, and alarms that were written down. Where
 * the alarm sounds the model need only not object; alone it must be sure, and surer where the sentence is calm.
 */
export const createUrgent = (
  models: Models,
  concepts: Concepts,
  alarms: Alarms,
  losses: Alarms,
): ((text: string) => Cry | null) => {
  const features = featuresIn(concepts);
  const listen = alarmsIn(alarms);
  const lost = alarmsIn(losses);
  return (text) => {
    const pieces = features(text);
    const life = Math.max(...pieces.map((piece) => scoreOf(models.life, piece)));
    const money = Math.max(...pieces.map((piece) => scoreOf(models.money, piece)));
    // A few words are too little to be sure of alone: "đồ ngu" is no cry.
    const words = text.trim().split(/\s+/u).length;
    const long = words > 3;
    const alone = line.alone + (words < 8 ? line.short : 0);
    const heard = listen(text);
    const told = lost(text);
    const missed =
      told.kind !== null && !told.calm && money > (pieces.length > 1 ? line.story : line.told - told.size * 300);
    const gone = missed || (long && money > (told.calm ? line.calm : alone));
    const alarmed =
      heard.kind !== null && !heard.calm && life > (pieces.length > 1 ? line.story : line.alarmed - heard.size * 300);
    const danger = alarmed || (long && life > (heard.calm ? line.calm : alone));
    if (gone && (!danger || money > life)) return { is: "money", sure: missed };
    if (!danger) return null;
    return { is: "life", kind: heard.kind ?? "unclear", sure: alarmed };
  };
};
