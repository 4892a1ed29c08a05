import type { Block } from "../../engine/block.ts";
import { ChatIcon, type IconName } from "./icons.tsx";
import { Paragraphs, Rich } from "./rich.tsx";
import { StepPicture } from "./step-picture.tsx";
import type { ChatWords } from "./words.ts";

type B = Block<string>;
type Of<K extends B["kind"]> = Extract<B, { kind: K }>;

/** One white sheet: the blocks that belong together. */
export const Sheet = ({ blocks, words }: { blocks: readonly B[]; words: ChatWords }) => (
  <div class="sheet">
    {blocks.map((block, at) => (
      <InSheet
        key={at}
        block={block}
        words={words}
        aside={blocks.slice(0, at).some((b) => b.kind === "keys" || b.kind === "certificate")}
      />
    ))}
  </div>
);

/** `aside`: words after the thing to do are smaller than the thing itself. */
const InSheet = ({ block, words, aside }: { block: B; words: ChatWords; aside: boolean }) => {
  switch (block.kind) {
    case "title":
      return (
        <h2 tabIndex={-1}>
          <Rich text={block.text} />
        </h2>
      );
    case "question":
      return (
        <h2 class="q" tabIndex={-1}>
          <Rich text={block.text} />
        </h2>
      );
    case "text":
      return <Paragraphs text={block.text} class={aside ? "small" : undefined} />;
    case "keys":
      return <Keys block={block} />;
    case "picture":
      return <Picture block={block} words={words} />;
    case "certificate":
      return (
        <a class="cert" href={`/giay/${encodeURIComponent(block.code)}.png`} target="_blank" rel="noopener">
          <img
            src={`/giay/${encodeURIComponent(block.code)}.png`}
            alt={block.alt}
            width={1200}
            height={850}
            loading="lazy"
          />
          <span>{words.certificate}</span>
        </a>
      );
    case "note":
      return <Note block={block} />;
    case "feedback":
      return <Feedback block={block} why={[]} />;
  }
};

/** A step card; or the upright picture of a lesson, which opens on its own to be kept or sent on. */
const Picture = ({ block, words }: { block: Of<"picture">; words: ChatWords }) => {
  const src = `/hinh/${encodeURIComponent(block.card)}.png`;
  return block.card.startsWith("tranh.") ? (
    <a class="cert" href={src} target="_blank" rel="noopener">
      <img src={src} alt={block.alt} width={1080} height={1350} loading="lazy" />
      <span>{words.certificate}</span>
    </a>
  ) : (
    <StepPicture src={src + words.ofCard} alt={block.alt} words={words} />
  );
};

/** Points: with the letter they have on the picture, else without any; numbers are what choices have. */
const Keys = ({ block }: { block: Of<"keys"> }) => (
  <ul class="keys">
    {block.items.map((item, at) => (
      <li key={at}>
        {item.mark === undefined ? (
          <span class="point" aria-hidden="true" />
        ) : (
          <span class={item.tap ? "n tap" : "n"}>{item.mark}</span>
        )}
        <span>
          <Rich text={item.text} />
        </span>
      </li>
    ))}
  </ul>
);

export const Note = ({ block }: { block: Of<"note"> }) => (
  <div class={`note ${block.tone}`}>
    <ChatIcon name={noteIcons[block.tone]} />
    <div>
      <Paragraphs text={block.text} />
    </div>
  </div>
);
const noteIcons = { safe: "shield", info: "info", warn: "stop", danger: "stop" } satisfies Record<
  Of<"note">["tone"],
  IconName
>;

/** How an answer was judged and why: never by colour alone. The first line of the judgement is its heading. */
export const Feedback = ({ block, why }: { block: Of<"feedback">; why: readonly string[] }) => {
  const [head = "", ...rest] = block.text.split("\n");
  return (
    <div class={block.right ? "fb" : "fb no"}>
      <h2 tabIndex={-1}>
        <ChatIcon name={block.right ? "check" : "again"} />
        <span>
          <Rich text={head.replace(/^\*\*(.*)\*\*$/, "$1")} />
        </span>
      </h2>
      {[rest.join("\n").trim(), ...why].filter(Boolean).map((text, at) => (
        <Paragraphs key={at} text={text} />
      ))}
    </div>
  );
};
