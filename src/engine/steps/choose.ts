import type { Choice } from "../block.ts";
import { type Context, type Entry, holds, listed, setVar, top } from "../context.ts";
import type { Choose } from "../definition/steps.ts";
import { phoneOf } from "../facts.ts";
import { fill } from "../fill.ts";
import { limits } from "../limits.ts";
import { app, type Text } from "../text.ts";
import { follow, type Outcome } from "../transition.ts";

/** Asks for one of a few. The choice is kept in `as`; an option may say where it leads, else the next step follows. */
export const choose = (step: Choose, ctx: Context): Outcome => {
  show(step, ctx, 0);
  return { to: "wait" };
};
export type Offered = {
  readonly key: string;
  readonly label: Text;
  readonly small?: Text | undefined;
  readonly style?: Choice["style"];
  readonly icon?: string | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
  readonly words: readonly string[];
  readonly outcome: Outcome;
};

/** Everything that can be chosen now, in order. Entries of a list carry the key `list:<id>`, so ids of options stay free. */
export const offered = (step: Choose, ctx: Context): readonly Offered[] => {
  const entries: readonly Entry[] = step.from ? listed(ctx, step.from) : [];
  const fromList = entries.map((e) => ({
    key: `list:${e.id}`,
    label: e.label,
    small: e.small,
    style: e.style,
    words: e.words ?? [],
    outcome: follow(step.each ?? {}),
  }));
  const fixed = step.options
    .filter((o) => !o.when || holds(ctx, o.when))
    .map((o) => ({
      key: o.id,
      label: fill(ctx, o.label),
      small: o.small && fill(ctx, o.small),
      style: o.style,
      icon: o.icon,
      phone: o.phone === "@commune" ? (phoneOf(ctx.facts.commune) ?? undefined) : o.phone,
      url: o.url,
      words: o.words ?? [],
      outcome: follow(o),
    }));
  return [...fromList, ...fixed];
};

/** Shows one page of choices and remembers exactly what was shown. A "resume" choice takes no number: its word is "tiếp". */
export const show = (step: Choose, ctx: Context, wanted: number): void => {
  const all = offered(step, ctx);
  const free = all.filter((o) => o.style === "resume");
  const numbered = all.filter((o) => o.style !== "resume");
  const paged = numbered.length > limits.choicesShown;
  const size = paged ? limits.choicesShown - 1 : limits.choicesShown;
  const page = paged ? wanted % Math.ceil(numbered.length / size) : 0;
  const from = page * size;
  const visible = numbered.slice(from, from + size);
  const choices: Choice[] = [
    ...(page === 0 ? free.map((o) => choice(o, undefined)) : []),
    ...visible.map((o, i) => choice(o, i + 1)),
    ...(paged ? [{ key: "more", n: limits.choicesShown, label: app("choose.more"), style: "quiet" as const }] : []),
    ...(step.person ? [{ key: "person", n: 9, label: app("choose.person") }] : []),
  ];
  // A list can be emptied between two turns; even then nobody is asked with nothing to choose.
  if (choices.length === 0) choices.push({ key: "menu", n: 1, label: app("choose.menu") });
  ctx.choices = choices;
  ctx.expects = step.typed ? "text" : "choice";
  ctx.session.wait = {
    kind: "choose",
    page,
    shown: choices.map((c) => (c.n === undefined ? { key: c.key } : { n: c.n, key: c.key })),
  };
};

/** Takes a choice: keeps it and says where it leads. */
export const take = (step: Choose, chosen: Offered, ctx: Context): Outcome => {
  if (step.as) setVar(top(ctx), step.as, chosen.key.replace(/^list:/, ""));
  return chosen.outcome;
};

const choice = (o: Offered, n: number | undefined): Choice => ({
  key: o.key,
  n,
  label: o.label,
  small: o.small,
  style: o.style,
  icon: o.icon,
  phone: o.phone,
  url: o.url,
});
