import type { FastifyInstance } from "fastify";
import { CERTIFICATES, isSigned, PATH } from "./signed-url.ts";

export const PICTURE_PAGE = `${PATH}/:mac/:until/:folder/:name.png`;

type Deps = {
  readonly now: () => number;
  readonly signing: string;
  readonly picture: (card: string, language: string) => Promise<Uint8Array | null>;
  readonly certificate: (code: string) => Promise<Uint8Array | null>;
};

/** Pictures that Zalo fetches by a signed address. */
export const picturePage = (app: FastifyInstance, { now, signing, picture, certificate }: Deps): void => {
  app.get<{ Params: { mac: string; until: string; folder: string; name: string } }>(
    PICTURE_PAGE,
    async (request, reply) => {
      const { mac, until, folder, name } = request.params;
      if (!isSigned(signing, { folder, name }, until, mac, now())) return reply.code(404).send();
      const png = folder === CERTIFICATES ? await certificate(name) : await picture(name, folder);
      return png === null
        ? reply.code(404).send()
        : reply
            .headers({ "cache-control": "public, max-age=86400", "x-content-type-options": "nosniff" })
            .type("image/png")
            .send(Buffer.from(png));
    },
  );
};
