/** How a person wants to be addressed; the key of the words in the locale (`you.bac` = "bác"). */
export const addresses = ["ong", "ba", "bac", "co", "chu", "anh", "chi", "em", "ban"] as const;
export type Address = (typeof addresses)[number];

export const audiences = ["resident", "official", "business", "farmer", "student", "teacher", "worker"] as const;
export type Audience = (typeof audiences)[number];

/** Age bands are all we ever ask about age. Under 16 nothing is kept (children's own rules). */
export const ages = ["under16", "16-29", "30-49", "50-64", "65plus"] as const;
export type Age = (typeof ages)[number];

/** Whether a learner wants to be asked again what they learnt. `later`: was asked and may be asked once more; `paused`: did not answer. */
export const reviewWishes = ["unasked", "later", "yes", "no", "paused"] as const;
export type ReviewWish = (typeof reviewWishes)[number];

/** The learner as the engine sees them: no phone number, no identity number, ever. */
export type Person = {
  readonly id: string;
  readonly name: string | null;
  readonly you: Address;
  readonly language: string;
  readonly village: string | null;
  readonly audience: Audience | null;
  readonly age: Age | null;
  readonly consent: "unasked" | "yes" | "no";
  readonly role: "resident" | "team";
  readonly optedOut: boolean;
  readonly review: ReviewWish;
};

/** Said how old they are, and it is 16 or more. Who was not asked is not taken for an adult. */
export const adult = ({ age }: Pick<Person, "age">): boolean => age !== null && age !== "under16";

/** Agreed to be remembered, and said they are 16 or more: of anybody else nothing is kept but what this very rule needs. */
export const remembered = (person: Person): boolean => person.consent === "yes" && adult(person);

/** Agreed before the age was asked on every way in: what was kept stays, nothing is added until they say it. */
export const ageMissing = ({ consent, age }: Pick<Person, "consent" | "age">): boolean =>
  consent === "yes" && age === null;

/** Whom nothing may be kept of any more: what they said of themselves goes, how they are spoken to stays. */
export const forgotten = (person: Person): Person => ({
  ...person,
  name: null,
  village: null,
  audience: null,
  age: null,
  review: "unasked",
});

export const stranger = (id: string, language = "vi"): Person => ({
  id,
  name: null,
  you: "bac",
  language,
  village: null,
  audience: null,
  age: null,
  consent: "unasked",
  role: "resident",
  optedOut: false,
  review: "unasked",
});
