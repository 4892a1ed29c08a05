import { page, SiteBar } from "../layout.tsx";
import type { SheetRequest } from "./deps.ts";
import { listPage } from "./list-page.tsx";
import { pictureAddress, query } from "./query.ts";
import { sheetWords } from "./words.ts";

/** /tranh: the picture of every lesson, by track. */
export const picturesPage = (asked: SheetRequest): string => {
  const { language, deps } = asked;
  const w = sheetWords(language);
  return listPage(asked, {
    path: "/tranh",
    title: w.pictures,
    lead: w.picturesLead,
    beside: { path: "/in", title: w.index },
    groups: deps.tracks().map((track) => ({
      title: track.title[language],
      items: track.lessons.map((l) => ({ id: l.id, code: l.code, title: l.title[language] })),
    })),
  });
};

/** /tranh/:lesson, one picture to look at, keep, print or send: whoever sends the address sends the picture with it. */
export const picturePage = (
  lesson: { readonly id: string; readonly title: { readonly vi: string; readonly en: string }; readonly code: string },
  alt: string,
  { language, commune, deps }: SheetRequest,
): string => {
  const w = sheetWords(language);
  const at = (path: string, lang = language) => `${path}${query({ commune: commune?.code, lang })}`;
  const png = pictureAddress(lesson.id, commune?.code, language);
  return page({
    title: `${lesson.title[language]} – ${w.picture}`,
    language,
    css: deps.assets.url("styles/sheet.css"),
    description: w.picturesLead,
    picture: `${deps.publicUrl}${png}`,
    children: (
      <>
        <SiteBar
          name={w.house}
          says={w.picture}
          nav={
            <a href={at(`/tranh/${lesson.id}`, language === "vi" ? "en" : "vi")} lang={language === "vi" ? "en" : "vi"}>
              {w.other}
            </a>
          }
        />
        <main class="page picture-page">
          <h1 class="on-screen">{lesson.title[language]}</h1>
          <p class="acts">
            <a class="main" href={png} download={`${lesson.id}.png`}>
              {w.keep}
            </a>
            <a href={`/chat${query({ commune: commune?.code, code: lesson.code, lang: language })}`}>{w.take}</a>
            <a href={at("/tranh")}>{w.allPictures}</a>
          </p>
          <p class="on-screen">{w.printPicture}</p>
          <img src={png} alt={alt} width={1080} height={1350} />
        </main>
      </>
    ),
  });
};
