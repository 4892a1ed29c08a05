import { type Person, remembered } from "../engine/person.ts";

/**
 * What may be written of a person. A name given by the household before the person was asked stays until they answer;
 * the age band of a child stays, because without it the next turn would not know to keep nothing.
 */
export const keepable = (person: Person): Person =>
  remembered(person)
    ? person
    : {
        ...person,
        name: person.consent === "unasked" ? person.name : null,
        village: null,
        audience: null,
        review: "unasked",
        age: person.age === "under16" ? person.age : null,
      };
