import type { ComponentChildren } from "preact";

/** A text with `**bold**` and https addresses, as elements: never as HTML, so that no content can become markup. */
export const Rich = ({ text }: { text: string }) => <>{lines(text)}</>;

/** The same, one paragraph for each line that is followed by an empty one. */
export const Paragraphs = ({ text, class: name }: { text: string; class?: string | undefined }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, at) => (
      <p key={at} class={name}>
        <Rich text={paragraph} />
      </p>
    ))}
  </>
);

/** The text without its marks, for reading aloud. */
export const plainWords = (text: string): string => text.replace(/\*\*/g, "").replace(/https:\/\/\S+/g, "");

const lines = (text: string): ComponentChildren[] =>
  text.split("\n").flatMap((line, at) => (at === 0 ? marked(line) : [<br key={`b${at}`} />, ...marked(line)]));

const marked = (line: string): ComponentChildren[] =>
  line.split(/(\*\*[^*]+\*\*|https:\/\/(?:[^\s<>"“”.,;:!?)]|[.,;:!?)]+(?=[^\s<>"“”.,;:!?)]))+)/).map((piece, at) => {
    if (piece.startsWith("**") && piece.length > 4) return <b key={at}>{piece.slice(2, -2)}</b>;
    if (piece.startsWith("https://"))
      return (
        <a key={at} href={piece} target="_blank" rel="noopener noreferrer">
          {piece.slice(8).replace(/\/$/, "")}
        </a>
      );
    return piece;
  });
