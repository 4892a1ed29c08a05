/**
 * The service worker of the chat: without a network the page opens from what the browser kept (client/shell.ts), and says
 * so. It keeps nothing itself and looks at nothing but the page's address and its built files.
 */
type Handled = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Lasting = Event & { waitUntil(done: Promise<unknown>): void };
// The types of the page are loaded, not those of a worker.
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: string, listener: (event: Event) => void): void;
};

/** A page that has not come after so long is opened from the browser; it then fetches the talk by itself. */
const PATIENCE_MS = 5_000;

worker.addEventListener("install", () => void worker.skipWaiting());
// A listener of this name is called with this event.
worker.addEventListener("activate", (event) => (event as Lasting).waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request, respondWith } = event as Handled; // as above
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const answer = respondWith.bind(event);
  if (pathname.startsWith("/tep/")) answer(caches.match(request).then((shell) => shell ?? fetch(request)));
  else if (request.mode === "navigate" && pathname === "/chat")
    answer(page(request, searchParams.get("commune") ?? ""));
});

/** The network first; what was kept when it fails, is too slow, or a proxy answers for a server that is down. */
const page = async (request: Request, commune: string): Promise<Response> => {
  const fresh = fetch(request);
  const kept = await caches.match(`/chat/shell?commune=${encodeURIComponent(commune)}`);
  if (!kept) return fresh;
  const late = new Promise<Response>((done) => setTimeout(done, PATIENCE_MS, kept));
  return Promise.race([fresh.then((answer) => (answer.status >= 500 ? kept : answer)).catch(() => kept), late]);
};
