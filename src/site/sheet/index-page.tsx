import type { Guide } from "../../content/schema.ts";
import { page, SiteBar } from "../layout.tsx";
import type { Asked } from "./deps.ts";
import { query } from "./query.ts";
import { words } from "./words.ts";

/** /in: every guide that can be printed, by what it is about. */
export const sheetsPage = ({ language, commune, deps }: Asked): string => {
  const w = words(language);
  const at = (path: string, lang = language) => `${path}${query({ commune: commune?.code, lang })}`;
  // Elsewhere the city's own application would only send people the wrong way.
  const offered = deps.guides
    .filter((g) => g.group !== "ha-noi" || !commune || commune.province === "Hà Nội")
    .toSorted(byCode);
  const groups = [...new Set(offered.map((g) => g.group))];
  return page({
    title: w.index,
    language,
    css: deps.assets.url("styles/sheet.css"),
    description: w.indexLead,
    children: (
      <>
        <SiteBar
          name={w.house}
          says={w.index}
          nav={
            <a href={at("/in", language === "vi" ? "en" : "vi")} lang={language === "vi" ? "en" : "vi"}>
              {w.other}
            </a>
          }
        />
        <main class="page">
          <h1>{w.index}</h1>
          <p>{w.indexLead}</p>
          {commune && <p class="muted">{w.forCommune(`${commune.name}, ${commune.province}`)}</p>}
          <p>
            <a href={at("/tranh")}>{w.pictures}</a>
          </p>
          {groups.map((group) => (
            <section key={group}>
              <h2>{deps.groupTitle(group, language)}</h2>
              <ul class="sheets">
                {offered
                  .filter((g) => g.group === group)
                  .map((g) => (
                    <li key={g.id}>
                      <a href={at(`/in/${g.id}`)}>
                        <span class="c">{g.code}</span>
                        <span>
                          {g.title[language]}
                          {g.group === "ha-noi" && ` (${w.haNoi})`}
                        </span>
                      </a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </main>
      </>
    ),
  });
};

const number = (g: Guide): number => Number(g.code.replace(/\D/g, ""));
const byCode = (a: Guide, b: Guide): number => number(a) - number(b);
