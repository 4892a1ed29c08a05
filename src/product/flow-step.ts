import { z } from "zod";
import { stepOf } from "../engine/definition/steps.ts";
import { guards } from "./guards.ts";
import { listNames } from "./lists.ts";

/** A step as an author may write it: with the guards and lists there are. */
export const FlowStep = stepOf(z.enum(Object.keys(guards)), z.enum(listNames));
