import { manifestOf } from "../app-manifest.ts";
import type { Assets } from "../assets.ts";
import { page } from "../layout.tsx";
import type { PageData } from "./page-data.ts";
import { Screen } from "./screen.tsx";
import { Sprite } from "./sprite.tsx";
import { arrive } from "./talk.ts";
import { chatWords } from "./words.ts";

/** The chat as the server first draws it: the head, the bar and the last of the talk are there before any script is. */
export const chatPage = (data: PageData, assets: Assets): string =>
  page({
    title: data.title,
    language: data.language,
    look: "board",
    css: assets.url("styles/chat.css"),
    js: assets.url("chat.js"),
    fonts: ["400", "600"].map((weight) => assets.url(`be-vietnam-pro-${weight}.woff2`)),
    app: { manifest: manifestOf(data.commune), icon: assets.url("icon-maskable-192.png") },
    description: chatWords(data.language).assistant,
    children: (
      <>
        <Sprite />
        <noscript>{chatWords(data.language).noScript}</noscript>
        <div id="chat" data-page={JSON.stringify(data)}>
          <Screen
            title={data.title}
            language={data.language}
            talk={arrive([], data.messages)}
            whole={data.whole}
            size={1}
            network="on"
            homeScreen={null}
            reading={null}
            hush={false}
            composer={{ draft: "", speech: "none", onDraft: nothing, onSend: nothing, onSpeech: nothing }}
            press={nothing}
            onDock={nothing}
            onSize={nothing}
            onLanguage={nothing}
            onAgain={nothing}
            onToggleReading={nothing}
            onStopReading={nothing}
          />
        </div>
      </>
    ),
  });

/** The server draws; only the browser acts. */
const nothing = (): void => {};
