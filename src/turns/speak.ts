import type { Message, Purpose } from "../channels/message.ts";
import type { Block, Choice, Progress } from "../engine/block.ts";
import type { Event } from "../engine/events.ts";
import { type CommuneFacts, phoneOf } from "../engine/facts.ts";
import type { Person } from "../engine/person.ts";
import { app, type Text } from "../engine/text.ts";
import { dayOf } from "../kit/vietnam-time.ts";
import type { TurnWorld } from "./world.ts";

type Said = Extract<Event, { type: "message" }>;

/** Puts what the engine said into the person's language. Everything a channel needs is in the message; it asks nobody again. */
export const speaker = (world: TurnWorld) => {
  const reserved = new Map<string, Message["reserved"]>();

  const reservedIn = (language: string): Message["reserved"] => {
    let words = reserved.get(language);
    if (!words) {
      words = reservedNumbers.map(([n, key]) => ({ n, label: world.words(app(`reserved.${key}`), language, {}, "") }));
      reserved.set(language, words);
    }
    return words;
  };

  return (
    said: Said,
    person: Person,
    commune: CommuneFacts | null,
    token: string,
    purpose: Purpose,
    now: number,
  ): Message => {
    const day = dayOf(now);
    const { language } = person;
    const known = new Map<string, Record<string, string>>();
    const args = (spoken: string): Record<string, string> => {
      const found = known.get(spoken) ?? argsOf(world, person, commune, spoken);
      known.set(spoken, found);
      return found;
    };
    const say = (text: Text): string => world.words(text, language, args, day);
    const pictured = said.blocks.some((b) => b.kind === "picture");
    return {
      spec: 1,
      purpose,
      language,
      token,
      blocks: said.blocks.map((b) => addressed(block(b, say), language, commune)),
      choices: said.choices.map((c) => choice(c, say)),
      progress: said.progress && progress(said.progress, say),
      echo: said.echo && say(said.echo),
      expects: said.expects,
      reserved: reservedIn(language).filter((r) => (r.n !== 6 || pictured) && !said.choices.some((c) => c.n === r.n)),
    };
  };
};
export type Speak = ReturnType<typeof speaker>;

const reservedNumbers = [
  [0, "menu"],
  [6, "picture"],
  [7, "listen"],
  [8, "back"],
  [9, "person"],
] as const;

/** What every text may use: how the person is addressed, and the commune's own words. */
const argsOf = (
  world: TurnWorld,
  person: Person,
  commune: CommuneFacts | null,
  spoken: string,
): Record<string, string> => {
  const you = world.words(app(`you.${person.you}`), spoken, {}, "");
  const unit = commune?.unit ?? "";
  const who = person.name ? (spoken === "en" ? person.name : `${you} ${person.name}`) : you;
  return {
    you,
    You: capital(you),
    who,
    Who: capital(who),
    name: person.name ?? "",
    commune: commune?.name ?? "",
    unit,
    Unit: capital(unit),
    team: commune?.team ?? "",
    movement: commune?.movement ?? "",
    phone: (commune && phoneOf(commune)) ?? "",
    hotline: commune?.contacts.hotline ?? "",
    counter: commune?.contacts.counter ?? "",
    police: commune?.contacts.police ?? "",
    hours: commune?.contacts.hours ?? "",
  };
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Say = (text: Text) => string;

const block = (b: Block, say: Say): Block<string> => {
  switch (b.kind) {
    case "keys":
      return { kind: "keys", items: b.items.map((i) => ({ ...i, text: say(i.text) })) };
    case "picture":
      // Words for who does not see it: a mark of bold that came with a fact is only noise there.
      return { ...b, alt: say(b.alt).replaceAll("**", "") };
    case "certificate":
      return { ...b, alt: say(b.alt) };
    default:
      return { ...b, text: say(b.text) };
  }
};

/** A picture that names the commune has a place for it in its address; a step card has none. */
const addressed = (b: Block<string>, language: string, commune: CommuneFacts | null): Block<string> =>
  b.kind === "picture"
    ? { ...b, card: b.card.replace("{commune}", commune?.code ?? "").replace("{language}", language) }
    : b;

const choice = (c: Choice, say: Say): Choice<string> => ({
  ...c,
  label: say(c.label),
  small: c.small && say(c.small),
});

const progress = (p: Progress, say: Say): Progress<string> => ({ ...p, title: say(p.title) });
