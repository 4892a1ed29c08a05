import { fold } from "../kit/text.ts";
import type { Context } from "./context.ts";
import { limits } from "./limits.ts";

/** Notices the same words, not understood, again and again: then a person helps more than the same answer once more. */
export const circling = (ctx: Context, text: string): boolean => {
  const print = printOf(fold(text));
  const { echo } = ctx.session;
  const again = echo.text === print && ctx.env.now - echo.since < 300_000;
  ctx.session.echo = again ? { ...echo, times: echo.times + 1 } : { text: print, times: 1, since: ctx.env.now };
  if (ctx.session.echo.times < limits.repeats) return false;
  ctx.session.echo = { text: "", times: 0, since: ctx.env.now };
  return true;
};

/** FNV-1a: people are promised that what they type is not kept, so the session holds a fingerprint, not their words. */
const printOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
};
