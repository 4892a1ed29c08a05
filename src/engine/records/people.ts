import { z } from "zod";
import { kind } from "./kind.ts";

const id = z.string().min(1);
const nothing = z.strictObject({});
const code = z.strictObject({ code: id });

/**
 * Who learns on which phone, and what the community team does. Their rows are their record; only answers to a push are kept as facts.
 * What has a default was not said by earlier versions of a flow, on which somebody may still stand.
 */
export const peopleRecords = {
  /** A further learner takes the phone. Without an id they get a new one. */
  "learner-added": kind(z.null(), z.strictObject({ learner: id.optional() }), { ref: null, data: { learner: "l-2" } }),
  /** Somebody of the household takes the phone. */
  "learner-switched": kind(z.null(), z.strictObject({ learner: id }), { ref: null, data: { learner: "l-2" } }),
  /** A code was shown that brings this learner to another phone. */
  "link-offered": kind(z.null(), code, { ref: null, data: { code: "7K2M9P4QWX3R" } }),
  /** The code was typed on the other phone and agreed to. `same`: whoever learnt there is the same person. */
  "link-accepted": kind(
    z.null(),
    z.strictObject({ code: id, learner: id.optional(), same: z.boolean().default(false) }),
    {
      ref: null,
      data: { code: "7K2M9P4QWX3R", learner: "l-2", same: true },
    },
  ),
  /** A phone that joined is parted again. */
  "link-undone": kind(z.null(), z.strictObject({ link: id }), { ref: null, data: { link: "j-1" } }),
  /** A member joins the team. `replace`: instead of the places they had. */
  "invitation-accepted": kind(z.null(), z.strictObject({ code: id, replace: z.boolean().default(false) }), {
    ref: null,
    data: { code: "7K2M9P4QWX3R", replace: false },
  }),
  /** One of the staff is told of alarms in this chat from now on. */
  "alarms-linked": kind(z.null(), code, { ref: null, data: { code: "7K2M9P4QWX3R" } }),
  /** A member sends a lesson, after a preview and a yes. `version` is the lesson's when it was counted. */
  "push-confirmed": kind(
    id,
    z.strictObject({ village: id, push: id, version: id.optional(), eligible: z.number().optional() }),
    { ref: "giu-ma-otp", data: { village: "xom-3", push: "p-1", eligible: 41, version: "9f2c" } },
  ),
  /** A pushed lesson was opened. */
  "push-opened": kind(id, z.strictObject({ lesson: id }), { ref: "p-1", data: { lesson: "giu-ma-otp" } }),
  /** A pushed lesson was not wanted. `stop`: and no further ones. */
  "push-declined": kind(id, z.strictObject({ lesson: id, stop: z.literal(true).optional() }), {
    ref: "p-1",
    data: { lesson: "giu-ma-otp", stop: true },
  }),
  /** A member takes a call for a person. */
  "ticket-taken": kind(id, nothing, { ref: "t-1", data: {} }),
  /** It is not done yet: asked again later. */
  "ticket-kept": kind(id, nothing, { ref: "t-1", data: {} }),
  /** They will go there; it stays theirs. */
  "ticket-visit": kind(id, nothing, { ref: "t-1", data: {} }),
  /** They give it back, for another to take. */
  "ticket-handed-on": kind(id, nothing, { ref: "t-1", data: {} }),
  /** It is over: done, or whoever asked was not reached. */
  "ticket-closed": kind(id, z.strictObject({ result: z.enum(["done", "unreached"]).default("done") }), {
    ref: "t-1",
    data: { result: "done" },
  }),
  /** Whoever asked can do it now. */
  "ticket-solved": kind(id, nothing, { ref: "t-1", data: {} }),
  /** Said to the other side while somebody has it. `cut`: something private stood in it. */
  "ticket-said": kind(id, z.strictObject({ words: id, cut: z.boolean() }), {
    ref: "t-1",
    data: { words: "Bác mở máy lên chưa?", cut: false },
  }),
  /** Something private was typed to the other side and went nowhere. */
  "ticket-held-back": kind(id, nothing, { ref: "t-1", data: {} }),
};
