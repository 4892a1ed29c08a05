import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { House } from "../app.ts";
import { CERTIFICATES, isSigned, PATH } from "../channels/zalo-bot/signed-url.ts";
import { consented } from "../channels/zalo-oa/index.ts";
import { signingKey } from "./secret.ts";

/** Pictures that Zalo fetches by a signed address, and the way back of an OA's owner who consented. */
export const zaloRoutes = async (app: FastifyInstance, house: House): Promise<void> => {
  const key = signingKey(house.config.dataDir);
  app.get<{ Params: { mac: string; until: string; folder: string; name: string } }>(
    `${PATH}/:mac/:until/:folder/:name.png`,
    async (request, reply) => {
      const { mac, until, folder, name } = request.params;
      if (!isSigned(key, { folder, name }, until, mac, house.now())) return reply.code(404).send();
      const png =
        folder === CERTIFICATES ? await house.pictures.certificate(name) : await house.pictures.card(name, folder);
      return png === null
        ? reply.code(404).send()
        : reply
            .headers({ "cache-control": "public, max-age=86400", "x-content-type-options": "nosniff" })
            .type("image/png")
            .send(Buffer.from(png));
    },
  );
  app.get("/zalo-oa/dong-y", async (request, reply) => {
    const { code, state, oa_id: oaId } = Query.parse(request.query);
    const done = await consented(house.zaloDeps, (id) => house.connected.get(id)?.connection, { code, state, oaId });
    if (!done.ok) house.log.warn({ code: done.fault.code, cause: done.fault.cause }, "zalo consent");
    return reply
      .code(done.ok ? 200 : 400)
      .type("text/plain; charset=utf-8")
      .send(
        done.ok
          ? "Đã nối lại Zalo Official Account. Có thể đóng trang này."
          : "Chưa nối được. Hãy mở lại liên kết trong bàn cán bộ, rồi đồng ý lần nữa.",
      );
  });
};

// A name said twice arrives as a list. It is no code of Zalo's, so it is treated as none.
const Query = z.object({
  code: z.string().max(2_000).catch(""),
  state: z.string().max(2_000).catch(""),
  oa_id: z.string().max(200).optional().catch(undefined),
});
