import { Fragment } from "preact";
import type { Language } from "../kit/bilingual.ts";
import { terms } from "../people/terms.ts";

/** What is kept of people and how long: the very terms the clock keeps, for residents and at the desk alike. */
export const Terms = ({ language }: { readonly language: Language }) => (
  <dl class="terms">
    {Object.entries(terms).map(([kind, { what, then }]) => (
      <Fragment key={kind}>
        <dt>{what[language]}</dt>
        <dd>{then[language]}</dd>
      </Fragment>
    ))}
  </dl>
);
