import { ageMissing, forgotten, type Person, remembered } from "../engine/person.ts";
import { cleaned } from "../people/clean.ts";
import type { StoredPerson } from "../store/turn-store.ts";

/**
 * What may be written of a person: of who is not remembered only how they are spoken to and what they decided. Whoever
 * agreed before the age was asked keeps what stands there, the engine adds nothing to it. The age band of a child stays
 * while the flow has not taken it in, because without it the next turn would not know to keep nothing.
 */
export const forStorage = (person: Person): StoredPerson => {
  // The engine takes no name that holds something private; one of before it did must not be written again.
  const name = person.name === null ? null : cleaned(person.name);
  return remembered(person) || ageMissing(person)
    ? { ...person, name }
    : { ...forgotten(person), name: null, age: person.age === "under16" ? person.age : null };
};
