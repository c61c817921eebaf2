import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPastedPeople } from "@/lib/users/pasted-people";

const lila = { name: "Lila Montferrand", email: "lila@exemple.example" };

describe("a pasted list of people", () => {
  it.each([
    [
      "an address",
      "lila.montferrand@exemple.example",
      { name: "lila montferrand", email: "lila.montferrand@exemple.example" },
    ],
    ["a name and an address, as mail programs write them", "Lila Montferrand <Lila@Exemple.example>", lila],
    ["surname first, quoted", '"Montferrand, Lila" <lila@exemple.example>', lila],
    ["surname first, without quotes", "Montferrand, Lila <lila@exemple.example>", lila],
    ["a name in quotation marks", '"Lila Montferrand" <lila@exemple.example>', lila],
    ["a name before an address", "Lila Montferrand lila@exemple.example", lila],
    ["columns of a spreadsheet", "Lila Montferrand\tlila@exemple.example", lila],
    ["columns in the other order", "lila@exemple.example\tLila Montferrand", lila],
    ["columns of a CSV file", "Lila Montferrand;lila@exemple.example", lila],
    ["columns of a CSV file in the other order", "lila@exemple.example;Lila Montferrand", lila],
    ["a link", "mailto:lila@exemple.example", { name: "lila", email: "lila@exemple.example" }],
    [
      "an address in brackets only",
      "<lila@exemple.example>",
      { name: "lila", email: "lila@exemple.example" },
    ],
    [
      "a name with a link in it",
      "www.evil.example <lila@exemple.example>",
      { name: "lila", email: "lila@exemple.example" },
    ],
    ["no address", "Lila Montferrand", { name: "lila montferrand", email: "lila montferrand" }],
  ])("may contain %s", (_what, line, person) => {
    expect(readPastedPeople(line)).toEqual([person]);
    expect(readPastedPeople(`\r\n${line}\r\n\r\n${line}\n`)).toEqual([person, person]);
  });

  it("may have several people on one line", () => {
    const odile = { name: "Odile Vasseur", email: "odile@exemple.example" };
    expect(
      readPastedPeople(
        '"Montferrand, Lila" <lila@exemple.example>; Odile Vasseur <odile@exemple.example>, a@exemple.example',
      ),
    ).toEqual([lila, odile, { name: "a", email: "a@exemple.example" }]);
  });

  it("loses no address, for any separators", () => {
    const addresses = ["lila@exemple.example", "odile@exemple.example", "paul@exemple.example"];
    const separator = fc.string({ unit: fc.constantFrom(...' ,;\t\n"<>'), minLength: 1, maxLength: 4 });
    const start = fc.string({ unit: fc.constantFrom(...' ,;"<>a'), maxLength: 3 }).map((text) => `${text} `);
    fc.assert(
      fc.property(start, fc.tuple(separator, separator), start, (before, [one, two], after) => {
        const list = `${before}${addresses[0]}${one}${addresses[1]}${two}${addresses[2]} ${after}`;
        const found = readPastedPeople(list).map(({ email }) => email);
        for (const address of addresses) expect(found, JSON.stringify(list)).toContain(address);
      }),
      { numRuns: 1_000 },
    );
  });
});
