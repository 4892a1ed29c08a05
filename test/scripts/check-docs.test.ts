import { expect, test } from "vitest";
import { linksIn, pathsIn, roomOrder, roomsIn, testsIn, unlisted } from "../../scripts/check-docs.ts";

test("links to files are followed from the page they stand on; addresses and anchors are not", () => {
  const page = "[a](errors.md#X) [b](../README.md) [c](https://example.org/x.md) [d](#here) [e](mailto:a@example.org)";
  expect(linksIn(page, "docs/van-hanh.md")).toEqual(["docs/errors.md", "README.md"]);
});

test("a decision that the list forgot is named", () => {
  expect(unlisted("- [0001](0001-a.md)", ["0001-a.md", "0002-b.md"])).toEqual(["0002-b.md"]);
});

test("tests a page names are found, files and folders; patterns are not", () => {
  expect(testsIn("see `test/desk/log.test.ts`, `test/desk/sign-in/` and `test/desk/*.test.ts`")).toEqual([
    "test/desk/log.test.ts",
    "test/desk/sign-in/",
  ]);
});

test("the files a guide sends people to: those that are there already, and the folder of those still to be made", () => {
  const page =
    "`src/app.ts`, `src/channels/NAME/channel.ts`, `test/engine/steps/NAME.yaml`, `docs/decisions/0010-x-NAME.md`; `npm run check`";
  expect(pathsIn(page)).toEqual(["src/app.ts", "src/channels/", "test/engine/steps/", "docs/decisions/"]);
});

test("a table of the rooms is read in its own order, and the walls in theirs", () => {
  const order = roomOrder('const ROOMS = [\n  "kit",\n  "engine",\n  "desk",\n  "site",\n];\nconst other = ["x"];');
  expect(order).toEqual(["kit", "engine", "desk", "site"]);
  const page =
    "| `content/` | x |\n| `src/engine/` | uses `src/kit/` |\n| `src/kit/` | x |\n| `src/desk/` `src/site/` | x |";
  expect(roomsIn(page, order)).toEqual(["engine", "kit", "desk", "site"]);
});
