import type { FastifyInstance } from "fastify";

/** The code, whichever of the three things Zalo shows was pasted: the bare code, the name of its file, or the meta line. */
export function verificationIn(pasted: string): string {
  return (
    /^zalo_verifier([^.]{1,100})\.html$/.exec(pasted)?.[1] ??
    /content\s{0,5}=\s{0,5}["']([^"']{1,100})["']/.exec(pasted)?.[1] ??
    pasted
  );
}

export const VERIFICATION_META = "zalo-platform-site-verification";

/**
 * The file by which Zalo believes that the address is ours, before a callback or webhook can be saved. It is looked for
 * at the root and in the folder of the address; guides differ on what the folder of an address is, so both are there.
 */
export const verificationPages = (app: FastifyInstance, code: string | null): void => {
  for (const address of VERIFICATION_PAGES)
    app.get<{ Params: { code: string } }>(address, (request, reply) =>
      code !== null && request.params.code === code
        ? reply.type("text/html; charset=utf-8").send(page(code))
        : reply.callNotFound(),
    );
};

export const VERIFICATION_PAGES = [
  "",
  "/zalo-oa",
  "/zalo-oa/dong-y",
  "/webhooks/zalo-oa",
  "/webhooks/zalo-oa/default",
].map((folder) => `${folder}/zalo_verifier:code.html`);

/** The code holds letters, digits, `-` and `_` alone (settings.ts), so nothing needs escaping. */
const page = (code: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="${VERIFICATION_META}" content="${code}"><title>Zalo</title></head><body></body></html>`;
