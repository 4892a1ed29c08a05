import { type Context, change } from "./context.ts";
import type { CodeMeaning } from "./facts.ts";
import { enter } from "./sprint.ts";
import { home } from "./stack.ts";
import { app, literal } from "./text.ts";

/** Opens what a code names: a village is noted, a lesson or guide entered, an invitation or link asked about. */
export const openCode = (ctx: Context, code: CodeMeaning): void => {
  switch (code.opens) {
    case "village": {
      const village = ctx.facts.commune.villages.find((v) => v.id === code.village);
      if (!village) return unknown(ctx);
      // Before consent nothing about a person is kept; the village is offered again by the onboarding.
      if (ctx.person.consent === "yes") change(ctx, { village: village.id });
      ctx.blocks.push({ kind: "text", text: app("code.village", { village: village.name }) });
      return;
    }
    case "lesson":
    case "guide":
    case "safety":
      if (!ctx.env.flow(`${code.opens}:${code.id}`)) return unknown(ctx);
      home(ctx);
      enter(ctx, `${code.opens}:${code.id}`);
      return;
    case "flow":
      if (!ctx.env.flow(code.id)) return unknown(ctx);
      home(ctx);
      enter(ctx, code.id);
      return;
    case "invitation":
      home(ctx);
      enter(ctx, "invitation", { code: code.code, village: code.village, usable: code.usable });
      return;
    case "link":
      home(ctx);
      enter(ctx, "link-accept", {
        code: code.code,
        learner: code.learner,
        whose: code.name ?? "",
        usable: code.usable,
      });
      return;
    case "certificate":
      return certificate(ctx, code);
    case "nothing":
      return unknown(ctx);
  }
};

const certificate = (ctx: Context, code: Extract<CodeMeaning, { opens: "certificate" }>): void => {
  const title = ctx.env.tracks.find((t) => t.id === code.track)?.title ?? literal(code.track);
  ctx.blocks.push({
    kind: "text",
    text: app(code.valid ? "code.certificate" : "code.revoked", { code: code.code, name: code.name, title }),
  });
};

const unknown = (ctx: Context): void => {
  ctx.blocks.push({ kind: "text", text: app("code.unknown") });
};
