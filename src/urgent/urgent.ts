import { type Alarms, alarmsIn, type Heard } from "./alarms.ts";
import { animalSuffersIn } from "./animal-suffers.ts";
import { type Concepts, featuresIn } from "./features.ts";
import type { Models } from "./learn.ts";
import { type Linear, scoreOf } from "./model.ts";
import { type PlainWords, plainly } from "./plain-words.ts";

/** A life in danger, by what happened, or money and codes that are just gone; `sure` where an alarm sounded. */
export type Cry =
  | { readonly is: "life"; readonly kind: string; readonly sure: boolean }
  | { readonly is: "money"; readonly sure: boolean };

/**
 * What each sign counts, fitted to sentences that neither the models had learnt nor the alarms were written by (0068): how far
 * the model is from its line; an alarm, and each of its words; calm words, which silence the alarm; and what makes the model
 * less sure of itself: few words, very few, and the likeliest of many pieces.
 */
const counts = { from: 0.55, score: 3.8, alarm: 0.55, word: 0.49, calm: -0.8, short: -2, tiny: -0.9, pieces: -3.2 };

/**
 * Hears a cry for help in a text. Two listen: a model that learnt from sentences, and alarms that were written down. Where
 * the alarm sounds the model need only not object; alone it must be sure, and surer where the sentence is calm.
 */
export const createUrgent = (
  models: Models,
  concepts: Concepts,
  alarms: Alarms,
  losses: Alarms,
  plain: PlainWords,
): ((text: string) => Cry | null) => {
  const features = featuresIn(concepts, plain);
  const meant = plainly(plain);
  const listen = alarmsIn(alarms, concepts, meant);
  const lost = alarmsIn(losses, concepts, meant);
  const ofAnimal = animalSuffersIn(concepts, meant);
  return (text) => {
    const pieces = features(text);
    const words = text.trim().split(/\s+/u).length;
    const about =
      counts.from +
      (words < 8 ? counts.short : 0) +
      (words < 4 ? counts.tiny : 0) +
      (pieces.length > 1 ? counts.pieces : 0);
    const hearing = (model: Linear, heard: Heard) => {
      const score = Math.max(...pieces.map((piece) => scoreOf(model, piece))) / 1_000;
      const alarmed = heard.kind !== null && !heard.calm;
      const alarm = alarmed ? counts.alarm + heard.size * counts.word : 0;
      return { sum: about + score * counts.score + alarm + (heard.calm ? counts.calm : 0), alarmed, kind: heard.kind };
    };
    const danger = listen(text);
    const life = hearing(models.life, { ...danger, calm: danger.calm || ofAnimal(text) });
    const money = hearing(models.money, lost(text));
    if (Math.max(life.sum, money.sum) <= 0) return null;
    return money.sum > life.sum
      ? { is: "money", sure: money.alarmed }
      : { is: "life", kind: life.kind ?? "unclear", sure: life.alarmed };
  };
};
