import { grouped } from "../kit/spoken-code.ts";
import { type Context, top } from "./context.ts";
import type { Var } from "./session.ts";
import type { Text } from "./text.ts";

/** Gives a text what its `{{words}}` stand for: the run's variables, and the titles and names they point to. */
export const fill = (ctx: Context, text: Text): Text => {
  const { vars } = top(ctx);
  if (ctx.filled?.vars !== vars)
    ctx.filled = {
      vars,
      args: {
        ...plain(Object.entries(vars)),
        ...shownCode(vars.code),
        ...ctx.env.vocabulary.fills(ctx),
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
