import { z } from "zod";
import { type Context, top } from "./context.ts";
import { addresses, ages, audiences } from "./person.ts";
import { app, type Text } from "./text.ts";

export type Entry = { readonly id: string; readonly label: Text; readonly small?: Text | undefined; readonly words?: readonly string[] | undefined };

const literal = (text: string): Text => app("literal", { text });

/** Every list of the world a question may offer, by name. */
export const lists = {
  addresses: () => addresses.map((a) => ({ id: a, label: app(`address.${a}`) })),
  audiences: () => audiences.map((a) => ({ id: a, label: app(`audience.${a}`) })),
  ages: () => ages.map((a) => ({ id: a, label: app(`age.${a}`) })),
  villages: (ctx) => ctx.facts.commune.villages.map((v) => ({ id: v.id, label: literal(v.name), words: [v.code] })),
  languages: () => ["vi", "en"].map((l) => ({ id: l, label: app(`language.${l}`) })),
  lessons: (ctx) => {
    const order = ctx.env.tracks.flatMap((t) => t.lessons);
    const lessons = order.flatMap((id) => ctx.env.catalogue.filter((e) => e.kind === "lesson" && e.id === id));
    return lessons.map((e) => ({
      id: `lesson:${e.id}`,
      label: e.title,
      small: ctx.facts.progress[e.id]?.passed ? app("lesson.passed") : app("lesson.minutes", { minutes: e.minutes }),
    }));
  },
  guides: (ctx) => entries(ctx, (e) => e.kind === "guide"),
  "guides-vneid": (ctx) => entries(ctx, (e) => e.kind === "guide" && e.group === "vneid"),
  "guides-papers": (ctx) => entries(ctx, (e) => e.kind === "guide" && e.group !== "vneid"),
  safety: (ctx) => [...entries(ctx, (e) => e.kind === "safety" && e.urgent), ...entries(ctx, (e) => e.kind === "safety" && !e.urgent)],
  household: (ctx) => ctx.facts.household.map((h, i) => ({ id: h.id, label: h.name ? literal(h.name) : app("household.nameless", { n: i + 1 }) })),
  certificates: (ctx) => ctx.facts.certificates.map((c) => ({ id: c.code, label: ctx.env.tracks.find((t) => t.id === c.track)?.title ?? literal(c.code) })),
  /** What the search found, kept in the run as `kind:id kind:id`. */
  found: (ctx) =>
    String(top(ctx).vars.found ?? "")
      .split(" ")
      .flatMap((ref) => ctx.env.catalogue.filter((e) => `${e.kind}:${e.id}` === ref))
      .map((e) => ({ id: `${e.kind}:${e.id}`, label: e.title, small: e.summary })),
  "pushable-lessons": (ctx) => {
    const lessons = [...new Set(ctx.facts.pushes.map((p) => p.lesson))];
    return lessons.flatMap((id) => ctx.env.catalogue.filter((e) => e.kind === "lesson" && e.id === id)).map((e) => ({ id: e.id, label: e.title }));
  },
} satisfies Record<string, (ctx: Context) => readonly Entry[]>;

const entries = (ctx: Context, keep: (e: Context["env"]["catalogue"][number]) => boolean): Entry[] =>
  ctx.env.catalogue.filter(keep).map((e) => ({ id: `${e.kind}:${e.id}`, label: e.title, small: e.summary }));

export type List = keyof typeof lists;
// Object.keys loses the literal type; the keys are exactly those of `lists`.
export const ListName = z.enum(Object.keys(lists) as [List, ...List[]]);
