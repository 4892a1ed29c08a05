import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../channels/message.ts";
import { isMenu } from "../arrange.ts";
import type { HomeScreenProps, Way } from "../home-screen.tsx";
import { recall, rememberHere } from "./remember.ts";

/** Chrome's offer to put the page on the home screen; absent from the DOM types. */
type Offer = Event & { prompt(): Promise<unknown> };

/** Offered once somebody has finished this many lessons: sooner nobody knows what they would come back to. */
const LESSONS = 2;

/**
 * "Lưu trang này ra màn hình chính": after the second lesson and only then, never again after "Để sau", never while a step
 * or question fills the screen.
 */
export const useHomeScreen = (now: Message | undefined, framed: boolean): HomeScreenProps | null => {
  const [open, setOpen] = useState(false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const before = useRef<Message | undefined>(undefined);
  useEffect(() => {
    const offered = (event: Event) => {
      event.preventDefault();
      setOffer(event as Offer); // an event of this name has it
    };
    addEventListener("beforeinstallprompt", offered);
    return () => removeEventListener("beforeinstallprompt", offered);
  }, []);
  useEffect(() => {
    if (now && before.current && isLessonEnd(before.current, now)) rememberHere("lessons", String(finished() + 1));
    before.current = now;
    setOpen(
      finished() === LESSONS && recall("home-screen") === null && !matchMedia("(display-mode: standalone)").matches,
    );
  }, [now]);
  const way = offer ? "button" : typeof navigator === "undefined" ? null : wayOf(navigator.userAgent);
  if (!open || framed || way === null || now?.progress) return null;
  const decided = (how: "added" | "later") => {
    rememberHere("home-screen", how);
    setOpen(false);
  };
  return {
    way,
    add: () => {
      void offer?.prompt();
      decided("added");
    },
    later: () => decided("later"),
  };
};

/** After the last question came something else than the menu, to which anybody may leave. */
export const isLessonEnd = ({ progress }: Message, now: Message): boolean =>
  progress?.unit === "question" && progress.at === progress.of && !now.progress && !isMenu(now);

/** Whose steps fit this browser; null on a computer, and in the browsers inside other apps, which cannot. */
export const wayOf = (agent: string): Way | null =>
  /Zalo|FBAN|FBAV|Instagram|; wv\)/.test(agent)
    ? null
    : /iPhone|iPod/.test(agent)
      ? "iphone"
      : /Android/.test(agent)
        ? "android"
        : null;

const finished = (): number => Number(recall("lessons")) || 0;
