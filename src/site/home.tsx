import type { HomeMeta } from "../channels/definition.ts";
import type { WebCommune } from "../channels/web/deps.ts";
import type { Assets } from "./assets.ts";
import { type HomeWords, homeWords } from "./home-words.ts";
import { page, SiteBar } from "./layout.tsx";

/** The first page: which commune, what it is for, and what is kept of a person. */
export const homePage = (
  communes: readonly WebCommune[],
  {
    language,
    code,
    metas,
  }: { readonly language: string; readonly code: string | null; readonly metas: readonly HomeMeta[] },
  assets: Assets,
): string => {
  const words = homeWords(language);
  return page({
    title: words.title,
    language,
    css: assets.url("styles/site.css"),
    fonts: ["400", "600", "700"].map((weight) => assets.url(`be-vietnam-pro-${weight}.woff2`)),
    description: words.lead,
    metas,
    children: (
      <>
        <SiteBar
          name={words.house}
          says={words.houseSays}
          nav={
            <a href={words.other.href} lang={words.other.language} hreflang={words.other.language}>
              {words.other.label}
            </a>
          }
        />
        <main>
          <div class="board-head">
            <div class="chalk-text">
              <h1>{words.title}</h1>
              <p>{words.lead}</p>
            </div>
            <div class="shelf" />
          </div>
          <div class="page">
            <Doors communes={communes} words={words} language={language} code={code} />
            <p class="small muted">{words.free}</p>
            <h2>{words.what}</h2>
            <Lines lines={words.does} icon={tick} />
            <div class="pair">
              <section>
                <h2>{words.kept}</h2>
                <Lines lines={words.keeps} icon={tick} />
              </section>
              <section>
                <h2>{words.notKept}</h2>
                <Lines lines={words.keepsNot} icon={cross} />
              </section>
            </div>
            <p class="small muted">
              {words.yours} <a href={`/rieng-tu?lang=${language}`}>{words.terms}</a>
            </p>
            <h2>{words.volunteers}</h2>
            <p>
              <a href={`/in${language === "en" ? "?lang=en" : ""}`}>{words.sheets}</a>
            </p>
            <p>
              <a href={`/tranh${language === "en" ? "?lang=en" : ""}`}>{words.pictures}</a>
            </p>
          </div>
        </main>
      </>
    ),
  });
};

/** One commune: one big button. Several: one door each, with the province, because two communes may share a name. */
const Doors = ({
  communes,
  words,
  language,
  code,
}: {
  communes: readonly WebCommune[];
  words: HomeWords;
  language: string;
  /** What the code on a poster opens, once the commune is chosen. */
  code: string | null;
}) => (
  <>
    <h2>{communes.length > 1 ? words.choose : words.start}</h2>
    <ul class="doors">
      {communes.map((commune) => (
        <li key={commune.code}>
          <a
            class={communes.length === 1 ? "door main" : "door"}
            href={`/chat?commune=${encodeURIComponent(commune.code)}${code ? `&code=${encodeURIComponent(code)}` : ""}${language === "en" ? "&lang=en" : ""}`}
          >
            <span class="t">
              {commune.name}
              <small>{commune.province}</small>
            </span>
            <svg class="site-ic" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M9 5l7 7-7 7" />
            </svg>
          </a>
        </li>
      ))}
    </ul>
  </>
);

const Lines = ({ lines, icon }: { lines: readonly string[]; icon: string }) => (
  <ul class="plain">
    {lines.map((line) => (
      <li key={line}>
        <svg class="site-ic" viewBox="0 0 24 24" aria-hidden="true">
          <path d={icon} />
        </svg>
        <span>{line}</span>
      </li>
    ))}
  </ul>
);

const tick = "M4.5 12.5l5 5L19.5 7";
const cross = "M6 6l12 12M18 6L6 18";
