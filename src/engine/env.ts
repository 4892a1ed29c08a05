import type { Clean } from "../kit/clean.ts";
import type { Say } from "./definition/steps.ts";
import type { Definition } from "./definition.ts";
import type { CommuneFacts } from "./facts.ts";
import type { Hearing } from "./hearing.ts";
import type { Text } from "./text.ts";

/** A topic the search found, best first; `score` is 0–1. */
export type Found = {
  readonly kind: "lesson" | "guide" | "safety";
  readonly id: string;
  readonly title: Text;
  readonly score: number;
};

/** What the search makes of a sentence. */
export type Searched = {
  /** Best first. */
  readonly found: readonly Found[];
  /** Near enough to be the answer; else `found` holds only what is nearest. */
  readonly sure: boolean;
  /** So likely the answer that its page is opened at once. */
  readonly certain?: boolean;
  /** Two matters in one message: the first two of `found`. */
  readonly both?: boolean;
  /** It asks for a human being. */
  readonly person: boolean;
  /** It says something in words: worth a person's eye when the machine knows no answer. */
  readonly readable: boolean;
  /** It asks for what this house does not answer: the weather, medicine, a lawsuit. */
  readonly outside?: boolean;
};

/** What a page says of itself, asked in the middle of it; `alone`: nothing of another matter is said. */
export type Within = { readonly says: readonly Say[]; readonly alone: boolean };

/** What cannot wait: a life in danger by what happened, or money and codes that are just gone. Not `sure`, it may be an answer all the same. */
export type Urgent =
  | { readonly is: "life"; readonly kind: string; readonly sure: boolean }
  | { readonly is: "money"; readonly sure: boolean };

export type CatalogueEntry = {
  readonly id: string;
  readonly kind: "lesson" | "guide" | "safety";
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly track: string | null;
  readonly urgent: boolean;
  readonly group: string;
  /** The only province it serves; everybody unless said. */
  readonly onlyIn?: string;
};

/** What a message somebody was sent looks like; `id` names a sign whose sentence is `sign.<id>`. */
export type Inspected = {
  readonly level: "dangerous" | "suspicious" | "no-sign";
  readonly signs: readonly { readonly id: string }[];
};

/** The world as the engine may know it. Everything that changes comes through here, so a turn can be replayed to the letter. */
export type World = {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly id: () => string;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** The present version, or the version a session stands on; nothing when it was retired. */
  readonly flow: (id: string, version?: string) => Definition | undefined;
  /** Finds what a sentence is about; the commune's own phrases count in that commune alone. */
  readonly search: (text: string, commune: CommuneFacts) => Searched;
  /** Asks a page itself, by the flow it is and the state somebody stands at in it. */
  readonly within: (flow: string, text: string, state: string) => Within | null;
  /** Looks for tricks in a message. What is looked at is never kept, only what was seen. */
  readonly inspect: (text: string) => Inspected;
  /** Whether a text is, as a whole, something pasted to be looked at: a link, a strange number, a message somebody got. */
  readonly pasted: (text: string) => boolean;
  /** Whether somebody cries for help. Looked at before anything else, and never kept. */
  readonly urgent: (text: string) => Urgent | null;
  /** How people say what they mean: yes, a number, a command, small talk. */
  readonly hearing: Hearing;
  /** The words without what is private, as a session may hold them; a telephone stays where one was asked for. */
  readonly cleaned: (text: string, allowed?: readonly "phone"[]) => Clean<"phone">;
  readonly catalogue: readonly CatalogueEntry[];
  /** `audiences`: whom a track is offered to; nobody named means everybody, and `team` the members of the community team. */
  readonly tracks: readonly {
    readonly id: string;
    readonly title: Text;
    readonly lessons: readonly string[];
    readonly audiences?: readonly string[];
  }[];
  /** What a person may choose between. */
  readonly languages: readonly { readonly id: string; readonly label: Text; readonly offered: boolean }[];
  /** The words of a text in a language, for matching what people type against what they were shown. */
  readonly words: (text: Text, language: string) => string;
  /** How many sentences there are under this name, counted from 1, to take one of. */
  readonly sentences: (key: string) => number;
  readonly capabilities: { readonly buttons: boolean; readonly pictures: boolean; readonly listen: boolean };
};
