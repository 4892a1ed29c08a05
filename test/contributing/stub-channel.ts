import { z } from "zod";
import type { HouseChannel } from "../../src/app/channels.ts";
import { channelSettings } from "../../src/channels/channel-settings.ts";
import { plain, textOnly } from "../../src/channels/plain.ts";
import { fault } from "../../src/errors.ts";
import { fail, ok } from "../../src/kit/result.ts";
import { wrong } from "../../src/kit/setting-shapes.ts";

/** What the stub sent, in order. */
export type Outgoing = { readonly chat: string; readonly text: string };

const NAME = "stub";
const words = { vi: "Kênh thử", en: "Stub" };
const Body = z.object({ key: z.string(), chat: z.string(), text: z.string() });

/**
 * The least a channel can be, as CONTRIBUTING.md tells to begin: words alone, JSON with a secret in a header. Nothing in
 * the house knows it but the list it is put into.
 */
export const stubChannel = (out: Outgoing[]): HouseChannel => {
  const capabilities = { ...textOnly, name: NAME };
  return {
    name: NAME,
    words: {
      name: words,
      title: words,
      within: words,
      unset: { vi: "đặt STUB_SECRET", en: "set STUB_SECRET" },
      started: () => null,
    },
    capabilities,
    settings: channelSettings(
      { STUB_SECRET: z.string().min(8, wrong("phải dài từ 8 ký tự", "must be 8 characters at least")).optional() },
      { needs: [], read: (s) => ({ connection: s.STUB_SECRET ? { secret: s.STUB_SECRET } : null, proof: null }) },
    ),
    connections: "default",
    open: ({ now }) => ({
      channel: {
        capabilities,
        receive: (raw, headers, connection) => {
          if (headers["x-stub"] !== connection.settings.secret) return fail(fault("SIGNATURE_WRONG", "another secret"));
          const { key, chat, text } = Body.parse(JSON.parse(new TextDecoder().decode(raw)));
          return ok({
            inbounds: [{ connection: connection.id, key, chat, at: now(), content: { kind: "text", text } }],
            unknown: false,
          });
        },
        send: async (message, chat) => {
          out.push({ chat, text: plain(message) });
          return { outcome: "sent", externalId: String(out.length) };
        },
      },
      probe: async () =>
        ok({ stands: true, found: { sent: out.length }, lines: [{ vi: "Kênh thử: đúng.", en: "Stub: right." }] }),
    }),
  };
};
