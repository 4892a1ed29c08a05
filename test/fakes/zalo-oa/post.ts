import { Agent, request } from "node:http";

/** `no-connection` = refused; `cut` = the line broke before an answer; `gave-up` = the test's patience ended first. */
export type Outcome = number | "no-connection" | "cut" | "gave-up";

export type Post = (
  url: string,
  headers: Record<string, string>,
  body: Buffer,
  giveUp?: Promise<unknown>,
) => Promise<{ outcome: Outcome; body: string }>;

/** Posts raw bytes with exactly these headers: fetch would add some of its own. A new connection each, since a kept one hides whether nobody listens any more. */
export const poster = (): { post: Post; close: () => void } => {
  const agent = new Agent({ keepAlive: false, maxSockets: 64 });

  const post: Post = (url, headers, body, giveUp) =>
    new Promise((resolve) => {
      const end = (outcome: Outcome, text = "") => resolve({ outcome, body: text });
      const req = request(
        url,
        { method: "POST", agent, headers: { ...headers, "content-length": body.length } },
        (res) => {
          const chunks: Buffer[] = [];
          res.on("data", (chunk: Buffer) => chunks.push(chunk));
          res.on("error", () => end("cut"));
          res.on("end", () => end(res.statusCode ?? 0, Buffer.concat(chunks).toString()));
        },
      );
      req.on("error", (error: NodeJS.ErrnoException) => {
        end(error.code === "ECONNREFUSED" ? "no-connection" : "cut");
      });
      void giveUp?.then(() => {
        end("gave-up");
        req.destroy();
      });
      req.end(body);
    });

  return { post, close: () => agent.destroy() };
};
