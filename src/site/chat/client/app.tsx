import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Message } from "../../../channels/message.ts";
import { isMenu } from "../arrange.ts";
import type { Press } from "../choices.tsx";
import type { DockKey } from "../dock.tsx";
import type { PageData } from "../page-data.ts";
import type { ReadingAloud } from "../player.tsx";
import { Screen } from "../screen.tsx";
import { current, type Mine } from "../talk.ts";
import { chatWords } from "../words.ts";
import { canHear, hear } from "./hear.ts";
import { digitOf } from "./keys.ts";
import { reader } from "./listen.ts";
import { recall, rememberHere } from "./remember.ts";
import { calm, focusMessage, showEnd, showMessage } from "./scroll.ts";
import { useBack } from "./use-back.ts";
import { useHomeScreen } from "./use-home-screen.ts";
import { useTalk } from "./use-talk.ts";

const reserved = { menu: "/0", back: "/8", person: "/9" } as const;

const isAlone = (message: Message): boolean => message.progress !== undefined || isMenu(message);

/** The chat in the browser: the state, and what each tap does to it. */
export const App = ({ page }: { page: PageData }) => {
  const [size, setSize] = useState(1);
  const [draft, setDraft] = useState("");
  const [reading, setReading] = useState<ReadingAloud | null>(null);
  const [speech, setSpeech] = useState<"none" | "off" | "on">("none");
  const [hush, setHush] = useState(false);
  const follow = useRef(false);
  const voice = useMemo(() => reader(setReading), []);
  const stopHearing = useRef(() => {});
  const { talk, whole, network, send, again } = useTalk(page, (first) => {
    if (!first) return showEnd();
    voice.stop();
    showMessage(first.id, { alone: isAlone(first.message), smooth: !calm() });
    if (follow.current) focusMessage(first.id);
    follow.current = false;
    setHush(false);
  });
  const now = current(talk);
  const language = now?.message.language ?? page.language;
  const words = chatWords(language);

  useEffect(() => {
    setSize(Number(recall("text-size")) || 1);
    setSpeech(canHear() ? "off" : "none");
    if (now) showMessage(now.id, { alone: isAlone(now.message), smooth: false });
  }, []);
  useEffect(() => {
    document.documentElement.dataset.size = String(size);
    document.documentElement.lang = language;
  }, [size, language]);

  /** Whoever acts by button is led to the answer; whoever types stays in the field, and the answer is announced. */
  const act = (said: Mine["said"], label: string, choice?: Mine["choice"]) => {
    const typing = document.activeElement instanceof HTMLInputElement;
    follow.current = !typing;
    setHush(!typing);
    send(said, label, choice);
  };
  const reservedPress = (key: keyof typeof reserved) =>
    act({ press: { token: now?.message.token ?? "", key: reserved[key] } }, words[key]);
  const { acted } = useBack({
    framed: page.framed,
    atMenu: now !== undefined && isMenu(now.message),
    back: () => reservedPress("back"),
  });
  const homeScreen = useHomeScreen(now?.message, page.framed);
  const press: Press = (id, token, choice) => {
    acted();
    act({ press: { token, key: choice.key } }, choice.label, { message: id, key: choice.key });
  };
  const onDock = (key: DockKey) => {
    if (key === "menu" || key === "person") acted();
    if (key !== "listen") return reservedPress(key);
    if (reading) voice.stop();
    else if (now) voice.start(now.message);
  };
  const onSend = () => {
    const text = draft.trim();
    if (text === "") return;
    stopHearing.current();
    setDraft("");
    acted();
    act({ text }, text);
  };
  const onSpeech = () => {
    if (speech === "on") return stopHearing.current();
    setSpeech("on");
    stopHearing.current = hear(language, setDraft, () => setSpeech("off"));
  };

  const onDigit = useRef((_: number) => {});
  onDigit.current = (n) => {
    const choice = now?.message.choices.find((c) => c.n === n);
    // A way that stands in the dock has no button of its own.
    const button =
      choice &&
      now &&
      document.getElementById(`m${now.id}`)?.querySelector<HTMLElement>(`[data-key="${CSS.escape(choice.key)}"]`);
    if (button) button.click();
    else if (n === 0 || n === 7 || n === 8 || n === 9)
      onDock(({ 0: "menu", 7: "listen", 8: "back", 9: "person" } as const)[n]);
    else if (n === 6) document.querySelector<HTMLElement>(`#m${now?.id ?? 0} .peek`)?.click();
  };
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const digit = digitOf(event);
      if (digit !== null) onDigit.current(digit);
      // In a frame, the page around us cannot hear this key.
      if (event.key === "Escape" && page.framed) parent.postMessage("binh-dan-hoc-vu-so:close", "*");
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, []);

  return (
    <Screen
      title={page.title}
      language={page.language}
      talk={talk}
      whole={whole}
      size={size}
      network={network}
      homeScreen={homeScreen}
      reading={reading}
      hush={hush}
      composer={{ draft, speech, onDraft: setDraft, onSend, onSpeech }}
      press={press}
      onDock={onDock}
      onSize={() => {
        const next = (size % 3) + 1;
        setSize(next);
        rememberHere("text-size", String(next));
      }}
      onLanguage={() => {
        acted();
        act({ text: words.otherLanguage.says }, words.otherLanguage.name);
      }}
      onAgain={again}
      onToggleReading={() => voice.toggle(reading)}
      onStopReading={voice.stop}
    />
  );
};
