import type { Message } from "../../../channels/message.ts";
import type { ReadingAloud } from "../player.tsx";
import { plainWords } from "../rich.tsx";
import { chatWords } from "../words.ts";

/** A device that says it can speak and stays silent for this long cannot. */
const SILENT_MS = 4_000;

/** Reads a message aloud, sentence by sentence: long utterances are cut off by some browsers, and pausing is then only remembering the sentence. */
export const reader = (show: (reading: ReadingAloud | null) => void) => {
  let sentences: readonly string[] = [];
  let language = "vi";
  let at = 0;
  let seconds = 0;
  let round = 0;
  let tick: ReturnType<typeof setInterval> | undefined;

  const report = (state: "playing" | "paused") => show({ state, at, of: sentences.length, seconds });
  const halt = () => {
    round += 1;
    clearInterval(tick);
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  };
  const unable = () => {
    halt();
    show({ state: "unable" });
  };

  const next = (mine: number, voice: SpeechSynthesisVoice | undefined) => {
    const sentence = sentences[at];
    if (mine !== round) return;
    if (sentence === undefined) {
      halt();
      show(null);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = language === "vi" ? "vi-VN" : "en-US";
    utterance.rate = 0.9;
    if (voice) utterance.voice = voice;
    const silent = setTimeout(() => mine === round && unable(), SILENT_MS);
    utterance.onstart = () => clearTimeout(silent);
    utterance.onerror = () => {
      clearTimeout(silent);
      if (mine === round) unable();
    };
    utterance.onend = () => {
      clearTimeout(silent);
      if (mine !== round) return;
      at += 1;
      report("playing");
      next(mine, voice);
    };
    speechSynthesis.speak(utterance);
  };

  const play = () => {
    halt();
    if (!("speechSynthesis" in window)) return unable();
    const voices = speechSynthesis.getVoices();
    const voice = voices.find((v) => v.lang.toLowerCase().replace("_", "-").startsWith(language));
    // An English voice reading Vietnamese helps nobody. An empty list is tried: old phones fill it late, or never.
    if (voices.length > 0 && !voice) return unable();
    tick = setInterval(() => {
      seconds += 1;
      report("playing");
    }, 1000);
    report("playing");
    next(round, voice);
  };

  return {
    start: (message: Message) => {
      sentences = spoken(message);
      language = message.language === "en" ? "en" : "vi";
      at = 0;
      seconds = 0;
      play();
    },
    toggle: (reading: ReadingAloud | null) => {
      if (reading?.state === "playing") {
        halt();
        report("paused");
      } else if (reading?.state === "paused") play();
    },
    stop: () => {
      halt();
      show(null);
    },
  };
};

/** What is read, in this order: title, text, what to tap, and the choices with their numbers. */
export const spoken = (message: Message): readonly string[] => {
  const words = chatWords(message.language);
  const blocks = message.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "keys":
        return block.items.map((item) => (item.mark === undefined ? item.text : `${item.mark}. ${item.text}`));
      case "picture":
        return [];
      case "certificate":
        return [block.alt];
      default:
        return sentencesOf(block.text);
    }
  });
  const choices = message.choices.map((c) => (c.n === undefined ? c.label : words.sayNumber(c.n, c.label)));
  return [...blocks, ...choices].map((text) => plainWords(text).trim()).filter(Boolean);
};

/** Without a look-behind: Safari before 16.4 refuses the whole script for one. */
const sentencesOf = (text: string): string[] =>
  text
    .replace(/([.!?…])(?=\s)/g, "$1\n")
    .split("\n")
    .filter(Boolean);
