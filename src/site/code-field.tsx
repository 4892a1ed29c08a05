import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Language } from "../kit/bilingual.ts";

/** Where the code of a paper is typed: the page `action` sends it on to the address it stands for. */
export const CodeField = ({
  action,
  language,
  code,
  label,
  button,
}: {
  action: string;
  language: Language;
  code: string;
  label: string;
  button: string;
}) => (
  <form class="ask" method="get" action={action}>
    <label for="ma">{label}</label>
    <input
      id="ma"
      name="ma"
      type="text"
      value={code}
      maxLength={CODE_LENGTH}
      required
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
    />
    {language === "en" && <input type="hidden" name="lang" value="en" />}
    <button class="btn main" type="submit">
      {button}
    </button>
  </form>
);

/** What the address of such a page asks. Anything odd is left out rather than answered with an error: the page still asks for the code. */
export const codeQuery = (query: unknown): { readonly lang: Language; readonly ma: string } => Query.parse(query);

/** To the page of the code that was typed. */
export const toCode = (reply: FastifyReply, action: string, { lang, ma }: ReturnType<typeof codeQuery>): FastifyReply =>
  reply.redirect(`${action}/${encodeURIComponent(ma)}${lang === "en" ? "?lang=en" : ""}`, 303);

/** Neither found by search engines nor told to the next page: the address holds the code. */
export const quiet = (reply: FastifyReply): FastifyReply =>
  reply.header("x-robots-tag", "noindex, noarchive").header("referrer-policy", "no-referrer");

/** With blanks and dashes, and some more for a slip. */
const CODE_LENGTH = 40;
const Query = z.object({
  lang: z.enum(["vi", "en"]).catch("vi"),
  ma: z
    .string()
    .transform((typed) => Buffer.from(typed.trim().slice(0, CODE_LENGTH)).toString())
    .catch(""),
});
