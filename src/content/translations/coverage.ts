import type { Area, SourceText } from "./source-texts.ts";
import { standingOf, type Translation } from "./translation.ts";

export type Share = {
  readonly of: number;
  readonly ok: number;
  readonly stale: number;
  readonly missing: number;
  /** Per cent translated and current, rounded down: 99.9 is not complete. */
  readonly percent: number;
};

export type Coverage = {
  readonly language: string;
  readonly areas: Readonly<Record<Area, Share>>;
  readonly all: Share;
  /** The words of the product and the onboarding: what decides whether residents are offered the language. */
  readonly doorway: Share;
  /** Translations of texts that no longer exist; kept, because a text may come back. */
  readonly orphans: number;
  readonly offered: boolean;
};

/** How much of everything can be said in a language. */
export const coverageOf = (translation: Translation, texts: readonly SourceText[]): Coverage => {
  const share = (some: readonly SourceText[]): Share => {
    const standings = some.map((t) => standingOf(translation.texts[t.key], t.vi));
    const count = (s: string): number => standings.filter((x) => x === s).length;
    const ok = count("ok");
    const percent = some.length === 0 ? 0 : Math.floor((1000 * ok) / some.length) / 10;
    return { of: some.length, ok, stale: count("stale"), missing: count("new"), percent };
  };
  const in_ = (area: Area): Share => share(texts.filter((t) => t.area === area));
  const doorway = share(texts.filter((t) => t.doorway));
  const keys = new Set(texts.map((t) => t.key));
  return {
    language: translation.language,
    areas: { app: in_("app"), safety: in_("safety"), lessons: in_("lessons"), guides: in_("guides") },
    all: share(texts),
    doorway,
    orphans: Object.keys(translation.texts).filter((key) => !keys.has(key)).length,
    offered: !translation.draft && doorway.percent >= translation.offered_from,
  };
};
