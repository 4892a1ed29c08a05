import { z } from "zod";
import type { Definition } from "../engine/definition.ts";
import { app, type Text } from "../engine/text.ts";
import type { Library } from "./library.ts";

/** What was asked and which button was pressed, in words; null where only the machine knows it by a code. */
export type RecordedWords = { readonly asked: string | null; readonly chosen: string | null };
export type WordsOfRecord = (
  record: { readonly what: string; readonly ref: string | null; readonly data: unknown },
  language: string,
) => RecordedWords;

/**
 * The words behind what is kept of somebody's doings. A row holds ids: of a question, of a step, of the answer. People
 * who read what is kept about them get the sentence they were asked and the label they pressed, as they stand today.
 */
export const wordsOfRecords = ({ definitions, words }: Pick<Library, "definitions" | "words">): WordsOfRecord => {
  const places = new Map<string, Place>();
  for (const definition of definitions.values())
    for (const [key, place] of placesIn(definition)) note(places, key, place);
  return ({ what, ref, data }, language) => {
    const given = Data.catch({}).parse(data);
    const place = places.get(keyOf(what, ref, given)) ?? places.get(keyOf(what, ref, null));
    const label = place?.chosen ?? place?.labels.get(String(given[place.by]));
    const say = (text: Text): string =>
      words.say(text, language, (spoken) => {
        const you = words.say(app("you.bac"), spoken);
        return { you, You: you.charAt(0).toUpperCase() + you.slice(1) };
      });
    return { asked: place?.asked ? say(place.asked) : null, chosen: label ? say(label) : null };
  };
};

type Place = {
  readonly asked: Text | null;
  /** The one button that leads there; null where several do. */
  readonly chosen: Text | null;
  /** Where the row holds which it was: its field, and the buttons by their ids. */
  readonly by: string;
  readonly labels: ReadonlyMap<string, Text>;
};
type State = Definition["states"][string];

function* placesIn({ states }: Definition): Generator<[string, Place]> {
  const all = Object.values(states);
  for (const state of all)
    for (const step of state.steps) {
      if (step.kind !== "record") continue;
      const data = Data.catch({}).parse(step.data);
      const [by = "", name] = Object.entries(data).find(([, v]) => typeof v === "string" && v.startsWith("$")) ?? [];
      if (name === undefined) {
        const ways = all.flatMap((from) => pressed(from, state.id).map((label) => ({ from, label })));
        const [way, ...further] = ways;
        if (way)
          yield [
            keyOf(step.what, step.ref ?? null, data),
            { asked: askedIn(way.from), chosen: further.length > 0 ? null : way.label, by: "", labels: none },
          ];
      } else {
        const labels = state.steps.flatMap((s) => (s.kind === "choose" && `$${s.as}` === name ? s.options : []));
        if (labels.length > 0)
          yield [
            keyOf(step.what, step.ref ?? null, null),
            { asked: askedIn(state), chosen: null, by, labels: new Map(labels.map((o) => [o.id, o.label])) },
          ];
      }
    }
}

/** Two places that keep the same row and were not asked alike say nothing of which it was. */
const note = (places: Map<string, Place>, key: string, place: Place): void => {
  const known = places.get(key);
  const same = known?.chosen?.key === place.chosen?.key && known?.chosen?.ns === place.chosen?.ns;
  places.set(key, known && !same ? { ...known, chosen: null } : (known ?? place));
};

const pressed = (from: State, to: string): readonly Text[] =>
  from.steps.flatMap((s) => (s.kind === "choose" ? s.options.filter((o) => o.goto === to).map((o) => o.label) : []));

/** The question of a state, else its heading, else what it says. */
const askedIn = ({ steps }: State): Text | null => {
  const said = steps.flatMap((s) => (s.kind === "say" ? [s] : []));
  const found = (of: "question" | "title" | "text") => said.find((s) => s[of])?.[of];
  return found("question") ?? found("title") ?? found("text") ?? null;
};

const keyOf = (what: string, ref: string | null, data: Readonly<Record<string, unknown>> | null): string =>
  JSON.stringify([what, ref, data && Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))]);
const none: ReadonlyMap<string, Text> = new Map();
const Data = z.record(z.string(), z.unknown());
