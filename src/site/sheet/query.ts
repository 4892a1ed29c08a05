/** The query of an address: only what was given, Vietnamese left out because it is what one gets. */
export const query = ({
  commune,
  code,
  lang,
}: {
  commune?: string | null | undefined;
  code?: string | undefined;
  lang: "vi" | "en";
}): string => {
  const asked = new URLSearchParams({
    ...(commune && { commune }),
    ...(code && { code }),
    ...(lang === "en" && { lang }),
  }).toString();
  return asked === "" ? "" : `?${asked}`;
};

/** Where the picture of a lesson is. */
export const pictureAddress = (lesson: string, commune: string | undefined, lang: "vi" | "en"): string =>
  `/tranh/${lesson}.png${query({ commune, lang })}`;
