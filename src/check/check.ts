import type { Capabilities } from "../channels/capabilities.ts";
import { degrade } from "../channels/degrade.ts";
import type { Library } from "../content/library.ts";
import type { Problem } from "../content/problem.ts";
import { once } from "../kit/once.ts";
import { profiles } from "./profiles.ts";
import { render } from "./render.ts";
import type { Examined, Rule } from "./rule.ts";
import { rules as all } from "./rules.ts";
import { sourcePlaces } from "./source-lines.ts";
import { walk } from "./walk.ts";
import { writtenTexts } from "./written.ts";

type Terms = {
  readonly today: string;
  readonly channels?: readonly Capabilities[];
  readonly rules?: readonly Rule[];
  /** Only what is written in these files, so that an author has an answer at once. */
  readonly files?: readonly string[] | undefined;
  /** Ids that could not be read. */
  readonly unread?: ReadonlySet<string>;
};

/**
 * Everything that is wrong with a library, in the order of its files. Publishing refuses when one of them is not a
 * warning. `today` is an ISO date, for review dates.
 */
export const check = (
  library: Library,
  { today, channels = profiles, rules = all, files, unread = new Set() }: Terms,
): readonly Problem[] => {
  const seen = look(library, { today, channels, files, unread });
  const found = rules.flatMap((rule) => rule.find(seen)).filter((p) => seen.concerns(p.file));
  const once = new Map(found.map((p) => [`${p.file}:${p.line} ${p.rule} ${p.says.en}`, p]));
  return [...once.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule),
  );
};

/** What rules look at. The walk costs seconds, so it is made only when a rule asks for it, and once. */
const look = (library: Library, { today, channels, files, unread }: Omit<Required<Terms>, "rules">): Examined => {
  const only = files && new Set([...library.files].flatMap(([id, yaml]) => (files.includes(yaml.file) ? [id] : [])));
  const place = sourcePlaces(library);
  const concerns = (file: string): boolean => files === undefined || files.includes(file);
  const allTexts = once(() => writtenTexts(library, place));
  const texts = once(() => allTexts().filter((t) => concerns(t.where.file)));
  const scenes = once(() => walk(library, only ?? null));
  const shown = once(() => render(library, scenes(), today));
  const sent = once(() =>
    shown().map((s) => ({ ...s, on: channels.map((c) => ({ channel: c.name, parts: degrade(s.message, c) })) })),
  );
  return { library, today, place, unread, concerns, texts, allTexts, scenes, shown, sent };
};
