/** An icon of the sprite. Decoration only: the word always stands beside it. */
export const ChatIcon = ({ name, class: extra }: { name: IconName; class?: string }) => (
  <svg class={extra ? `ic ${extra}` : "ic"} aria-hidden="true">
    <use href={`#i-${name}`} />
  </svg>
);

const names = [
  "menu",
  "back",
  "listen",
  "person",
  "book",
  "form",
  "phone-id",
  "lens",
  "me",
  "go",
  "play",
  "pause",
  "check",
  "again",
  "stop",
  "shield",
  "mic",
  "send",
  "call",
  "down",
  "nonet",
  "close",
  "info",
  "star",
  "people",
] as const;
export type IconName = (typeof names)[number];

/** The name if we have such an icon: a flow may name one of a later version. */
export const iconName = (name: string | undefined): IconName | undefined => names.find((known) => known === name);
