import { hydrate } from "preact";
import type { PageData } from "../page-data.ts";
import { App } from "./app.tsx";

const root = document.getElementById("chat");
// Written by our own server into our own page.
if (root?.dataset.page) hydrate(<App page={JSON.parse(root.dataset.page) as PageData} />, root);
