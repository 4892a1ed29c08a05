import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tooWeak } from "../../../src/desk/sign-in/strength.ts";
import { plainVietnamese, syllables } from "../../../src/desk/sign-in/syllables.ts";

const about = ["lan.nt", "Nguyễn Thị Lan", "Phú Xuyên", "Hà Nội", "Phú Bình", "Thái Nguyên"];

test.each([
  ...["1234567890", "matkhau123", "quantri2026", "Phuxuyen@123", "0987654321", "qwertyuiop", "asdfghjkl;"],
  ...["MatKhau@2026", "mậtkhẩu123", "mật khẩu 2026", "Mật_Khẩu_1", "Quản trị 123", "quảntrị2026!"],
  // Telex and VNI, tone at the end of the syllable or right behind its vowel
  ...[
    "maatjkhaaur123",
    "maajtkhaaru123",
    "Quanrtrij2026",
    "quarntrij@123",
    "ma65tkha63u1",
    "mat65khau63!",
    "phusxuyeenf1",
  ],
  ...[
    "Phú Xuyên 2026",
    "phu.xuyen.2026",
    "thainguyen2025",
    "Phubinh@2026",
    "hanoi123456",
    "P@ssw0rd123",
    "Admin@12345",
  ],
  ...[
    "nguyenthilan90",
    "lan.nt@2026!",
    "LanNguyen1975",
    "nguyenlan0912345678",
    "0912345678",
    "0912 345 678",
    "+84912345678",
  ],
  ...["01/01/1975 lan", "lan01011975", "anhyeuem123", "anh yêu em 1", "Xinchao12345", "vietnam@2026", "Ubnd@2026#"],
  ...[
    "conganxa@123",
    "chuyendoiso2026",
    "binhdanhocvuso",
    "Tocongngheso@1",
    "abcabcabcabc",
    "aaaaaaaaaaaa",
    "22111975221119",
  ],
])("%s is refused", async (password) => expect(await tooWeak(password, about)).not.toBeNull());

test.each([
  ...["một câu thật dài", "con trâu vàng đi học chữ", "tre già măng mọc xanh lè", "sáng nay mưa to quá trời"],
  ...[
    "meo nhay qua cua so tim",
    "mưaf rowi treen mais tranh",
    "correct horse battery staple",
    "9vK!tq2#Lm0z",
    "xoài-bút-gối-kẹo-7",
  ],
])("%s is taken", async (password) => expect(await tooWeak(password, about)).toBeNull());

test("none of the common ones is taken, in any of the ways people write them", async () => {
  const common = readFileSync(resolve(import.meta.dirname, "common-passwords.txt"), "utf8")
    .replace(/^#.*$/m, "")
    .split(/\s+/)
    .filter(Boolean);
  expect(common.length).toBeGreaterThan(250);
  const taken: string[] = [];
  for (const [n, word] of common.entries()) {
    const ways = [
      word[0]?.toUpperCase() + word.slice(1),
      word.toUpperCase(),
      `${word}!`,
      word.replaceAll("a", "@"),
      word.replaceAll("o", "0"),
      word.replace(/(\D)(\d)/, "$1@$2"),
      word.replace(/(\D)(\d)/, "$1 $2"),
      word.normalize("NFD"),
    ];
    for (const way of [word, ways[n % ways.length] ?? word]) if ((await tooWeak(way, about)) === null) taken.push(way);
  }
  expect(taken).toEqual([]);
});

test("ten characters at least, counted as people count them", async () => {
  expect(await tooWeak("ế".normalize("NFD").repeat(4), [])).toBe("short");
});

test("a long sentence is taken, and costs no more to judge than a short one", async () => {
  expect(await tooWeak("hôm qua tôi dắt con nghé ra bờ ao sau nhà ".repeat(6), about)).toBeNull();
});

describe("a password is read as whoever guesses would", () => {
  test.each([
    ["telex", "mậtkhẩu", "matkhau"],
    ["telex", "maatjkhaaur", "matkhau"],
    ["telex", "maajtkhaaru123", "matkhau123"],
    ["vni", "ma65tkha63u", "matkhau"],
    ["vni", "mat65khau63", "matkhau"],
    ["telex", "ddawngnhaajp", "dangnhap"],
    ["telex", "dduwowngf", "duong"],
    ["telex", "Nguyễn Thị Lan", "nguyen thi lan"],
    ["vni", "x9#kq", "x9#kq"],
  ] as const)("%s: %s → %s", (typing, typed, plain) => expect(plainVietnamese(typed, typing)).toBe(plain));

  test("what has no marks is read as it stands", () => {
    const words = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, fc.constantFrom("telex", "vni"), (said, typing) => {
        expect(plainVietnamese(said.join(" "), typing)).toBe(said.join(" "));
      }),
    );
  });

  test("whatever comes, it is answered", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (s) => void plainVietnamese(s, "telex")));
  });
});
