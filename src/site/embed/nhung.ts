/**
 * The assistant on the portal of a commune: <script src="https://…/nhung.js" data-commune="…" async></script>
 * puts a round button in the corner of the page, which opens the chat in a panel. It leaves nothing in the page's
 * globals, and its looks live in a shadow root, where the portal's stylesheet cannot reach them nor they the portal.
 */
function install(tag: HTMLScriptElement): void {
  const english = tag.dataset.lang === "en";
  const words = english
    ? { open: "Ask the commune's assistant", close: "Close the assistant", panel: "The commune's assistant" }
    : { open: "Hỏi trợ lý học số của xã", close: "Đóng trợ lý", panel: "Trợ lý học số của xã" };
  const chat = new URL("/chat", tag.src);
  for (const name of ["commune", "code", "lang"] as const)
    if (tag.dataset[name]) chat.searchParams.set(name, tag.dataset[name]);
  chat.searchParams.set("nhung", "1");

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const button = document.createElement("button");
  button.type = "button";
  button.append(mark());
  const panel = document.createElement("div");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", words.panel);
  panel.hidden = true;
  style(root);
  root.append(panel, button);

  let frame: HTMLIFrameElement | undefined;
  const show = (open: boolean): void => {
    if (open && !frame) {
      // Only now: a portal's visitors who never ask cost nothing.
      frame = document.createElement("iframe");
      frame.title = words.panel;
      frame.allow = "microphone";
      frame.src = chat.href;
      panel.append(frame);
    }
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", open ? words.close : words.open);
    button.classList.toggle("open", open);
    if (open) frame?.focus();
    else button.focus();
  };
  button.addEventListener("click", () => show(panel.hidden));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) show(false);
  });
  addEventListener("message", (event) => {
    if (
      event.source === frame?.contentWindow &&
      event.origin === chat.origin &&
      event.data === "binh-dan-hoc-vu-so:close"
    )
      show(false);
  });
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-label", words.open);
  const put = (): void => void document.body.append(host);
  if (document.body) put();
  else addEventListener("DOMContentLoaded", put);
}

function mark(): SVGElement {
  const svg = (name: string, attributes: Record<string, string>): SVGElement => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const root = svg("svg", { viewBox: "0 0 40 40", "aria-hidden": "true" });
  const line = {
    fill: "none",
    stroke: "#fff",
    "stroke-width": "3.6",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  const letter = svg("g", { class: "i" });
  letter.append(
    svg("path", { ...line, d: "M15 18.5h5.6V29M14.5 30.2h12" }),
    svg("circle", { cx: "20.3", cy: "10.5", r: "4", fill: "#FFC93C" }),
  );
  root.append(letter, svg("path", { ...line, class: "x", d: "M12 12l16 16M28 12L12 28" }));
  return root;
}

/** A constructed sheet is not held up by a portal that forbids inline styles; old browsers get a style element. */
function style(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement("style");
    element.textContent = css;
    root.append(element);
  }
}

const css = `
:host{all:initial}
button{position:fixed;right:16px;bottom:16px;width:64px;height:64px;padding:0;border:2px solid #fff;border-radius:50%;background:#125546;cursor:pointer;z-index:2147483001;box-shadow:0 2px 10px rgba(20,32,28,.35)}
button:hover{background:#1B6B59}
button:focus-visible{outline:3px solid #14201C;outline-offset:3px;box-shadow:0 0 0 3px #FFC93C}
svg{width:44px;height:44px;display:block;margin:auto}
.x,.open .i{display:none}
.open .x{display:inline}
div{position:fixed;right:16px;bottom:92px;width:400px;height:min(760px,calc(100vh - 112px));background:#F6F5F0;border-radius:12px;overflow:hidden;z-index:2147483000;box-shadow:0 8px 28px rgba(20,32,28,.28)}
div[hidden]{display:none}
iframe{width:100%;height:100%;border:0;display:block}
@media (max-width:520px){div{inset:0;width:auto;height:auto;padding-bottom:84px;border-radius:0;box-shadow:none}button.open{width:52px;height:52px}}
`;

// Last, because the looks above must be there first.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) install(script);
