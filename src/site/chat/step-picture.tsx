import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChatWords } from "./words.ts";

/**
 * The drawn screen of a step. Folded it is a small picture beside its button, so that the step and its ways on stand on
 * a small screen together; open it fills the width, and a tap shows it as large as one likes. Where there is room for
 * it, it opens by itself.
 */
export const StepPicture = ({ src, alt, words }: { src: string; alt: string; words: ChatWords }) => {
  const [open, setOpen] = useState(false);
  const figure = useRef<HTMLElement>(null);
  useLayoutEffect(() => setOpen(hasRoom(figure.current)), []);
  const picture = <img src={src} alt={alt} width={668} height={476} loading="lazy" />;
  return (
    <figure class={open ? "illus" : "illus folded"} ref={figure}>
      {open ? (
        <a href={src} target="_blank" rel="noopener" aria-label={words.enlarge}>
          {picture}
        </a>
      ) : null}
      <button type="button" class="peek" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? null : picture}
        <span>{open ? words.foldPicture : words.showPicture}</span>
      </button>
    </figure>
  );
};

/** Whether the message would still stand on the screen whole with the picture as wide as its sheet. */
const hasRoom = (figure: HTMLElement | null): boolean => {
  const message = figure?.closest<HTMLElement>(".message");
  const log = document.getElementById("log");
  if (!figure || !message || !log) return false;
  const opened = Math.min(figure.clientWidth, WIDEST) * RATIO;
  return message.offsetHeight + opened + AIR <= log.clientHeight;
};
/** As wide as the picture is drawn at most (`chat.css`), and its height by its width. */
const WIDEST = 480;
const RATIO = 476 / 668;
/** What stands above and below a message in the log. */
const AIR = 24;
