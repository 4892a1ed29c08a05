import type { Socket } from "node:net";

/** Answers what is no HTTP, too slow to be any, or has headers without end: there is no request yet, so no page can be made. */
export const brokenRequest = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, words] =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? ["408 Request Timeout", "Mạng chậm quá, máy chưa nhận đủ. Mời bà con thử lại. / Too slow, please try again."]
      : error.code === "HPE_HEADER_OVERFLOW"
        ? ["431 Request Header Fields Too Large", "Yêu cầu dài quá. / The request is too long."]
        : ["400 Bad Request", "Máy chưa đọc được yêu cầu này. / We could not read this request."];
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(words)}`,
    "X-Content-Type-Options: nosniff",
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${words}`);
  // A line that will not read its last words is not waited for.
  socket.destroySoon();
};
