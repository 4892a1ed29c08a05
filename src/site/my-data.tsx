import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { whoOf } from "../channels/web/who.ts";
import type { Language } from "../kit/bilingual.ts";
import { shortAddress } from "../kit/short-address.ts";
import { codeTyped } from "../people/codes.ts";
import type { Misses } from "../people/misses.ts";
import type { Audit } from "../store/ports/audit.ts";
import type { DownloadRequest, DownloadStore, PersonalData } from "../store/ports/downloads.ts";
import { Frame } from "../ui/frame.tsx";
import { html } from "../ui/html.ts";
import { myDataWords } from "./my-data-words.ts";
import { PersonalDataList } from "./personal-data-list.tsx";
import { type SectionWords, spelled } from "./spelled.ts";

type Deps = {
  readonly store: DownloadStore;
  readonly misses: Misses;
  readonly audit: Pick<Audit, "tally">;
  readonly clock: () => number;
  /** Unguessable, URL-safe. */
  readonly secret: () => string;
  /** Signs who a browser is (channels/web/who.ts). */
  readonly signing: string;
  readonly styles: { readonly public: readonly string[] };
} & SectionWords;

/**
 * /du-lieu/:code: everything kept about the person who asked for it in the chat. The address only shows a button, since
 * Zalo, Telegram and mail look at every address that is sent; the button uses it up.
 */
export const myDataRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  if (!app.hasContentTypeParser("application/x-www-form-urlencoded")) await app.register(formbody, { bodyLimit: 1024 });

  app.get("/du-lieu/:code", async (request, reply) => {
    const { code } = Params.parse(request.params);
    return html(quiet(reply), <Ask deps={deps} language={languageOf(request)} code={code} />);
  });

  app.post("/du-lieu/:code", async (request, reply) => {
    const next = deps.secret();
    const { code } = Params.parse(request.params);
    const mine = await guarded(request, (asked) => deps.store.openDownload(codeTyped(code), { ...asked, next }));
    if (!mine) return refused(request, reply);
    const language = mine.language === "vi" ? "vi" : "en";
    return html(quiet(reply), <Shown deps={deps} language={language} data={mine.data} next={next} />);
  });

  app.post("/du-lieu/tep", async (request, reply) => {
    const { ma } = Body.parse(request.body ?? {});
    const mine = await guarded(request, (asked) => deps.store.downloadFile(ma, asked));
    if (!mine) return refused(request, reply);
    return quiet(reply)
      .header("cache-control", "no-store")
      .header("content-disposition", 'attachment; filename="du-lieu-cua-toi.json"')
      .type("application/json; charset=utf-8")
      .send(
        JSON.stringify({ ...mine.data, inWords: inWords(mine.data, mine.language === "vi" ? "vi" : "en") }, null, 2),
      );
  });

  /** The same rows as they are read on the page: codes are for programs, and it is people's file. */
  const inWords = (data: PersonalData, language: Language) =>
    Object.fromEntries(spelled(data, language, deps).map(({ title, rows }) => [title, rows.map(Object.fromEntries)]));

  /** Counted like every other code somebody could try out. */
  const guarded = async <T,>(
    request: FastifyRequest,
    open: (asked: DownloadRequest) => Promise<T | null>,
  ): Promise<T | null> => {
    const asked = {
      at: deps.clock(),
      from: shortAddress(request.ip),
      browser: whoOf(request, deps.signing)?.chat ?? null,
    };
    const seen = { who: "stranger", from: asked.from, at: asked.at } as const;
    const attempt = deps.misses.attempt({ account: null, address: request.ip });
    if ("slowedBy" in attempt) {
      deps.audit.tally({ what: "codes-slowed", commune: null, after: { by: attempt.slowedBy } }, seen);
      return null;
    }
    const found = await open(asked);
    if (found) attempt.right();
    else deps.audit.tally({ what: "wrong-code", commune: null, after: { opens: "download", channel: "web" } }, seen);
    return found;
  };

  const refused = (request: FastifyRequest, reply: FastifyReply) =>
    html(quiet(reply).code(404), <Refused deps={deps} language={languageOf(request)} />);
};

const Params = z.object({ code: z.string() });
const Body = z.object({ ma: z.string().max(128).catch("") }).catch({ ma: "" });
const Query = z.object({ lang: z.enum(["vi", "en"]).catch("vi") });
const languageOf = (request: FastifyRequest): Language => Query.parse(request.query).lang;

/** Neither found by search engines nor told to the next page: the address holds the code. */
const quiet = (reply: FastifyReply): FastifyReply =>
  reply.header("x-robots-tag", "noindex, noarchive").header("referrer-policy", "no-referrer");

type Props = { readonly deps: Deps; readonly language: Language };

const Ask = ({ deps, language, code }: Props & { readonly code: string }) => {
  const w = myDataWords(language);
  const here = `/du-lieu/${encodeURIComponent(code)}`;
  return (
    <Frame
      language={language}
      title={w.title}
      styles={deps.styles.public}
      other={language === "vi" ? `${here}?lang=en` : here}
    >
      <h1>{w.title}</h1>
      <p>{w.once}</p>
      <form method="post" action={language === "vi" ? here : `${here}?lang=en`}>
        <button class="btn main" type="submit">
          {w.open}
        </button>
      </form>
      <p class="note">{w.alone}</p>
    </Frame>
  );
};

const Shown = ({ deps, language, data, next }: Props & { readonly data: PersonalData; readonly next: string }) => {
  const w = myDataWords(language);
  return (
    <Frame language={language} title={w.title} styles={deps.styles.public} other={`/rieng-tu?lang=${language}`}>
      <h1>{w.title}</h1>
      <p>{w.all}</p>
      <form method="post" action={`/du-lieu/tep?lang=${language}`}>
        <input type="hidden" name="ma" value={next} />
        <button class="btn main" type="submit">
          {w.file}
        </button>
      </form>
      <p class="note">{w.fileSays}</p>
      <PersonalDataList sections={spelled(data, language, deps)} language={language} />
      <p>
        <a href={`/rieng-tu?lang=${language}`}>{w.terms}</a>
      </p>
    </Frame>
  );
};

const Refused = ({ deps, language }: Props) => {
  const w = myDataWords(language);
  return (
    <Frame language={language} title={w.over} styles={deps.styles.public} other={`/rieng-tu?lang=${language}`}>
      <h1>{w.over}</h1>
      <p>{w.overWhy}</p>
      <p>{w.again}</p>
      <p>
        <a class="btn main" href="/chat">
          {w.chat}
        </a>
      </p>
    </Frame>
  );
};
