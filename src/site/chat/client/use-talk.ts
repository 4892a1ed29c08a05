import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { last } from "../last.ts";
import type { PageData } from "../page-data.ts";
import { type Arrived, addMine, arrive, lastId, type Mine, mark, type Sending, type Talk } from "../talk.ts";
import { identity } from "./identity.ts";
import { outgoing } from "./outgoing.ts";
import { recall, rememberHere } from "./remember.ts";
import { storedTalk, storeTalk } from "./stored-talk.ts";
import { stream } from "./stream.ts";
import { type Fetched, fetchArrived, postSaid } from "./wire.ts";

/** Back after this long, the page opens anew, so that the person is told where they stopped. */
const AWAY_MS = 7 * 24 * 3_600_000;

/** The talk with the server: what was said, what came, what is still to be sent. `changed` is called once a change is on the page, with the first new message if any came. */
export const useTalk = (page: PageData, changed: (first: Arrived | undefined) => void) => {
  const [talk, setTalk] = useState<Talk>(() => arrive([], page.messages));
  const [whole, setWhole] = useState(page.whole);
  const [network, setNetwork] = useState<"on" | "off" | "busy">("on");
  const who = useMemo(() => identity(page), []);
  const latest = useRef(talk);
  const seen = useRef(lastId(talk));
  const oldest = useRef(page.messages[0]?.id ?? 0);
  const wake = useRef(() => {});

  const change = (step: (talk: Talk) => Talk) => {
    latest.current = step(latest.current);
    setTalk(latest.current);
  };
  const take = (messages: Fetched["messages"]) => change((t) => arrive(t, messages));
  const taken = (answer: Fetched) => {
    oldest.current = answer.oldest;
    take(answer.messages);
  };

  const out = useMemo(
    () =>
      outgoing({
        post: ({ key, said }) => postSaid(page.commune, key, said, lastId(latest.current), who),
        pause: (ms) => pause(ms, wake),
        online: () => navigator.onLine,
        held: ({ key }, network, long) => {
          setNetwork(network ? "off" : "busy");
          if (long) change((t) => mark(t, key, "failed"));
        },
        done: ({ key, said }, answer) => {
          setNetwork("on");
          change((t) => mark(t, key, answer.is === "taken" ? "sent" : "failed"));
          if (answer.is === "taken") taken(answer);
          rememberHere(`seen-${page.commune}`, String(Date.now()));
          if (answer.is === "taken" && "open" in said) forgetCode();
        },
      }),
    [],
  );
  const enqueue = (mine: Omit<Mine, "kind" | "status">) => {
    // Nothing seems to happen, so the same choice is pressed again and again: it is one answer, on its way.
    const underWay = out.waiting().some(({ choice }) => choice && isSame(choice, mine.choice));
    if (underWay) return wake.current();
    change((t) => addMine(t, mine));
    out.put({ kind: "mine", status: "sending", ...mine });
  };
  const open = (code: string | null) => enqueue({ key: key(), label: "", said: { open: { code } } });

  useEffect(() => {
    let over = false;
    let current: AbortController | undefined;
    const live = async () => {
      await begin();
      for (let wait = 1000; !over; wait = Math.min(wait * 2, 30_000)) {
        if (document.hidden) await pause(3_600_000, wakeStream);
        const since = Date.now();
        current = new AbortController();
        const rest = await stream(page.commune, lastId(latest.current), who, current, take);
        if (over) return;
        // A line that held for a while was good: start again at once.
        if (Date.now() - since > 20_000) wait = 1000;
        wait = Math.max(wait, rest);
        const answer = await fetchArrived(page.commune, lastId(latest.current), who);
        if (answer.is === "taken") {
          if (out.waiting().length === 0) setNetwork("on");
          taken(answer);
        } else if (answer.is === "later" && answer.network) setNetwork("off");
        await pause(wait, wakeStream);
      }
    };
    const wakeStream = { current: () => {} };
    const begin = async () => {
      if (page.shell) take(storedTalk(page.commune));
      if (page.messages.length === 0) {
        const answer = await fetchArrived(page.commune, null, who);
        if (answer.is === "taken") {
          setWhole(answer.whole);
          // What the browser kept gives way to what the server has.
          change((t) => t.filter(({ kind }) => kind === "mine"));
          taken(answer);
        } else if (page.shell && answer.is === "refused") {
          // A stranger by now: a page from the server gives them a name.
          return location.reload();
        } else if (answer.is === "later" && answer.network) setNetwork("off");
      }
      const away = Date.now() - Number(recall(`seen-${page.commune}`) ?? Date.now());
      if (page.code !== null || latest.current.length === 0 || away > AWAY_MS) open(page.code);
    };
    const back = () => {
      if (out.waiting().length === 0) setNetwork("on");
      wake.current();
      wakeStream.current();
    };
    const gone = () => setNetwork("off");
    const shown = () => {
      if (document.hidden) current?.abort();
      else back();
    };
    addEventListener("online", back);
    addEventListener("offline", gone);
    document.addEventListener("visibilitychange", shown);
    void live();
    return () => {
      over = true;
      current?.abort();
      removeEventListener("online", back);
      removeEventListener("offline", gone);
      document.removeEventListener("visibilitychange", shown);
    };
  }, []);

  useLayoutEffect(() => {
    const first = talk.find((item): item is Arrived => item.kind === "arrived" && item.id > seen.current);
    seen.current = lastId(talk);
    const end = last(talk);
    // In a frame of another site nothing is kept; a kept page knows what is left only once the server said so.
    if (!page.framed && (!page.shell || oldest.current > 0)) storeTalk(page.commune, talk, oldest.current);
    if (first || (end?.kind === "mine" && end.status !== "sent")) changed(first);
  }, [talk]);

  return {
    talk,
    whole,
    network,
    send: (said: Sending, label: string, choice?: Mine["choice"]) => enqueue({ key: key(), label, said, choice }),
    /** The person asks for another try: the same key, so nothing can happen twice. */
    again: (mine: Mine) => {
      change((t) => mark(t, mine.key, "sending"));
      wake.current();
      out.put({ ...mine, status: "sending" });
    },
  };
};

/** Waits, unless woken: by the network coming back, or by a tap on "send again". */
const pause = (ms: number, wake: { current: () => void }): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    wake.current = () => {
      clearTimeout(timer);
      done();
    };
  });

const isSame = (a: NonNullable<Mine["choice"]>, b: Mine["choice"]): boolean =>
  a.message === b?.message && a.key === b.key;

const key = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The code of a poster opens once: a reload must not start the lesson again. */
const forgetCode = (): void => {
  const url = new URL(location.href);
  if (!url.searchParams.has("code")) return;
  url.searchParams.delete("code");
  history.replaceState(history.state, "", url);
};
