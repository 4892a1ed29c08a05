import type { PageData } from "../page-data.ts";

/** Where the page without a talk is, as the service worker looks for it. */
const shellOf = (commune: string): string => `/chat/shell?commune=${encodeURIComponent(commune)}`;

/** Lets this browser open the page without a network. Nothing happens where a browser cannot, or in a frame of another site. */
export const storeShell = async ({ commune, framed }: PageData): Promise<void> => {
  if (framed || !("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  try {
    await navigator.serviceWorker.register("/chat-sw.js", { scope: "/chat" });
    await fill(await caches.open("chat"), shellOf(commune));
  } catch {
    // Forbidden, or no room: the page then needs a network, as before.
  }
};

/** All of the page or nothing: a page whose script is missing would be worse than none. Taken anew after each build. */
const fill = async (cache: Cache, shell: string): Promise<void> => {
  const script = document.querySelector("script")?.getAttribute("src") ?? "";
  if ((await (await cache.match(shell))?.text())?.includes(script)) return;
  const fresh = await fetch(shell, { cache: "no-store" });
  if (!fresh.ok) return;
  const files = [...new Set((await fresh.clone().text()).match(/\/tep\/[^"]+/g))];
  await cache.addAll(files);
  await cache.put(shell, fresh);
  const wanted = [shell, ...files];
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (!wanted.includes(pathname + search)) await cache.delete(url);
  }
};
