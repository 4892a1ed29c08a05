import { type ComponentChildren, Fragment } from "preact";
import type { Progress } from "../../engine/block.ts";
import type { Press } from "./choices.tsx";
import { Composer, type ComposerProps } from "./composer.tsx";
import { Dock, type DockKey } from "./dock.tsx";
import { HomeScreen, type HomeScreenProps } from "./home-screen.tsx";
import { ChatIcon } from "./icons.tsx";
import { MessageView } from "./message.tsx";
import { Player, type ReadingAloud } from "./player.tsx";
import { current, type Mine, type Talk } from "./talk.ts";
import { type ChatTurn, turnsOf } from "./turns.ts";
import { type ChatWords, chatWords } from "./words.ts";

export type ScreenProps = {
  readonly title: string;
  readonly language: string;
  readonly talk: Talk;
  /** The talk shown is the whole talk, so its first message is the greeting. */
  readonly whole: boolean;
  readonly size: number;
  readonly network: "on" | "off" | "busy";
  /** The offer to put the page on the home screen, while it stands. */
  readonly homeScreen: HomeScreenProps | null;
  readonly reading: ReadingAloud | null;
  /** The person acted and focus will follow the answer: the live region keeps still, or it would be said twice. */
  readonly hush: boolean;
  readonly composer: Pick<ComposerProps, "draft" | "speech" | "onDraft" | "onSend" | "onSpeech">;
  readonly press: Press;
  readonly onDock: (key: DockKey) => void;
  readonly onSize: () => void;
  readonly onLanguage: () => void;
  readonly onAgain: (mine: Mine) => void;
  readonly onToggleReading: () => void;
  readonly onStopReading: () => void;
};

/** The whole page of the chat. Drawn by the server first and by the browser from then on, from the same state. */
export const Screen = (p: ScreenProps) => {
  const now = current(p.talk)?.message;
  const words = chatWords(now?.language ?? p.language);
  const waiting = p.talk.some((item) => item.kind === "mine" && item.status === "sending");
  return (
    <div class="screen" lang={now?.language ?? p.language}>
      <header>
        <div class="bar">
          <svg class="mark" aria-hidden="true">
            <use href="#mark" />
          </svg>
          <div class="who">
            <h1>{p.title}</h1>
            <span>{words.assistant}</span>
          </div>
          <a
            class="tool"
            href={`/rieng-tu?lang=${now?.language === "en" ? "en" : "vi"}`}
            target="_blank"
            rel="noopener"
            aria-label={words.privacyLong}
          >
            {words.privacy}
          </a>
          <button type="button" class="tool" aria-label={words.textSizeNow(p.size)} onClick={p.onSize}>
            Aa
          </button>
        </div>
        <div role="status">{p.network === "on" ? null : <Strip words={words} network={p.network} empty={!now} />}</div>
        {now?.progress ? <ProgressStrip progress={now.progress} words={words} /> : null}
      </header>
      <main>
        <div
          class="log"
          id="log"
          role="log"
          aria-live={p.hush ? "off" : "polite"}
          aria-relevant="additions"
          aria-label={words.talk}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long answer is scrolled with the arrow keys, so its box takes focus
          tabIndex={0}
        >
          <Turns {...p} words={words} waiting={waiting} />
        </div>
      </main>
      <footer class="dockwrap">
        {p.homeScreen ? <HomeScreen words={words} {...p.homeScreen} /> : null}
        {p.reading ? (
          <Player reading={p.reading} words={words} toggle={p.onToggleReading} close={p.onStopReading} />
        ) : null}
        <Composer words={words} answer={now?.expects === "text"} {...p.composer} />
        <Dock words={words} press={p.onDock} />
      </footer>
    </div>
  );
};

const Turns = ({
  talk,
  whole,
  words,
  waiting,
  press,
  onAgain,
  onLanguage,
  network,
}: ScreenProps & { words: ChatWords; waiting: boolean }) => {
  const turns = turnsOf(talk);
  const first = talk.find((item) => item.kind === "arrived");
  if (turns.length === 0) return <p class="who-line">{words.opening}</p>;
  return (
    <>
      {turns.map((turn, at) => (
        <div class={isLed(turn) ? "turn led" : "turn"} key={turn.key}>
          {turn.parts.map((part) =>
            part.kind === "mine" ? (
              <MineBubble key={part.key} mine={part} words={words} again={onAgain} />
            ) : (
              <Fragment key={part.id}>
                {part.echo ? <Bubble words={words}>{part.echo}</Bubble> : null}
                <MessageView shown={part} greeting={whole && part.id === first?.id} words={words} press={press} />
                {whole && isUntouched(talk) && !part.message.progress ? (
                  <OtherLanguage words={words} press={onLanguage} />
                ) : null}
              </Fragment>
            ),
          )}
          {waiting && network === "on" && at === turns.length - 1 ? <p class="who-line wait">{words.waiting}</p> : null}
        </div>
      ))}
    </>
  );
};

/** Nothing was said or chosen yet; opening the page has no words. */
const isUntouched = (talk: Talk): boolean =>
  talk.filter((item) => item.kind === "arrived").length === 1 &&
  talk.every((item) => item.kind === "arrived" || item.label === "");

/** On the first screen alone, beside its heading: whoever reads no Vietnamese finds no command to type. */
const OtherLanguage = ({ words, press }: { words: ChatWords; press: () => void }) => (
  <button type="button" class="language" lang={words.otherLanguage.lang} onClick={press}>
    {words.otherLanguage.name}
  </button>
);

/** Begins with something the person did. */
const isLed = ({ parts: [first] }: ChatTurn): boolean =>
  first !== undefined && (first.kind === "mine" ? first.label !== "" : first.echo !== undefined);

const Bubble = ({ words, children }: { words: ChatWords; children: ComponentChildren }) => (
  <p class="me">
    <span class="hidden">{words.said} </span>
    {children}
  </p>
);

/** What the person did. Opening the page is not something they said, so it has no bubble unless it failed. */
const MineBubble = ({ mine, words, again }: { mine: Mine; words: ChatWords; again: (mine: Mine) => void }) =>
  mine.label === "" && mine.status !== "failed" ? null : (
    <Bubble words={words}>
      {mine.label}
      {mine.status === "failed" ? (
        <span class="state">
          {words.notSent} ·{" "}
          <button type="button" onClick={() => again(mine)}>
            {words.again}
          </button>
        </span>
      ) : null}
    </Bubble>
  );

const Strip = ({ words, network, empty }: { words: ChatWords; network: "off" | "busy"; empty: boolean }) => (
  <div class="strip">
    <ChatIcon name="nonet" />
    <span>{network === "busy" ? words.busy : empty ? words.offlineEmpty : words.offline}</span>
  </div>
);

const ProgressStrip = ({ progress, words }: { progress: Progress<string>; words: ChatWords }) => {
  const { part } = progress;
  const label = words[progress.unit](progress.at, progress.of) + (part ? ` (${part.at}/${part.of})` : "");
  return (
    <div class="progress">
      <div class="row">
        <span>{progress.title}</span>
        <span>{label}</span>
      </div>
      <ol aria-hidden="true">
        {Array.from({ length: progress.of }, (_, at) => (
          <li key={at} class={at + 1 < progress.at ? "done" : at + 1 === progress.at ? "now" : ""} />
        ))}
      </ol>
    </div>
  );
};
