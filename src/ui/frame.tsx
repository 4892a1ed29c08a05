import type { ComponentChildren } from "preact";
import type { Language } from "../kit/bilingual.ts";
import { Mark } from "./icon.tsx";

type Props = {
  language: Language;
  title: string;
  styles: readonly string[];
  other: string;
  index?: boolean;
  children: ComponentChildren;
};

/** The sheet of a public page: the mark, the words, the other language. */
export const Frame = ({ language, title, styles, other, index = false, children }: Props) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      {!index && <meta name="robots" content="noindex" />}
      <title>{title}</title>
      {styles.map((url) => (
        <link rel="stylesheet" href={url} key={url} />
      ))}
    </head>
    <body class="public">
      <header class="board">
        <a class="brand" href="/">
          <Mark />
          <span>Bình dân học vụ số</span>
        </a>
        <a class="lang" href={other}>
          {language === "vi" ? "English" : "Tiếng Việt"}
        </a>
      </header>
      <main class="sheet">{children}</main>
    </body>
  </html>
);
