/** A little air above what the eye should find first; no more than the gap, or the edge of the bubble above shows. */
const AIR = 10;

/**
 * Brings a message's top to the top of the log: new words are read from their beginning, not from their end. `alone`: a
 * step, a question or the menu fills the screen by itself; other answers are shown with what the person said. A judgement
 * is shown with its question, when both fit.
 */
export const showMessage = (id: number, { alone, smooth }: { alone: boolean; smooth: boolean }): void => {
  const log = document.getElementById("log");
  const message = document.getElementById(`m${id}`);
  const turn = message?.closest<HTMLElement>(".turn");
  if (!log || !message || !turn) return;
  const end = message.offsetTop + message.offsetHeight;
  const tops = [alone ? null : turn, turn.querySelector<HTMLElement>(".message"), message];
  const from = tops.find((top) => top && end - top.offsetTop + AIR <= log.clientHeight) ?? message;
  log.scrollTo({ top: from.offsetTop - AIR, behavior: smooth ? "smooth" : "auto" });
};

/** Brings what the person just did into view, without moving what they are reading more than needed. */
export const showEnd = (): void => {
  const bubbles = document.querySelectorAll("#log .turn:last-child > .me");
  bubbles[bubbles.length - 1]?.scrollIntoView({ block: "nearest" });
};

/** Puts a screen reader at the start of a message: its heading, or the message itself. */
export const focusMessage = (messageId: number): void => {
  const message = document.getElementById(`m${messageId}`);
  (message?.querySelector<HTMLElement>("h2") ?? message)?.focus({ preventScroll: true });
};

export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
