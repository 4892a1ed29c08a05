import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";

// Loaded before the built server: one word makes the way a text is folded hang for ever, as a slow pattern would, and the
// watch over turns is quick, so that no test waits for it.
const folded = String.prototype.normalize;
String.prototype.normalize = function normalize(form) {
  const text = folded.call(this, form);
  while (text.includes("treo may mai")) Math.imul(1, 1);
  return text;
};

threads.Worker = class extends threads.Worker {
  constructor(source, options) {
    if (options?.workerData?.endMs) Object.assign(options.workerData, { lookMs: 20, noteMs: 100, endMs: 3_000 });
    super(source, options);
  }
};
syncBuiltinESMExports();
