import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { missing, sendPage } from "../headers.ts";
import type { PrintDeps } from "./deps.ts";
import { sheetsPage } from "./index-page.ts";
import { sheetPage } from "./page.tsx";
import { picturePage, picturesPage } from "./pictures-page.tsx";

/** What is printed and handed on: /in, the sheet of a guide; /tranh, the picture of a lesson. */
export const printRoutes = async (app: FastifyInstance, deps: PrintDeps): Promise<void> => {
  const asked = async (from: unknown) => {
    const { commune, lang } = Query.parse(from);
    return { language: lang, commune: commune === undefined ? null : await deps.commune(commune), deps } as const;
  };

  app.get("/in", async (request, reply) => sendPage(reply, sheetsPage(await asked(request.query))));
  app.get<{ Params: { guide: string } }>("/in/:guide", async (request, reply) => {
    const guide = deps.guides().find((g) => g.id === request.params.guide);
    if (!guide) return missing(reply);
    return sendPage(reply, await sheetPage(guide, await asked(request.query)));
  });

  const lessons = deps.tracks().flatMap((t) => t.lessons);
  app.get("/tranh", async (request, reply) => sendPage(reply, picturesPage(await asked(request.query))));
  app.get<{ Params: { name: string } }>("/tranh/:name", async (request, reply) => {
    const { name } = request.params;
    const lesson = lessons.find((l) => l.id === name.replace(/\.png$/, ""));
    if (!lesson) return missing(reply);
    const on = await asked(request.query);
    if (!name.endsWith(".png")) return sendPage(reply, picturePage(lesson, deps.summaryAlt(lesson)[on.language], on));
    const png = await deps.summary({ lesson: lesson.id, commune: on.commune?.code ?? null, language: on.language });
    if (!png) return missing(reply);
    return (
      reply
        // Its address has no hash, for people type and print it: it is asked for again after a day.
        .headers({ "cache-control": "public, max-age=86400", "x-content-type-options": "nosniff" })
        .type("image/png")
        .send(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
    );
  });
};

// Anything odd in the address is left out rather than answered with an error: the sheet is the same without it.
const Query = z.object({
  commune: z.string().max(80).optional().catch(undefined),
  lang: z.enum(["vi", "en"]).catch("vi"),
});
