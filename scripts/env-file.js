import { existsSync } from "node:fs";

// `npm start` and `npm run cli` read .env where they are started; what the environment sets already wins. Not in the
// program itself: the tests start it too, and must never speak to a real bot whose token lies there.
if (existsSync(".env")) process.loadEnvFile(".env");
