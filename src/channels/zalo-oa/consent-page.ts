import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Served } from "../definition.ts";
import { consented } from "./consent.ts";
import type { TokenDeps } from "./tokens.ts";

export const CONSENT_PAGE = "/zalo-oa/dong-y";

/** The way back of an OA's owner who consented. */
export const consentPage = (app: FastifyInstance, deps: TokenDeps, { connection, log }: Served): void => {
  app.get(CONSENT_PAGE, async (request, reply) => {
    const { code, state, oa_id: oaId } = Query.parse(request.query);
    const done = await consented(deps, connection, { code, state, oaId });
    if (!done.ok) log.warn({ code: done.fault.code, cause: done.fault.cause }, "zalo consent");
    return reply
      .code(done.ok ? 200 : 400)
      .type("text/plain; charset=utf-8")
      .send(
        done.ok
          ? "Đã nối lại Zalo Official Account. Có thể đóng trang này."
          : "Chưa nối được. Vào bàn điều hành, Cài đặt, mục Kênh, bấm “Nối lại” để có đường dẫn mới, rồi đồng ý lần nữa.",
      );
  });
};

// A name said twice arrives as a list. It is no code of Zalo's, so it is treated as none.
const Query = z.object({
  code: z.string().max(2_000).catch(""),
  state: z.string().max(2_000).catch(""),
  oa_id: z.string().max(200).optional().catch(undefined),
});
