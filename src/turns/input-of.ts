import type { Env } from "../engine/context.ts";
import type { CodeMeaning } from "../engine/facts.ts";
import type { Resume } from "../engine/input.ts";
import type { Session } from "../engine/session.ts";
import { meantAsCode } from "../people/codes.ts";
import type { Loaded, Turn } from "../store/turn-store.ts";
import type { World } from "./world.ts";

type FromPerson = Extract<Turn, { from: "person" }>;

/** What arrived, in the engine's words. A typed code opens what it names, unless it answers the question just asked. */
export const inputOf = (
  turn: FromPerson,
  loaded: Loaded,
  env: Env,
  world: World,
): Resume | { readonly type: "hello" } => {
  const { content } = turn.inbound;
  switch (content.kind) {
    case "press":
      return { type: "press", token: content.token, key: content.key };
    case "media":
      return { type: "media", media: content.media };
    case "open":
      return content.code === null ? { type: "hello" } : { type: "open", code: opened(meaning(turn, loaded, world)) };
    case "text":
      if (turn.sensitive) return { type: "text", text: "", sensitive: true, seen: turn.seen };
      return typed(content.text, meaning(turn, loaded, world) ?? unfound(turn, content.text), loaded.session, env);
    default:
      throw new Error(`${content.kind} is no input to a conversation`);
  }
};

const meaning = (turn: FromPerson, { facts }: Loaded, world: World): CodeMeaning | null =>
  facts.code ?? (turn.code === null ? null : (world.codeOf(turn.code) ?? null));

/** An address is made by anybody: opening one must not lead to somebody else's name with a yes beside it. */
const opened = (code: CodeMeaning | null): CodeMeaning =>
  code?.opens === "link" ? { opens: "typed-only" } : (code ?? { opens: "nothing" });

/** What was plainly a code and opens nothing is told so: it is no question to search for. */
const unfound = ({ code }: FromPerson, text: string): CodeMeaning | null =>
  code !== null && meantAsCode(text, code) ? { opens: "nothing" } : null;

/** "Xóm 3" at "which village?" is that choice, and where words were asked for a code is only words. */
const typed = (text: string, code: CodeMeaning | null, session: Session | null, env: Env): Resume => {
  if (code === null) return { type: "text", text };
  const run = session?.status === "waiting" ? session.runs.at(-1) : undefined;
  const step = run && env.flow(run.flow, run.version)?.states[run.state]?.steps[run.at];
  if (session && code.opens === "village" && step?.kind === "choose" && step.from === "villages")
    return { type: "press", token: session.token, key: `list:${code.village}` };
  const answers =
    step?.kind === "ask" &&
    (step.accept === "words" || step.accept === "message" || (step.accept === "village" && code.opens === "village"));
  return answers ? { type: "text", text } : { type: "open", code };
};
