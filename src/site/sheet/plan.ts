import { type PrintedFor, printed } from "../../content/printed.ts";
import type { Guide } from "../../content/schema.ts";
import { checkedOn, publishers } from "../../content/sources-said.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import type { PrintedSheet } from "./measure.ts";
import { heightOf, room, type Setting, settings, stuckHeight } from "./measure.ts";
import type { SheetWords } from "./words.ts";

type For = {
  readonly language: "vi" | "en";
  readonly commune: PrintedFor;
  readonly words: SheetWords;
  readonly contacts: readonly string[];
};

/**
 * A guide on two pages at most. Steps, papers and fees always stand in full; of the answers for who is stuck, as many
 * whole ones as there is room for, the first of every step before the second of any. It is set with air where most fit
 * so, and closer where not. Nothing is ever cut.
 */
export const planSheet = (guide: Guide, on: For): PrintedSheet => {
  const tried = settings.map((setting) => planAs(setting, guide, on));
  return tried.find((s) => s.left <= s.stuck.length / 2) ?? tried.at(-1) ?? planAs("close", guide, on);
};

const planAs = (setting: Setting, guide: Guide, on: For): PrintedSheet => {
  const { language, commune, words } = on;
  const say = (text: Bilingual): string => printed(text, language, commune);
  const fixed = {
    setting,
    prepare: guide.prepare.map(say),
    who: guide.in_person ? `**${words.who}** ${say(guide.in_person)}` : null,
    steps: guide.steps.map((s) => ({ title: say(s.title), says: saysOf(s, setting, words, say) })),
    ends: ends(guide, on, say),
    sources: sourcesOf(guide, words),
  };
  const answers = inTurn(guide).map(({ step, stuck }) => ({
    step,
    text: `**${words.at(step)}. ${ended(say(stuck.label))}** ${say(stuck.answer)}`,
  }));
  let left = room(setting) - heightOf(fixed);
  const stuck = answers.filter(({ text }) => {
    const height = stuckHeight(text);
    if (height > left) return false;
    left -= height;
    return true;
  });
  return { ...fixed, stuck: stuck.toSorted((a, b) => a.step - b.step), left: answers.length - stuck.length };
};

/** With air: a line for what to know, one for what to do, one to mind. Close: run on, and hints only where they warn. */
const saysOf = (
  step: Guide["steps"][number],
  setting: Setting,
  words: SheetWords,
  say: (text: Bilingual) => string,
): readonly string[] => {
  const keys = step.keys.map((k, i) =>
    step.keys.length > 1 ? `(${i + 1}) ${ended(say(k.text))}` : ended(say(k.text)),
  );
  const note =
    step.note && !(setting === "close" && step.note.tone === "info")
      ? [`**${words.tone[step.note.tone]}:** ${say(step.note.text)}`]
      : [];
  const known = step.say ? [say(step.say)] : [];
  if (setting === "airy") return [...known, ...(keys.length > 0 ? [keys.join(" ")] : []), ...note];
  return [[...known, ...keys, ...note].join(" ")].filter(Boolean);
};

/** With a full stop, unless it has an end of its own. */
const ended = (text: string): string => (/[?!.…:]\**$/u.test(text) ? text : `${text}.`);

const ends = (guide: Guide, { words, contacts }: For, say: (text: Bilingual) => string): readonly string[] => {
  const { next, fee, time, ask } = guide.after;
  const money = [fee, time].flatMap((t) => (t ? [say(t)] : []));
  return [
    `**${words.after}** ${say(next)}`,
    ...(money.length > 0 ? [`**${words.money}** ${money.join(" ")}`] : []),
    `**${words.ask}** ${[say(ask), ...contacts].join(" ")}`,
  ];
};

const sourcesOf = (guide: Guide, words: SheetWords): string => {
  const { named, more } = publishers(guide.sources, 5);
  const day = (date: string): string => date.split("-").reverse().join("/");
  const rest = more > 0 ? words.moreSources(more) : "";
  return `${words.sources}: ${named.join("; ")}${rest}. ${words.checked(day(checkedOn(guide.sources)), day(guide.review_by))}`;
};

/** The first answer of every step, then the second of every step, and so on. */
const inTurn = (guide: Guide) =>
  guide.steps
    .flatMap((s, i) => s.stuck.map((stuck, turn) => ({ turn, step: i + 1, stuck })))
    .toSorted((a, b) => a.turn - b.turn);
