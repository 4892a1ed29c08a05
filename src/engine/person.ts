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

/** Agreed to be remembered, and not a child: of anybody else nothing is kept but what this very rule needs. */
export const remembered = (person: Person): boolean => person.consent === "yes" && person.age !== "under16";

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
