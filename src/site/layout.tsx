import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { HomeMeta } from "../channels/definition.ts";
import { MarkShapes } from "../ui/mark.tsx";

export type PageProps = {
  readonly title: string;
  readonly language: string;
  readonly css: string;
  readonly js?: string | undefined;
  /** Fonts to fetch before the stylesheet was read. */
  readonly fonts?: readonly string[] | undefined;
  /** Class of the root: "board" follows a dark device. */
  readonly look?: string | undefined;
  readonly description?: string | undefined;
  /** The whole address of a picture to show where the page's address is sent on: Zalo and others fetch it. */
  readonly picture?: string | undefined;
  /** The page can be put on a phone's home screen: addresses of its manifest, and of the picture for phones that do not read it. */
  readonly app?: { readonly manifest: string; readonly icon: string } | undefined;
  readonly themeColor?: string | undefined;
  /** What channels must find here before they take the address for ours. */
  readonly metas?: readonly HomeMeta[] | undefined;
  readonly children: ComponentChildren;
};

/** A whole HTML document. */
export const page = (props: PageProps): string => `<!doctype html>${renderToString(<Page {...props} />)}`;

const Page = (p: PageProps): VNode => (
  <html lang={p.language} class={p.look}>
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content"
      />
      <title>{p.title}</title>
      {p.description ? <meta name="description" content={p.description} /> : null}
      {p.picture ? <meta property="og:title" content={p.title} /> : null}
      {p.picture ? <meta property="og:image" content={p.picture} /> : null}
      {p.metas?.map((meta) => (
        <meta key={meta.name} name={meta.name} content={meta.content} />
      ))}
      <meta name="theme-color" content={p.themeColor ?? "#0E4438"} />
      <link rel="icon" href={MARK} />
      {p.app ? <link rel="manifest" href={p.app.manifest} /> : null}
      {p.app ? <link rel="apple-touch-icon" href={p.app.icon} /> : null}
      <link rel="stylesheet" href={p.css} />
      {p.fonts?.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {p.js ? <script type="module" src={p.js} /> : null}
    </head>
    <body>{p.children}</body>
  </html>
);

/** The bar above pages that are read. `nav`: links at its right end. */
export const SiteBar = ({ name, says, nav }: { name: string; says: string; nav?: ComponentChildren }) => (
  <header class="site-bar">
    <div>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <MarkShapes />
      </svg>
      <a href="/">
        {name}
        <span>{says}</span>
      </a>
      {nav ? <nav>{nav}</nav> : null}
    </div>
  </header>
);

/** The mark as a picture in the address, so that the tab's icon costs no request. */
const MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#125546"/><path d="M15 18.5h5.6V29M14.5 30.2h12" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round" fill="none"/><circle cx="20.3" cy="10.5" r="4" fill="#FFC93C"/></svg>',
)}`;
