import type { CodeMeaning } from "../engine/facts.ts";
import type { Resume } from "../engine/input.ts";
import { meantAsCode } from "../people/codes.ts";
import type { Loaded, Turn } from "../store/turn-store.ts";
import type { TurnWorld } from "./world.ts";

type FromPerson = Extract<Turn, { from: "person" }>;

/** What arrived, in the engine's words. A typed code opens what it names, unless it answers the question just asked. */
export const inputOf = (turn: FromPerson, loaded: Loaded, world: TurnWorld): Resume | { readonly type: "hello" } => {
  const { content } = turn.inbound;
  switch (content.kind) {
    case "press":
      return { type: "press", token: content.token, key: content.key };
    case "media":
      return { type: "media", media: content.media };
    case "open":
      return content.code === null ? { type: "hello" } : { type: "open", code: opened(meaning(turn, loaded, world)) };
    case "text":
      if (turn.sensitive) return { type: "text", text: "", sensitive: true, seen: turn.seen, urgent: turn.urgent };
      return typed(content.text, meaning(turn, loaded, world) ?? unfound(turn, content.text));
    default:
      throw new Error(`${content.kind} is no input to a conversation`);
  }
};

const meaning = (turn: FromPerson, { facts }: Loaded, world: TurnWorld): CodeMeaning | null =>
  facts.code ?? (turn.code === null ? null : (world.codeOf(turn.code) ?? null));

/** An address is made by anybody: opening one must not lead to somebody else's name with a yes beside it. */
const opened = (code: CodeMeaning | null): CodeMeaning =>
  code?.opens === "link" ? { opens: "typed-only" } : (code ?? { opens: "nothing" });

/** What was plainly a code and opens nothing is told so: it is no question to search for. */
const unfound = ({ code }: FromPerson, text: string): CodeMeaning | null =>
  code !== null && meantAsCode(text, code) ? { opens: "nothing" } : null;

/** A code goes with its words: "số 1" may be a village's code, and is first of all an answer. */
const typed = (text: string, code: CodeMeaning | null): Resume => ({ type: "text", text, ...(code && { code }) });
