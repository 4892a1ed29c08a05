/** An event as the OA's webhook writes it. Ids and timestamps are numeric strings longer than a double can hold. */
export type OaEvent = { readonly event_name: string; readonly timestamp: string } & Readonly<Record<string, unknown>>;

export type OaButton = { readonly title: string; readonly type: string; readonly payload: unknown };

/** Builders for every documented event, with invented ids. `user` is the per-OA id; make one with `userId`. */
export const oaEvents = (o: { appId: string; oaId: string; clock: () => number }) => {
  let n = 0;
  const msgId = () => `fa0e${(0xc0ffee000000 + ++n).toString(16)}`;
  const stamp = () => String(o.clock());
  const byApp = (user: string) => `77${user.slice(2)}`;
  const base = (event_name: string, user: string) => ({
    app_id: o.appId,
    user_id_by_app: byApp(user),
    event_name,
    timestamp: stamp(),
  });

  /** From a person to the OA. */
  const fromUser = (event_name: string, user: string, message: object): OaEvent => ({
    ...base(event_name, user),
    sender: { id: user },
    recipient: { id: o.oaId },
    message: { msg_id: msgId(), ...message },
  });
  /** The echo of what the OA sent; `admin_id` where an officer typed it in the OA's own tool. */
  const fromOa = (event_name: string, user: string, message: object, admin?: string): OaEvent => ({
    ...base(event_name, user),
    sender: { id: o.oaId, ...(admin !== undefined && { admin_id: admin }) },
    recipient: { id: user },
    message: { msg_id: msgId(), ...message },
  });
  /** Neither sender nor recipient, as `follow` is documented. */
  const flat = (event_name: string, user: string, more: object): OaEvent => ({
    oa_id: o.oaId,
    ...base(event_name, user),
    ...more,
  });
  const attached = (type: string, payload: object, more: object = {}) => ({
    attachments: [{ type, payload }],
    ...more,
  });
  const file = (name: string) => `https://fake-media.zdn.vn/${name}`;

  return {
    text: (user: string, text: string, more: object = {}) => fromUser("user_send_text", user, { text, ...more }),
    /** A click on `oa.query.*` is an ordinary text; the other buttons send nothing. */
    press: (user: string, button: OaButton): OaEvent => {
      if (!/^oa\.query\.(show|hide)$/.test(button.type)) throw new Error(`${button.type} comes back as no event`);
      return fromUser("user_send_text", user, { text: String(button.payload) });
    },
    image: (user: string, text?: string) =>
      fromUser(
        "user_send_image",
        user,
        attached("image", { thumbnail: file("t.jpg"), url: file("p.jpg") }, text === undefined ? {} : { text }),
      ),
    gif: (user: string) =>
      fromUser("user_send_gif", user, attached("gif", { thumbnail: file("t.gif"), url: file("p.gif") })),
    link: (user: string, url: string) =>
      fromUser(
        "user_send_link",
        user,
        attached("link", { thumbnail: file("t.jpg"), description: "Trang mẫu", url }, { text: url }),
      ),
    audio: (user: string) => fromUser("user_send_audio", user, attached("audio", { url: file("v.amr") })),
    video: (user: string) =>
      fromUser(
        "user_send_video",
        user,
        attached("video", { url: file("v.mp4"), thumbnail: file("t.jpg"), description: "" }),
      ),
    sticker: (user: string) =>
      fromUser("user_send_sticker", user, attached("sticker", { url: file("s.png"), id: "20001" })),
    location: (user: string, latitude = "21.0", longitude = "105.0") =>
      fromUser(
        "user_send_location",
        user,
        attached("location", { coordinates: { latitude, longitude } }, { text: "Nơi mẫu" }),
      ),
    businessCard: (user: string) =>
      fromUser(
        "user_send_business_card",
        user,
        attached("link", {
          thumbnail: file("t.jpg"),
          description: JSON.stringify({ phone: "84000000000", qrCodeUrl: file("q.jpg") }),
          url: "",
        }),
      ),
    file: (user: string) =>
      fromUser(
        "user_send_file",
        user,
        attached("file", {
          url: file("d.pdf"),
          size: "1024",
          name: "mẫu.pdf",
          checksum: "00000000000000000000000000000000",
          type: "pdf",
        }),
      ),

    echo: (
      kind: "text" | "image" | "gif" | "list" | "file" | "sticker",
      user: string,
      message: object = {},
      admin?: string,
    ) => fromOa(`oa_send_${kind}`, user, message, admin),
    follow: (user: string, source: "oa_profile" | "message_invite" | "social_plugin" = "oa_profile") =>
      flat("follow", user, { follower: { id: user }, source }),
    unfollow: (user: string) => flat("unfollow", user, { follower: { id: user }, source: "oa_profile" }),
    clickChatnow: (user: string) => flat("user_click_chatnow", user, { user_id: user }),
    submitInfo: (user: string, name = "Người mẫu"): OaEvent => ({
      ...base("user_submit_info", user),
      sender: { id: user },
      recipient: { id: o.oaId },
      info: {
        name,
        phone: "84000000000",
        user_dob: "01/01/1960",
        gender: "female",
        full_address: { user_city: "Tỉnh mẫu", user_ward: "Xã mẫu", user_address: "Xóm mẫu" },
      },
    }),
    /** Receipts carry the ids of the OA's own messages. */
    seen: (user: string, msg_ids: readonly string[]): OaEvent => ({
      ...base("user_seen_message", user),
      sender: { id: o.oaId },
      recipient: { id: user },
      message: { msg_ids },
    }),
    received: (user: string, msg_id: string): OaEvent => fromOa("user_received_message", user, { msg_id }),
    /** The receipt of a template sent by phone: the recipient is a phone number. Deliver it with header `X-ZEvent-Server: ZNS`. */
    receivedByPhone: (phone: string, tracking_id: string): OaEvent => ({
      app_id: o.appId,
      event_name: "user_received_message",
      timestamp: stamp(),
      sender: { id: o.oaId },
      recipient: { id: phone },
      message: { msg_id: msgId(), tracking_id, delivery_time: stamp() },
    }),
    userReacted: (user: string, msg_id: string) =>
      fromUser("user_reacted_message", user, { msg_id, react_icon: "/-heart" }),
    oaReacted: (user: string, msg_id: string) => fromOa("oa_reacted_message", user, { msg_id, react_icon: "/-strong" }),
    /** The reference names these without their fields, so the shape is a choice: like a message, or flat like `follow`. */
    tag: (name: "add_user_to_tag" | "remove_user_from_tag" | "remove_tag", user: string, tag: string) =>
      flat(name, user, { user_id: user, tag_name: tag }),
    updateUserInfo: (user: string) => flat("update_user_info", user, { user_id: user }),
    /** A person takes back their consent. Fields undocumented in the reference: three shapes seen with other events. */
    withdraw: (user: string, shape: "sender" | "user_id" | "follower" = "sender"): OaEvent => {
      if (shape === "sender")
        return { ...base("user_withdraw", user), sender: { id: user }, recipient: { id: o.oaId } };
      return flat("user_withdraw", user, shape === "user_id" ? { user_id: user } : { follower: { id: user } });
    },
    anonymous: (
      kind: "text" | "image" | "file" | "sticker",
      anonymousId: string,
      conversation_id: string,
      text = "Xin chào",
    ): OaEvent => ({
      app_id: o.appId,
      event_name: `anonymous_send_${kind}`,
      timestamp: stamp(),
      sender: { id: anonymousId },
      recipient: { id: o.oaId },
      message: {
        msg_id: msgId(),
        conversation_id,
        ...(kind === "text" ? { text } : attached(kind, { url: file("p.jpg") })),
      },
    }),
    /** An event of a name nobody knows yet. */
    unknown: (event_name: string, user: string, more: object = {}) => flat(event_name, user, more),
  };
};

/** The n-th invented person: 19 digits, of which a double keeps 16. */
export const userId = (n: number): string => `81${String(n).padStart(17, "0").replace(/^0{4}/, "2345")}`;

/** Who acted, in any of the shapes. */
export const subjectOf = (event: OaEvent): string | null => {
  const e = event as { sender?: { id?: unknown }; follower?: { id?: unknown }; user_id?: unknown }; // fields differ per event; each is checked below
  const id = event.event_name.startsWith("oa_") ? undefined : (e.follower?.id ?? e.user_id ?? e.sender?.id);
  return typeof id === "string" ? id : null;
};

export const msgIdOf = (event: OaEvent): string | null => {
  const id = (event as { message?: { msg_id?: unknown } }).message?.msg_id;
  return typeof id === "string" ? id : null;
};
