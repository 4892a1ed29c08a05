import { grouped } from "../kit/spoken-code.ts";
import { type Context, top } from "./context.ts";
import { localFee } from "./here.ts";
import type { Var } from "./session.ts";
import { app, literal, type Text } from "./text.ts";

/** Gives a text what its `{{words}}` stand for: the run's variables, and the titles and names they point to. */
export const fill = (ctx: Context, text: Text): Text => {
  const { vars, flow } = top(ctx);
  if (ctx.filled?.vars !== vars)
    ctx.filled = {
      vars,
      args: {
        ...plain(Object.entries(vars)),
        ...shownCode(vars.code),
        ...pointed(ctx),
        ...(flow === "my-data" && mine(ctx)),
      },
    };
  const { args } = ctx.filled;
  return { ...text, args: text.args ? { ...args, ...text.args } : args };
};

const plain = (vars: readonly (readonly [string, Var])[]): Record<string, string | number> => {
  const out: Record<string, string | number> = {};
  for (const [name, value] of vars) if (typeof value === "string" || typeof value === "number") out[name] = value;
  return out;
};

/** A code is kept in one piece and shown in groups. */
const shownCode = (code: Var | undefined): Record<string, string> =>
  typeof code === "string" ? { code: grouped(code) } : {};

/** Titles and names behind the ids a run holds: a lesson, a village, the flow that was interrupted. */
const pointed = (ctx: Context): Record<string, string | number | Text> => {
  const { lesson, village, stopped } = top(ctx).vars;
  const entry =
    typeof lesson === "string" ? ctx.env.catalogue.find((e) => e.kind === "lesson" && e.id === lesson) : undefined;
  const stoppedTitle = typeof stopped === "string" ? ctx.env.flow(stopped)?.title : undefined;
  const villageName =
    typeof village === "string" ? ctx.facts.commune.villages.find((v) => v.id === village)?.name : undefined;
  const fee = localFee(ctx);
  return {
    ...(fee && { fee: fee.says, feeBasis: fee.basis, feeOn: fee.on.split("-").reverse().join("/") }),
    ...(entry && { lessonTitle: entry.title, lessonMinutes: entry.minutes }),
    ...(stoppedTitle && { stoppedTitle }),
    ...(villageName && { villageName }),
  };
};

/** What "my data" shows: everything that is kept, nothing else exists. */
const mine = (ctx: Context): Record<string, Text | number> => {
  const { person, facts } = ctx;
  const none = app("data.none");
  const village = facts.commune.villages.find((v) => v.id === person.village)?.name;
  return {
    myName: person.name ? literal(person.name) : none,
    myVillage: village ? literal(village) : none,
    myAge: person.age ? app(`age.${person.age}`) : none,
    myAudience: person.audience ? app(`audience.${person.audience}`) : none,
    myLessons: Object.values(facts.progress).filter((p) => p.done).length,
    myCertificates: facts.certificates.length,
    myReview: app(`review.wish.${person.review}`),
  };
};
