// A worker that runs from source (tsx, tests) has to learn TypeScript first; a built one is worker.js itself.
import { register } from "tsx/esm/api";

register();
const { default: work } = await import("./worker.ts");
export default work;
