import type { Page } from "playwright-core";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Message } from "../../src/channels/message.ts";
import type { Library } from "../../src/content/library.ts";
import { openContext } from "../../src/engine/context.ts";
import { type CommuneFacts, noContacts, noFacts } from "../../src/engine/facts.ts";
import { stranger } from "../../src/engine/person.ts";
import { newSession } from "../../src/engine/session.ts";
import { showAgain, standAt } from "../../src/engine/show-again.ts";
import { close } from "../../src/engine/sprint.ts";
import { fresh } from "../../src/engine/stack.ts";
import { vocabulary } from "../../src/product/vocabulary.ts";
import { MessageView } from "../../src/site/chat/message.tsx";
import { chatWords } from "../../src/site/chat/words.ts";
import { speaker } from "../../src/turns/speak.ts";
import { monday, realWorld } from "../universe.ts";

export type Told = { readonly name: string; readonly message: Message };

/** Every message in which a lesson, guide or safety topic asks for the next press, for somebody with an ordinary name. */
export const toldIn = (library: Library, language: "vi" | "en"): readonly Told[] => {
  const world = realWorld(library);
  const env = { ...world.env(monday, { buttons: true, pictures: true, listen: true }), vocabulary };
  const speak = speaker(world);
  const person = { ...stranger("learner"), name: "Hoa", language };
  return [...library.definitions.values()]
    .filter((d) => d.kind !== "flow")
    .flatMap((d) =>
      Object.keys(d.states).flatMap((state): Told[] => {
        const ctx = openContext(person, newSession([fresh(d.id, d.version, state)], monday), noFacts(commune), env);
        if (!standAt(ctx, state)) return [];
        showAgain(ctx, 0);
        const said = close(ctx).events.find((e) => e.type === "message");
        return said?.type === "message"
          ? [{ name: `${d.id} ${state}`, message: speak(said, person, commune, "t", "reply", monday) }]
          : [];
      }),
    );
};

/** How many screens high each is in the chat's page as it stands: its height over that of the log. Pictures are folded. */
export const heightsOf = async (page: Page, told: readonly Told[], language: string): Promise<readonly number[]> => {
  const words = chatWords(language);
  const drawn = told.map(({ message }) => ({
    step: message.progress !== undefined,
    html: renderToString(
      h(MessageView, {
        shown: { kind: "shown", id: 1, message, echo: undefined, live: true, chosen: undefined, judged: undefined },
        greeting: false,
        words,
        press: () => {},
      }),
    ),
  }));
  return page.evaluate((all) => {
    const log = document.getElementById("log");
    const strip = document.querySelector<HTMLElement>(".progress");
    if (!log || !strip) throw new Error("the chat does not stand at a step");
    // The page's own script must not draw over what is measured.
    const turn = document.createElement("div");
    turn.className = "turn";
    log.replaceChildren(turn);
    return all.map(({ step, html }) => {
      strip.style.display = step ? "" : "none";
      turn.innerHTML = html;
      const article = turn.firstElementChild;
      if (!(article instanceof HTMLElement)) throw new Error("nothing was drawn");
      article.style.flex = "none";
      return (article.offsetHeight + article.offsetTop) / log.clientHeight;
    });
  }, drawn);
};

const commune: CommuneFacts = {
  code: "xa-mau",
  name: "Xã Phú Xuyên Đông",
  province: "Tỉnh Mẫu",
  unit: "xóm",
  team: "Tổ công nghệ số cộng đồng",
  movement: "Bình dân học vụ số",
  villages: [],
  languages: ["vi", "en"],
  publicUrl: "https://xa-mau.example",
  contacts: noContacts,
  phrases: [],
};
