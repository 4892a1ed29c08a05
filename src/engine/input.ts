import type { Inspected, Urgent } from "./env.ts";
import type { CodeMeaning, TicketFacts } from "./facts.ts";
import type { Var } from "./session.ts";

/** What arrived from the person or the clock, after the channel's own words were taken off. */
export type Resume =
  | { readonly type: "press"; readonly token: string; readonly key: string }
  | {
      readonly type: "text";
      readonly text: string;
      readonly sensitive?: boolean | undefined;
      readonly seen?: Inspected | undefined;
      /** Of words that stayed at the door: what cannot wait in them. */
      readonly urgent?: Urgent | undefined;
      /** What the words would open as a code, if they are no answer to what was asked. */
      readonly code?: CodeMeaning | undefined;
    }
  | { readonly type: "media"; readonly media: "photo" | "sticker" | "voice" | "location" | "file" | "unsupported" }
  | { readonly type: "open"; readonly code: CodeMeaning }
  | { readonly type: "timer"; readonly token: string; readonly timer: string }
  /** A phone joined this learner: told at once, whatever they are in the middle of. */
  | { readonly type: "linked"; readonly link: string }
  /** A person is there for them, says something, or leaves: they are led into that talk, or out of it. */
  | { readonly type: "talk"; readonly vars: Readonly<Record<string, Var>> }
  /** Somebody asks for a person: a member of the team is told. */
  | { readonly type: "ticket"; readonly ticket: TicketFacts }
  | { readonly type: "push"; readonly lesson: string; readonly push: string }
  /** Questions to ask again, as `lesson/item`. */
  | { readonly type: "review"; readonly items: readonly string[] };
