import { type Context, top } from "../engine/context.ts";

/**
 * What the self-assessment asks, in the order in which one thing builds on another, and what helps whoever is not there
 * yet. The flow keeps each answer in a variable of this name: yes, no, unsure, or skip.
 */
export const assessed = [
  { id: "own-phone", helps: "lesson:dien-thoai" },
  { id: "id-card", helps: "guide:can-cuoc-doi" },
  { id: "vneid-level2", helps: "guide:vneid-muc2" },
  { id: "spots-scam", helps: "lesson:giu-ma-otp" },
  { id: "bank-account", helps: "guide:thanh-toan-qr" },
  { id: "cashless", helps: "lesson:tra-tien-qr" },
  { id: "digital-services", helps: "lesson:suc-khoe-bao-hiem" },
  { id: "public-services", helps: "lesson:dich-vu-cong" },
  { id: "signature", helps: "guide:chu-ky-so" },
] as const;
type Assessed = (typeof assessed)[number];

/** What the person said they have. */
export const had = (ctx: Context): readonly Assessed[] => assessed.filter((a) => top(ctx).vars[a.id] === "yes");

/** What the person said they do not have, or are not sure of. A question passed over says nothing. */
export const lacked = (ctx: Context): readonly Assessed[] =>
  assessed.filter((a) => ["no", "unsure"].includes(String(top(ctx).vars[a.id])));

/**
 * The one topic to go on with: for the first thing lacked, unless its lesson was passed already and another still helps;
 * for whoever lacks nothing the next lesson they have not passed.
 */
export const helpful = (ctx: Context): Context["env"]["catalogue"][number] | undefined => {
  const { catalogue, tracks } = ctx.env;
  const open = (ref: string): boolean => !ctx.facts.progress[ref.replace(/^lesson:/, "")]?.passed;
  const help = lacked(ctx).map((a) => a.helps);
  const lessons = (tracks[0]?.lessons ?? []).map((id) => `lesson:${id}`).filter(open);
  const ref = help.find(open) ?? help[0] ?? lessons[0];
  return catalogue.find((e) => `${e.kind}:${e.id}` === ref);
};
