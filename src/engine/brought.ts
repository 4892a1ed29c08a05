import type { Context } from "./context.ts";

/**
 * The village whose code somebody opened before they agreed to anything. Of them nothing may be kept yet, so it waits
 * in their session: asked "which village?" after that, many would press whatever stands first.
 */
export const brought = ({ session, facts }: Context): string | undefined => {
  // Sessions of before kept it in their runs.
  const named = session.brought ?? session.runs.findLast((run) => run.vars.brought !== undefined)?.vars.brought;
  return facts.commune.villages.find((v) => v.id === named)?.id;
};

export const bring = (ctx: Context, village: string): void => {
  ctx.session.brought = village;
};
