import { type Context, top } from "../engine/context.ts";
import { app, literal, type Text } from "../engine/text.ts";
import { entryFlows } from "./entry-flows.ts";
import { localFee } from "./local-fee.ts";
import { placesOf } from "./places.ts";

/** What texts can be filled with besides the variables of their flow. */
export const fills = (ctx: Context): NonNullable<Text["args"]> => ({
  ...pointed(ctx),
  ...(top(ctx).flow === entryFlows.data && mine(ctx)),
  ...(top(ctx).flow === "agree" && { privacyLink: privacyLink(ctx) }),
  ...(top(ctx).flow === entryFlows.download && { dataLink: dataLink(ctx) }),
});

/** Titles and names behind the ids a run holds: a lesson, a village, the flow that was interrupted. */
const pointed = (ctx: Context): Record<string, string | number | Text> => {
  const { flow, vars } = top(ctx);
  const { lesson, village, stopped } = vars;
  const entry =
    typeof lesson === "string" ? ctx.env.catalogue.find((e) => e.kind === "lesson" && e.id === lesson) : undefined;
  const stoppedTitle = typeof stopped === "string" ? ctx.env.flow(stopped)?.title : undefined;
  const villageName =
    typeof village === "string" ? ctx.facts.commune.villages.find((v) => v.id === village)?.name : undefined;
  const fee = localFee(ctx);
  return {
    ...(fee && { fee: fee.says, feeBasis: fee.basis, feeOn: fee.on.split("-").reverse().join("/") }),
    ...(entry && { lessonTitle: entry.title, lessonMinutes: entry.minutes }),
    ...(stoppedTitle && { stoppedTitle }),
    ...(villageName && { villageName }),
    ...(flow === entryFlows.invitation && {
      newPlace: villageName ? literal(villageName) : app("place.whole"),
      myPlaces: ctx.facts.team?.places.includes(null)
        ? app("place.whole")
        : literal(
            placesOf(ctx)
              .map((v) => v.name)
              .join(", "),
          ),
    }),
  };
};

/** What "my data" shows: everything that is kept, nothing else exists. */
const mine = (ctx: Context): Record<string, Text | number> => {
  const { person, facts } = ctx;
  const none = app("data.none");
  const village = facts.commune.villages.find((v) => v.id === person.village)?.name;
  return {
    myName: person.name ? literal(person.name) : none,
    myVillage: village ? literal(village) : none,
    myAge: person.age ? app(`age.${person.age}`) : none,
    myAudience: person.audience ? app(`audience.${person.audience}`) : none,
    myLessons: Object.values(facts.progress).filter((p) => p.done).length,
    myCertificates: facts.certificates.length,
    myReview: app(`review.wish.${person.review}`),
    myTickets: facts.waiting?.tickets ?? 0,
    myQuestions: facts.waiting?.questions ?? 0,
  };
};

/** Where the whole table of terms stands, for whoever is asked to agree. */
const privacyLink = ({ person, facts }: Context): string =>
  `${facts.commune.publicUrl}/rieng-tu${person.language === "vi" ? "" : "?lang=en"}`;

/** Where everything kept about this person can be read, once. */
const dataLink = (ctx: Context): string => {
  const { person, facts } = ctx;
  const code = String(top(ctx).vars.code ?? "");
  return `${facts.commune.publicUrl}/du-lieu/${code}${person.language === "vi" ? "" : "?lang=en"}`;
};
