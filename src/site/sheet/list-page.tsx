import { page, SiteBar } from "../layout.tsx";
import type { SheetRequest } from "./deps.ts";
import { query } from "./query.ts";
import { sheetWords } from "./words.ts";

type List = {
  readonly path: "/in" | "/tranh";
  readonly title: string;
  readonly lead: string;
  /** The other list, linked above this one. */
  readonly beside: { readonly path: "/in" | "/tranh"; readonly title: string };
  readonly groups: readonly {
    readonly title: string;
    readonly items: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  }[];
};

/** Everything of one kind that can be printed or sent, by group, each with its code. */
export const listPage = (
  { language, commune, deps }: SheetRequest,
  { path, title, lead, beside, groups }: List,
): string => {
  const w = sheetWords(language);
  const at = (to: string, lang = language) => `${to}${query({ commune: commune?.code, lang })}`;
  const other = language === "vi" ? "en" : "vi";
  return page({
    title,
    language,
    css: deps.assets.url("styles/sheet.css"),
    description: lead,
    children: (
      <>
        <SiteBar
          name={w.house}
          says={title}
          nav={
            <a href={at(path, other)} lang={other}>
              {w.other}
            </a>
          }
        />
        <main class="page">
          <h1>{title}</h1>
          <p>{lead}</p>
          {commune && <p class="muted">{w.forCommune(`${commune.name}, ${commune.province}`)}</p>}
          <p>
            <a href={at(beside.path)}>{beside.title}</a>
          </p>
          {groups.map((group) => (
            <section key={group.title}>
              <h2>{group.title}</h2>
              <ul class="sheets">
                {group.items.map((item) => (
                  <li key={item.id}>
                    <a href={at(`${path}/${item.id}`)}>
                      <span class="c">{item.code}</span>
                      <span>{item.title}</span>
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
