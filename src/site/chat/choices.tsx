import type { ComponentChildren } from "preact";
import type { Choice } from "../../engine/block.ts";
import { isMenu } from "./arrange.ts";
import { ChatIcon, iconName } from "./icons.tsx";
import { Rich } from "./rich.tsx";
import type { ShownMessage } from "./turns.ts";
import type { ChatWords } from "./words.ts";

type C = Choice<string>;
export type Press = (id: number, token: string, choice: C) => void;

/** The choices of one message, in the look its state asks for: to be taken, being taken, judged, or long answered. */
export const Choices = ({ shown, words, press }: { shown: ShownMessage; words: ChatWords; press: Press }) => {
  const { message, id, live, chosen, judged } = shown;
  if (message.choices.length === 0) return null;
  const take = (choice: C) => press(id, message.token, choice);
  const taken = message.choices.find((c) => c.key === chosen);
  if (judged && taken) return <Judged choice={taken} judged={judged} words={words} />;
  if (!live)
    return (
      <Past choices={message.choices.filter((c) => c !== taken && !c.url && !c.phone)} words={words} take={take} />
    );
  const resume = message.choices.filter((c) => c.style === "resume");
  // A person (9) is in the bar below, on every screen.
  const others = message.choices.filter((c) => c.style !== "resume" && (c.key !== "person" || c.n !== 9));
  const pinned = pinnedOf(message, others);
  const rest = others.filter((c) => !pinned.includes(c));
  const button = (c: C) => <Button choice={c} words={words} take={take} on={c === taken} />;
  const item = (c: C) => <Item choice={c} take={take} />;
  return (
    <>
      {resume.map((c) => (
        <Resume key={c.key} choice={c} words={words} take={take} />
      ))}
      {isMenu(message) ? (
        <List look="menu" choices={rest} words={words} draw={item} />
      ) : (
        <List look="choices" choices={rest} words={words} draw={button} />
      )}
      <List look="choices pinned" choices={pinned} words={words} draw={button} />
    </>
  );
};

/** The ways on that stay in sight at the lower edge: those of a step, and of any message whose few short ones have room side by side. */
const pinnedOf = (message: ShownMessage["message"], choices: readonly C[]): readonly C[] => {
  if (isMenu(message) || message.progress?.unit === "question") return [];
  const loud = choices.filter((c) => c.style !== "quiet");
  if (message.progress) return loud.filter((c) => c.style === "main" || c.style === "alarm" || c.key === "stuck");
  return loud.length <= 2 && loud.every((c) => c.label.length <= SHORT && !c.small && !c.url) ? loud : [];
};
/** Longer a label takes more than two lines beside another. */
const SHORT = 28;

type ListProps = {
  readonly look: string;
  readonly choices: readonly C[];
  readonly words: ChatWords;
  readonly draw: (c: C) => ComponentChildren;
};
const List = ({ look, choices, words, draw }: ListProps) =>
  choices.length === 0 ? null : (
    <ul class={look} aria-label={words.choices}>
      {choices.map((c) => (
        <li key={c.key}>{draw(c)}</li>
      ))}
    </ul>
  );

type Take = (choice: C) => void;

const Button = ({ choice, words, take, on }: { choice: C; words: ChatWords; take: Take; on: boolean }) => {
  const quiet = choice.style === "quiet";
  const look = quiet
    ? "textbtn"
    : choice.style === "main"
      ? "choice main"
      : choice.style === "alarm"
        ? "choice alarm"
        : "choice";
  const inside = (
    <>
      <Digit n={choice.n} />
      <span class="t">
        <Rich text={choice.label} />
        {choice.small ? <small>{choice.small}</small> : null}
      </span>
      {choice.phone ? (
        <ChatIcon name="call" />
      ) : choice.url ? (
        <ChatIcon name={/\.png$/.test(choice.url) ? "down" : "go"} />
      ) : null}
    </>
  );
  const link = choice.phone ? `tel:${choice.phone.replace(/[^\d+]/g, "")}` : safeUrl(choice.url);
  if (link)
    return (
      <a
        class={look}
        href={link}
        data-key={choice.key}
        {...(choice.phone ? {} : { target: "_blank", rel: "noopener noreferrer" })}
      >
        {inside}
        <span class="hidden">{choice.phone ? words.call : words.newTab}</span>
      </a>
    );
  return (
    <button
      type="button"
      class={look}
      data-key={choice.key}
      aria-pressed={on ? "true" : undefined}
      onClick={() => take(choice)}
    >
      {inside}
    </button>
  );
};

/** Says its number to the eye and to the ear: "số 2" is how a grandchild on the phone names the button. */
const Digit = ({ n }: { n: number | undefined }) => (n === undefined ? null : <span class="n">{n}</span>);

const Item = ({ choice, take }: { choice: C; take: Take }) => {
  const icon = iconName(choice.icon);
  return (
    <button type="button" data-key={choice.key} onClick={() => take(choice)}>
      <Digit n={choice.n} />
      <span class="t">
        <Rich text={choice.label} />
        {choice.small ? <small>{choice.small}</small> : null}
      </span>
      {icon ? <ChatIcon name={icon} class="lead" /> : null}
    </button>
  );
};

const Resume = ({ choice, words, take }: { choice: C; words: ChatWords; take: Take }) => (
  <button type="button" class="resume" data-key={choice.key} onClick={() => take(choice)}>
    <span class="dot">
      <ChatIcon name="play" />
    </span>
    <span class="t">
      {choice.label.toLowerCase().startsWith(words.continue.toLowerCase()) ? null : <small>{words.continue}</small>}
      <b>
        <Rich text={choice.label} />
      </b>
      {choice.small ? <small>{choice.small}</small> : null}
    </span>
    <ChatIcon name="go" />
  </button>
);

const Judged = ({ choice, judged, words }: { choice: C; judged: "right" | "notyet"; words: ChatWords }) => (
  <ul class="choices">
    <li>
      <div class={`choice ${judged}`}>
        {judged === "right" ? (
          <span class="n">
            <ChatIcon name="check" />
          </span>
        ) : (
          <Digit n={choice.n} />
        )}
        <span class="t">
          <Rich text={choice.label} />
          <span class="hidden">, {words.chosen}</span>
        </span>
      </div>
    </li>
  </ul>
);

/** Out of the way of the keyboard, but a tap still reaches the server, which answers with the question that counts now. */
const Past = ({ choices, words, take }: { choices: readonly C[]; words: ChatWords; take: Take }) =>
  choices.length === 0 ? null : (
    <ul class="choices past" aria-label={words.earlier}>
      {choices.map((c) => (
        <li key={c.key}>
          <button type="button" class="choice" tabIndex={-1} onClick={() => take(c)}>
            <span class="t">
              <Rich text={c.label} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );

/** Only web addresses: content cannot smuggle a script into a link. */
const safeUrl = (url: string | undefined): string | undefined =>
  url && /^(https?:\/\/|\/(?!\/))/.test(url) ? url : undefined;
