import { hydrate } from "preact";
import type { PageData } from "../page-data.ts";
import { App } from "./app.tsx";
import { storeShell } from "./shell.ts";

const root = document.getElementById("chat");
if (root?.dataset.page) {
  // Written by our own server into our own page.
  const page = JSON.parse(root.dataset.page) as PageData;
  // A kept page does not know with what address it is opened.
  const code = page.shell ? new URLSearchParams(location.search).get("code") : page.code;
  hydrate(<App page={{ ...page, code }} />, root);
  // Behind everything the first view needs, and behind the first tap of whoever is quick: the line is slow.
  const later = () => setTimeout(storeShell, 1_000, page);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
