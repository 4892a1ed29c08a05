import type { z } from "zod";
import type { Action, Outcome } from "./action.ts";
import { privateField } from "./fields.ts";
import type { View } from "./view.ts";

/** A form that is read by its own schema. What is private in it is told apart from what is merely wrong. */
export const parsed =
  <S extends z.ZodType>(
    schema: S,
    run: (view: View, form: z.infer<S>, params: Readonly<Record<string, string>>) => Promise<Outcome | null>,
  ): Action["run"] =>
  async (view, body, params) => {
    const form = schema.safeParse(body);
    if (form.success) return run(view, form.data, params);
    const field = privateField(form.error);
    return field === null ? null : { private: field };
  };
