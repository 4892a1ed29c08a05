import { resolve } from "node:path";
import { expect, test } from "vitest";
import { urgentWords } from "../../src/content/urgent.ts";
import { animalSuffersIn } from "../../src/urgent/animal-suffers.ts";
import { plainly } from "../../src/urgent/plain-words.ts";

const { concepts, plain } = urgentWords(resolve(import.meta.dirname, "../.."));
const suffers = animalSuffersIn(concepts, plainly(plain));

const animals = ["con trâu", "con heo nhà tôi", "chó của bác Tư", "đàn vịt", "mèo em"];

test.each(animals)("what happens to %s is no person's danger", (animal) => {
  for (const so of ["té xuống mương", "bị xe cán chảy máu", "bị rắn cắn nằm im", "hóc xương thở không nổi"])
    expect(suffers(`${animal} ${so}`), so).toBe(true);
});

test.each(animals)("what %s does to people may be", (animal) => {
  for (const so of ["húc ông tôi ngã", "cắn con bé chảy máu", "đè lên chân mẹ", "chạy ra làm bố ngã xe"])
    expect(suffers(`${animal} ${so}`), so).toBe(false);
});

test("who is told of first is whom it happens to", () => {
  for (const said of [
    "bố tôi dắt trâu bị sét đánh",
    "bo toi te xuong muong",
    "con bé té xuống mương",
    "cho toi goi 115",
  ])
    expect(suffers(said), said).toBe(false);
});
