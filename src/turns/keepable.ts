import { ageMissing, forgotten, type Person, remembered } from "../engine/person.ts";

/**
 * What may be written of a person: of who is not remembered only how they are spoken to and what they decided. Whoever
 * agreed before the age was asked keeps what stands there, the engine adds nothing to it. The age band of a child stays
 * while the flow has not taken it in, because without it the next turn would not know to keep nothing.
 */
export const keepable = (person: Person): Person =>
  remembered(person) || ageMissing(person)
    ? person
    : { ...forgotten(person), age: person.age === "under16" ? person.age : null };
