import { type Context, top } from "../engine/context.ts";

type Lesson = Context["env"]["catalogue"][number];

/** The lessons meant for this person, in the order they are learnt: those for everybody, and those of their work. */
const lessonsFor = (ctx: Context): readonly Lesson[] => {
  const mine = (audiences: readonly string[] = []): boolean =>
    audiences.length === 0 ||
    (ctx.person.audience !== null && audiences.includes(ctx.person.audience)) ||
    (ctx.person.role === "team" && audiences.includes("team"));
  const order = ctx.env.tracks.filter((t) => mine(t.audiences)).flatMap((t) => t.lessons);
  return order.flatMap((id) => ctx.env.catalogue.filter((e) => e.kind === "lesson" && e.id === id));
};

/**
 * The lesson that comes next: the first after the present one that was not passed, else the first of all. What was
 * passed in this very turn is not in the facts yet, so the present lesson is left out by its name.
 */
export const nextLesson = (ctx: Context): Lesson | undefined => {
  const lessons = lessonsFor(ctx);
  const here = top(ctx).vars.lesson;
  const at = lessons.findIndex((e) => e.id === here);
  const open = (e: Lesson): boolean => e.id !== here && !ctx.facts.progress[e.id]?.passed;
  return lessons.slice(at + 1).find(open) ?? lessons.find(open);
};

/** The lessons meant for this person as a list to choose from: the next one, then what is not passed, then the rest. */
export const nextFirst = (ctx: Context): readonly Lesson[] => {
  const next = nextLesson(ctx);
  const rank = (e: Lesson): number => (e.id === next?.id ? 0 : ctx.facts.progress[e.id]?.passed ? 2 : 1);
  return lessonsFor(ctx).toSorted((a, b) => rank(a) - rank(b));
};

/** How many lessons of this track are missing for its certificate, the present one taken as passed. */
export const lessonsLeft = (ctx: Context): number => {
  const { lesson, track } = top(ctx).vars;
  const all = ctx.env.tracks.find((t) => t.id === track)?.lessons ?? [];
  return all.filter((l) => l !== lesson && !ctx.facts.progress[l]?.passed).length;
};
