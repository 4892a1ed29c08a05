/**
 * Loaded before a measured server (`node --import`): tells its own CPU time and memory when asked over IPC, and ends the
 * server when the benchmark is gone. It costs nothing between questions.
 */
process.on("message", ({ id }: { id: number }) => {
  const { user, system } = process.cpuUsage();
  process.send?.({ id, answer: { cpuMicros: user + system, rss: process.memoryUsage.rss() } });
});
process.on("disconnect", () => process.exit(0));
// The listener above would keep a server alive that wants to end.
process.channel?.unref();

export type Usage = { readonly cpuMicros: number; readonly rss: number };
