import type { Guide } from "../../content/schema.ts";
import { Qr } from "../../ui/qr.tsx";
import { page, SiteBar } from "../layout.tsx";
import type { PrintedCommune, SheetRequest } from "./deps.ts";
import { Marked } from "./marked.tsx";
import { planSheet } from "./plan.ts";
import { query } from "./query.ts";
import { type SheetWords, sheetWords } from "./words.ts";

/** /in/:guide, one guide on paper: read at a kitchen table, in black and white, by somebody without a phone at hand. */
export const sheetPage = async (guide: Guide, { language, commune, deps }: SheetRequest): Promise<string> => {
  const w = sheetWords(language);
  const sheet = planSheet(guide, { language, commune, words: w, contacts: contactsOf(guide, commune, w) });
  const chat = `${deps.publicUrl}/chat${query({ commune: commune?.code, code: guide.code, lang: language })}`;
  const at = (lang: "vi" | "en", path = `/in/${guide.id}`) => `${path}${query({ commune: commune?.code, lang })}`;
  const drawn = await deps.qr(chat);
  return page({
    title: `${guide.title[language]} – ${w.kind}`,
    language,
    css: deps.assets.url("styles/sheet.css"),
    children: (
      <>
        <SiteBar
          name={w.house}
          says={w.kind}
          nav={
            <a href={at(language === "vi" ? "en" : "vi")} lang={language === "vi" ? "en" : "vi"}>
              {w.other}
            </a>
          }
        />
        <nav class="how" aria-label={w.all}>
          {w.print} <a href={at(language, "/in")}>{w.all}</a>
        </nav>
        <main class={`paper ${sheet.setting}`}>
          <header>
            <div>
              <p class="from">{commune ? w.of(commune.name) : w.house}</p>
              <h1>{guide.title[language]}</h1>
              <p class="code">
                {w.scan}, {w.orType} <b>{guide.code}</b>
              </p>
            </div>
            <Qr drawn={drawn} label={w.qr(guide.code)} />
          </header>
          <h2>{w.prepare}</h2>
          <ul class="ready">
            {sheet.prepare.map((text) => (
              <li key={text}>
                <Marked text={text} />
              </li>
            ))}
          </ul>
          {sheet.who && (
            <p>
              <Marked text={sheet.who} />
            </p>
          )}
          <h2>{w.steps}</h2>
          <ol class="do">
            {sheet.steps.map(({ title, says }) => (
              <li key={title}>
                <h3>{sheet.setting === "close" ? `${title}. ` : title}</h3>
                {says.map((text) => (
                  <p key={text}>
                    <Marked text={text} />
                  </p>
                ))}
              </li>
            ))}
          </ol>
          {sheet.stuck.length > 0 && (
            <>
              <h2>{w.stuck}</h2>
              <ul class="stuck">
                {sheet.stuck.map(({ text }) => (
                  <li key={text}>
                    <Marked text={text} />
                  </li>
                ))}
              </ul>
              {sheet.left > 0 && <p>{w.more(sheet.left, guide.code)}</p>}
            </>
          )}
          <div class="ends">
            {sheet.ends.map((text) => (
              <p key={text}>
                <Marked text={text} />
              </p>
            ))}
          </div>
          <p class="safety">{w.safety}</p>
          <p class="sources">{sheet.sources}</p>
        </main>
      </>
    ),
  });
};

/** The commune's own numbers, and only those that staff entered; without any, the people next door, once. */
const contactsOf = (guide: Guide, commune: PrintedCommune | null, w: SheetWords): readonly string[] => {
  const { hotline, counter, police } = commune?.contacts ?? { hotline: null, counter: null, police: null };
  const numbers = [
    [w.hotline, hotline],
    [w.counter, counter],
    [w.police, police],
  ].flatMap(([label, number]) => (number ? [`${label}: **${number}**`] : []));
  if (numbers.length > 0) return [numbers.join(" · ")];
  return /\{\{\s*team\s*\}\}/.test(guide.after.ask.vi) ? [] : [w.askTeam(commune?.unit ?? w.nearby)];
};
