import { arrange, type MessagePart } from "./arrange.ts";
import { Feedback, Note, Sheet } from "./blocks.tsx";
import { Board } from "./board.tsx";
import { Choices, type Press } from "./choices.tsx";
import { Paragraphs, Rich } from "./rich.tsx";
import type { ShownMessage } from "./turns.ts";
import type { ChatWords } from "./words.ts";

type Props = { shown: ShownMessage; greeting: boolean; words: ChatWords; press: Press };

/** One message of the assistant, as laid out by `arrange`. */
export const MessageView = (props: Props) => (
  <article class="message" id={`m${props.shown.id}`} lang={props.shown.message.language} tabIndex={-1}>
    {arrange(props.shown.message, props.greeting).map((part, at) => (
      // A message never changes: its parts keep their places.
      <PartView key={at} part={part} {...props} />
    ))}
  </article>
);

const PartView = ({ part, shown, words, press }: Props & { part: MessagePart }) => {
  switch (part.kind) {
    case "board":
      return <Board text={part.text} />;
    case "heading":
      return (
        <h2 class="open" tabIndex={-1}>
          <Rich text={part.text} />
        </h2>
      );
    case "sheet":
      return <Sheet blocks={part.blocks} words={words} />;
    case "feedback":
      return <Feedback block={part.block} why={part.why} />;
    case "note":
      return <Note block={part.block} />;
    case "small":
      // A hint for choosing is in the way once the choice was judged.
      return shown.judged ? null : <Paragraphs text={part.text} class="small muted under-note" />;
    case "choices":
      return <Choices shown={shown} words={words} press={press} />;
  }
};
