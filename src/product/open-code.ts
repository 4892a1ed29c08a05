import { bring } from "../engine/brought.ts";
import { type Context, change } from "../engine/context.ts";
import type { CodeMeaning } from "../engine/facts.ts";
import { downToPage } from "../engine/pages.ts";
import { remembered } from "../engine/person.ts";
import type { Run } from "../engine/session.ts";
import { enter } from "../engine/sprint.ts";
import { home } from "../engine/stack.ts";
import { app, literal, type Text } from "../engine/text.ts";
import { grouped } from "../kit/spoken-code.ts";
import { entryFlows } from "./entry-flows.ts";

/**
 * Opens what a code names: a village is noted, a lesson or guide entered, an invitation or link asked about. False
 * when nothing was entered, so that the present question is to be asked again.
 */
export const openCode = (ctx: Context, code: CodeMeaning): boolean => {
  switch (code.opens) {
    case "village": {
      const village = ctx.facts.commune.villages.find((v) => v.id === code.village);
      if (!village) return unknown(ctx);
      if (remembered(ctx.person)) change(ctx, { village: village.id });
      else bring(ctx, village.id);
      return tell(ctx, app("code.village", { village: village.name }));
    }
    case "lesson":
    case "guide":
    case "safety":
      return content(ctx, `${code.opens}:${code.id}`);
    case "flow":
      return content(ctx, code.id);
    case "invitation":
      return into(ctx, entryFlows.invitation, {
        code: code.code,
        village: code.village,
        usable: code.usable,
      });
    case "alarms":
      return into(ctx, entryFlows.alarms, { code: code.code, reached: code.reached });
    case "link":
      return into(ctx, entryFlows.link, {
        code: code.code,
        learner: code.learner,
        initial: [...(code.name ?? "")][0]?.toUpperCase() ?? "–",
        place: ctx.facts.commune.villages.find((v) => v.id === code.village)?.name ?? "–",
        lessons: code.lessons ?? 0,
        usable: code.usable,
      });
    case "typed-only":
      return tell(ctx, app("code.typed-only"));
    case "certificate":
      return certificate(ctx, code);
    case "nothing":
      return unknown(ctx);
  }
};

/** A printed code travels further than the province it was printed for. */
const content = (ctx: Context, id: string): boolean => {
  const flow = ctx.env.flow(id);
  if (!flow) return unknown(ctx);
  const here = flow.onlyIn === undefined || flow.onlyIn === ctx.facts.commune.province;
  if (!here) return tell(ctx, app("code.elsewhere"));
  // Typed in the middle of a page it is looked at beside it: that page comes again when this one is over.
  const beside = flow.kind === "flow" ? undefined : downToPage(ctx);
  if (!beside || ctx.session.status === "done") return into(ctx, id);
  ctx.session.runs = beside;
  ctx.session.wait = null;
  enter(ctx, id);
  return true;
};

const into = (ctx: Context, flow: string, vars: Run["vars"] = {}): boolean => {
  home(ctx);
  enter(ctx, flow, vars);
  return true;
};

const certificate = (ctx: Context, code: Extract<CodeMeaning, { opens: "certificate" }>): boolean => {
  const title = ctx.env.tracks.find((t) => t.id === code.track)?.title ?? literal(code.track);
  const args = { code: grouped(code.code), name: code.name, title };
  tell(ctx, app(code.valid ? "code.certificate" : "code.revoked", args));
  return code.sample ? tell(ctx, app("code.sample")) : false;
};

const unknown = (ctx: Context): boolean => tell(ctx, app("code.unknown"));

const tell = (ctx: Context, text: Text): boolean => {
  ctx.blocks.push({ kind: "text", text });
  return false;
};
