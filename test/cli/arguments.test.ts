import { describe, expect, test } from "vitest";
import { parseArguments } from "../../src/cli/arguments.ts";
import { help, helpValue, usageOf } from "../../src/cli/help.ts";
import { general } from "../../src/cli/options.ts";
import { verbs } from "../../src/cli/verbs.ts";

const parse = (...typed: string[]) => parseArguments(typed, verbs);

describe("what is typed after cli", () => {
  test("verb, words and options, in any order", () => {
    expect(parse("--json", "ask", "quên", "mật khẩu")).toMatchObject({
      name: "ask",
      words: ["quên", "mật khẩu"],
      flags: { json: true },
      language: "vi",
    });
    expect(parse("demo", "--learners=40", "--lang", "en")).toMatchObject({ flags: { learners: "40" }, language: "en" });
    expect(parse("ask", "--", "--eval").words).toEqual(["--eval"]);
  });

  test("an unknown verb or option is told with the one that was meant", () => {
    expect(parse("chek").fault?.vi).toContain("“check”");
    expect(parse("demo", "--learnrs", "40").fault?.en).toBe(
      "there is no option “--learnrs”; did you mean “--learners”?",
    );
    expect(parse("xyzzy").fault?.vi).toBe("không có việc “xyzzy”");
  });

  test("names every object has are no verbs and no options", () => {
    expect(parse("constructor").fault).toBeDefined();
    expect(parse("toString").fault).toBeDefined();
    expect(parse("demo", "--constructor", "1").fault).toBeDefined();
  });

  test("an option of another verb is refused, and so is one without its value", () => {
    expect(parse("migrate", "--learners", "3").fault).toBeDefined();
    expect(parse("ask", "--eval").fault?.en).toBe("--eval needs a value: --eval FILE.tsv");
    expect(parse("ask", "--eval", "--json").fault).toBeDefined();
    expect(parse("ask", "--json=no").fault).toBeDefined();
    expect(parse("--lang", "fr", "ask").fault).toBeDefined();
  });

  test("words that nobody reads are refused, not passed over", () => {
    expect(parse("indicators", "2026-11").fault?.en).toContain("takes no words");
  });

  test.each(["--help", "-h", "help"])("%s asks for help, of the whole and of a verb", (asking) => {
    expect(parse(asking)).toMatchObject({ name: "", flags: { help: true } });
    expect(parse(asking, "ask")).toMatchObject({ name: "ask", flags: { help: true } });
    expect(parse(asking, "ask").fault).toBeUndefined();
  });
});

describe("help", () => {
  test.each(["vi", "en"] as const)("names every verb, the options of all, and the exit codes (%s)", (language) => {
    const told = help(verbs, language).join("\n");
    for (const name of Object.keys(verbs)) expect(told).toMatch(new RegExp(`^ {2}${name} +`, "m"));
    for (const option of Object.keys(general)) expect(told).toContain(`--${option}`);
    expect(told).toMatch(/exit codes[\s\S]*0 [\s\S]*1 [\s\S]*2 /i);
  });

  test.each(Object.entries(verbs))("%s: usage, every option with what it does", (name, verb) => {
    for (const language of ["vi", "en"] as const) {
      const told = help(verbs, language, name).join("\n");
      expect(told).toContain(usageOf(name, verb));
      for (const [option, { says }] of Object.entries(verb.options ?? {})) {
        expect(told).toContain(`--${option}`);
        expect(told).toContain(says[language]);
      }
    }
    expect(helpValue(verbs, "vi", name)).toHaveLength(1);
  });

  test("an option of one name takes a value everywhere or nowhere", () => {
    const all = Object.values(verbs).flatMap((v) => Object.entries({ ...general, ...v.options }));
    for (const [name, option] of all)
      for (const [other, o] of all)
        if (name === other) expect(o.value === undefined, name).toBe(option.value === undefined);
  });
});
