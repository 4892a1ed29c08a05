import type { FastifyInstance } from "fastify";

/**
 * The file by which Zalo believes that the address is ours, before a callback or webhook can be saved. It is looked for
 * at the root and in the folder of the address; guides differ on what the folder of an address is, so both are there.
 */
export const zaloVerificationRoutes = async (app: FastifyInstance, code: string | null): Promise<void> => {
  for (const folder of FOLDERS)
    app.get<{ Params: { code: string } }>(`${folder}/zalo_verifier:code.html`, (request, reply) =>
      code !== null && request.params.code === code
        ? reply.type("text/html; charset=utf-8").send(page(code))
        : reply.callNotFound(),
    );
};

const FOLDERS = ["", "/zalo-oa", "/zalo-oa/dong-y", "/webhooks/zalo-oa", "/webhooks/zalo-oa/default"] as const;

/** The code holds letters, digits, `-` and `_` alone (config.ts), so nothing needs escaping. */
const page = (code: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="zalo-platform-site-verification" content="${code}"><title>Zalo</title></head><body></body></html>`;
