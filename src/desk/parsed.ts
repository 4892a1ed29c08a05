import type { z } from "zod";
import type { Action, FormOutcome } from "./action.ts";
import { faultsOf } from "./faults.ts";
import type { View } from "./view.ts";

/** A form that is read by its own schema; where it does not hold, each field says why. */
export const parsed =
  <S extends z.ZodType>(
    schema: S,
    run: (view: View, form: z.infer<S>, params: Readonly<Record<string, string>>) => Promise<FormOutcome>,
  ): Action["run"] =>
  async (view, body, params) => {
    // A body that is no form is a form without fields: then each of them is what is wrong, by its name.
    const form = schema.safeParse(typeof body === "object" && body !== null ? body : {});
    return form.success ? run(view, form.data, params) : { faults: faultsOf(form.error) };
  };
