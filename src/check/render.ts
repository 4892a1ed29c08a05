import type { Message } from "../channels/message.ts";
import type { Library } from "../content/library.ts";
import { createWorld } from "../content/world.ts";
import { addresses, type Person } from "../engine/person.ts";
import { startOfDay } from "../kit/vietnam-time.ts";
import { longName } from "../product/entry-flows.ts";
import { inspect } from "../scam/inspect.ts";
import { speaker } from "../turns/speak.ts";
import type { Scene } from "./walk.ts";

export const languages = ["vi", "en"] as const;

export type ShownScreen = { readonly scene: Scene; readonly language: string; readonly message: Message };

/** Every scene in every language, for the person with the longest name, in the same words the turn would send. */
export const render = (library: Library, scenes: readonly Scene[], today: string): readonly ShownScreen[] => {
  const speak = speaker(createWorld(library, [], { id: () => "", random: () => 0, inspect }));
  return scenes.flatMap((scene) =>
    languages.map((language) => {
      const { said, person, facts } = scene;
      return {
        scene,
        language,
        message: speak(said, { ...longest(person), language }, facts.commune, token, "reply", startOfDay(today) ?? 0),
      };
    }),
  );
};

/** As long as the ids of sprints are. */
const token = "01234567-89ab-7def-8123-456789abcdef";
const longest = (person: Person): Person => ({
  ...person,
  name: longName,
  you: [...addresses].sort((a, b) => b.length - a.length)[0] ?? "bac",
});
