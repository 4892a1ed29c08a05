import type { Context } from "../engine/context.ts";
import type { CommuneFacts } from "../engine/facts.ts";

/** The villages a team member works in, in the commune's order: all of them for whoever is there for the whole commune. */
export const placesOf = ({ facts: { team, commune } }: Context): CommuneFacts["villages"] =>
  commune.villages.filter((v) => team?.places.some((place) => place === null || place === v.id));
