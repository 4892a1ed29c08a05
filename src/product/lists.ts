import { type Context, type Entry, flowOf, top } from "../engine/context.ts";
import { limits } from "../engine/limits.ts";
import { addresses, ages, audiences } from "../engine/person.ts";
import { listVar } from "../engine/session.ts";
import { app, literal } from "../engine/text.ts";
import { had, helpful, lacked } from "./assessed.ts";
import { groupOrder } from "./guide-groups.ts";
import { nextFirst, nextLesson } from "./next-lesson.ts";
import { placesOf } from "./places.ts";

export const listNames = [
  "addresses",
  "audiences",
  "ages",
  "villages",
  "languages",
  "lessons",
  "next-lesson",
  "guides",
  "guide-groups",
  "guides-in-group",
  "safety",
  "household",
  "certificates",
  "found",
  "pushable-lessons",
  "pushable-villages",
  "bookmark",
  "signs",
  "assessed-had",
  "assessed-lacked",
  "assessed-next",
] as const;
export type List = (typeof listNames)[number];

/** Every list of the world a question may offer, by name. A name without its list does not compile. */
export const lists: { readonly [K in List]: (ctx: Context) => readonly Entry[] } = {
  addresses: () => addresses.map((a) => ({ id: a, label: app(`address.${a}`) })),
  audiences: () => audiences.map((a) => ({ id: a, label: app(`audience.${a}`) })),
  ages: () => ages.map((a) => ({ id: a, label: app(`age.${a}`) })),
  villages: (ctx) => ctx.facts.commune.villages.map((v) => ({ id: v.id, label: literal(v.name), words: [v.code] })),
  /** The commune's own languages; one that is only being tried shows wherever it is tried. */
  languages: (ctx) =>
    ctx.env.languages
      .filter((l) => !l.offered || ctx.facts.commune.languages.includes(l.id))
      .map(({ id, label }) => ({ id, label })),
  /** What comes next stands first, and what is passed last: nobody looks for it through pages of what is done. */
  lessons: (ctx) =>
    nextFirst(ctx).map((e) => ({
      id: `lesson:${e.id}`,
      label: e.title,
      small: ctx.facts.progress[e.id]?.passed ? app("lesson.passed") : app("lesson.minutes", { minutes: e.minutes }),
    })),
  "next-lesson": (ctx) => {
    const e = nextLesson(ctx);
    const small = e && app(begun(ctx) ? "lesson.following" : "lesson.first", { minutes: e.minutes });
    return e ? [{ id: `lesson:${e.id}`, label: e.title, small, style: "main" }] : [];
  },
  guides: (ctx) => entries(ctx, (e) => e.kind === "guide"),
  /** What guides there are, by what they are about. */
  "guide-groups": (ctx) => {
    const groups = [...new Set(ctx.env.catalogue.filter((e) => e.kind === "guide").map((e) => e.group))];
    return groupOrder.filter((g) => groups.includes(g)).map((g) => ({ id: g, label: app(`group.${g}`) }));
  },
  "guides-in-group": (ctx) => entries(ctx, (e) => e.kind === "guide" && e.group === top(ctx).vars.group),
  safety: (ctx) => [
    ...entries(ctx, (e) => e.kind === "safety" && e.urgent),
    ...entries(ctx, (e) => e.kind === "safety" && !e.urgent),
  ],
  household: (ctx) =>
    ctx.facts.household.map((h, i) => ({
      id: h.id,
      label: h.name ? literal(h.name) : app("household.nameless", { n: i + 1 }),
    })),
  certificates: (ctx) =>
    ctx.facts.certificates.map((c) => ({
      id: c.code,
      label: ctx.env.tracks.find((t) => t.id === c.track)?.title ?? literal(c.code),
    })),
  /** What the search found, kept in the run as `kind:id`. */
  found: (ctx) =>
    listVar(top(ctx), "found")
      .flatMap((ref) => ctx.env.catalogue.filter((e) => `${e.kind}:${e.id}` === ref))
      .map((e) => ({ id: `${e.kind}:${e.id}`, label: e.title, small: e.summary })),
  /** In the order they are learnt; those of no track last. */
  "pushable-lessons": (ctx) => {
    const order = [...new Set(ctx.env.tracks.flatMap((t) => t.lessons))];
    const lessons = ctx.env.catalogue.filter((e) => e.kind === "lesson");
    const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
    return lessons.toSorted((a, b) => place(a.id) - place(b.id)).map((e) => ({ id: e.id, label: e.title }));
  },
  "pushable-villages": (ctx) => placesOf(ctx).map((v) => ({ id: v.id, label: literal(v.name), words: [v.code] })),
  /** Why a message was found suspicious, kept in the run behind its level; heaviest first. */
  signs: (ctx) =>
    listVar(top(ctx), "seen")
      .slice(1, 1 + limits.signsShown)
      .map((id) => ({ id, label: app(`sign.${id}`) })),
  "assessed-had": (ctx) => had(ctx).map((a) => ({ id: a.id, label: app(`assessed.${a.id}`) })),
  "assessed-lacked": (ctx) => lacked(ctx).map((a) => ({ id: a.id, label: app(`assessed.${a.id}`) })),
  "assessed-next": (ctx) => {
    const e = helpful(ctx);
    const small = e && app("lesson.minutes", { minutes: e.minutes });
    return e ? [{ id: `${e.kind}:${e.id}`, label: e.title, small, style: "main" }] : [];
  },
  /** The lesson that was interrupted last, with where it stopped. It takes no number; its word is "tiếp". */
  bookmark: (ctx) => {
    const run = ctx.session.bookmarks[0]?.runs[0];
    const flow = run && (flowOf(ctx, run) ?? ctx.env.flow(run.flow));
    if (!run || !flow) return [];
    const progress = flow.states[run.state]?.steps.flatMap((s) =>
      s.kind === "say" && s.progress ? [s.progress] : [],
    )[0];
    const small = progress
      ? app(`menu.resume-${progress.unit}`, { at: progress.at, of: progress.of })
      : app("menu.resume");
    return [{ id: "@bookmark", label: flow.title, small, style: "resume" as const, words: ["học tiếp", "tiếp"] }];
  },
};

/** They are in a lesson now or finished one before. */
const begun = (ctx: Context): boolean =>
  typeof top(ctx).vars.lesson === "string" || Object.keys(ctx.facts.progress).length > 0;

const entries = (ctx: Context, fits: (e: Context["env"]["catalogue"][number]) => boolean): Entry[] =>
  ctx.env.catalogue.filter(fits).map((e) => ({ id: `${e.kind}:${e.id}`, label: e.title, small: e.summary }));
