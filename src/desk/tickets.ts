import { z } from "zod";
import type { Action } from "./action.ts";
import { line, oneOf } from "./fields.ts";
import { parsed } from "./parsed.ts";
import { byOf, codeOf } from "./view.ts";

/** What is done with a request for a person at the desk. */
export const ticketActions: readonly Action[] = [
  {
    path: "/ho-tro/:id/nhan",
    may: "help-people",
    back: "/ho-tro",
    run: async (view, _, { id = "" }) => {
      const taken = await view.deps.store.takeTicket(codeOf(view), id, { ...byOf(view), name: view.staff.name });
      return { go: "/ho-tro", flash: taken ? "ticket-taken" : "bad-late" };
    },
  },
  {
    path: "/ho-tro/:id/xong",
    may: "help-people",
    back: "/ho-tro",
    run: parsed(z.object({ result: oneOf("done", "unreached") }), async (view, { result }, { id = "" }) => ({
      go: "/ho-tro",
      flash: (await view.deps.store.closeTicket(codeOf(view), id, result, byOf(view))) ? "ticket-done" : "bad-late",
    })),
  },
  {
    path: "/ho-tro/:id/chuyen",
    may: "help-people",
    back: "/ho-tro",
    run: async (view, _, { id = "" }) => ({
      go: "/ho-tro",
      flash: (await view.deps.store.handOnTicket(codeOf(view), id, byOf(view))) ? "ticket-handed-on" : "bad-late",
    }),
  },
  {
    path: "/ho-tro/:id/nhan-tin",
    may: "help-people",
    back: "/ho-tro",
    run: parsed(z.object({ words: line(500, "phone") }), async (view, { words }, { id = "" }) => {
      const by = { ...byOf(view), name: view.staff.name };
      const written = await view.deps.store.writeTicket(codeOf(view), id, words, by);
      return { go: "/ho-tro", flash: written ? "ticket-written" : "bad-late" };
    }),
  },
];
