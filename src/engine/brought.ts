import { type Context, setVar } from "./context.ts";

/**
 * The village whose code somebody opened before they agreed to anything. Of them nothing may be kept yet, so it waits
 * in the runs of their session: asked "which village?" after that, many would press whatever stands first.
 */
export const brought = (ctx: Context): string | undefined =>
  ctx.session.runs
    .flatMap((run) => ctx.facts.commune.villages.filter((v) => v.id === run.vars.brought))
    .map((v) => v.id)
    .at(-1);

export const bring = (ctx: Context, village: string): void => {
  for (const run of ctx.session.runs) setVar(run, "brought", village);
};
