import { describe, expect, it } from "vitest";
import { readPastedPeople } from "@/lib/users/pasted-people";
import { LONGEST_LIST, readPeopleFile } from "@/lib/users/people-file";

const lila = { name: "Lila Montferrand", email: "lila@exemple.example" };
const zoe = { name: "Zoé Vasseur", email: "zoe@exemple.example" };

const peopleIn = (bytes: Uint8Array) => {
  const read = readPeopleFile(bytes);
  return read.ok ? readPastedPeople(read.list) : read.reason;
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a CSV file of people", () => {
  it.each([
    [
      "headings in French",
      "Nom;Prénom;E-mail;Service\nMontferrand;Lila;lila@exemple.example;Comptabilité\nVasseur;Zoé;zoe@exemple.example;",
    ],
    [
      "headings in English, commas, quotation marks",
      'First name,Last name,Email address\n"Lila","Montferrand","lila@exemple.example"\nZoé,Vasseur,zoe@exemple.example',
    ],
    ["no headings", "Lila Montferrand;lila@exemple.example\nzoe@exemple.example;Zoé Vasseur"],
    [
      "surname first, in one cell",
      '"Montferrand, Lila";lila@exemple.example\n"Vasseur, Zoé";zoe@exemple.example',
    ],
    [
      "a byte order mark and CRLF",
      "\ufeffnom;mail\r\nLila Montferrand;lila@exemple.example\r\nZoé Vasseur;zoe@exemple.example\r\n",
    ],
  ])("may have %s", (_what, text) => {
    expect(peopleIn(utf8(text))).toEqual([lila, zoe]);
  });

  it("may be written in windows-1252", () => {
    const bytes = Uint8Array.from("Zo\u00e9 Vasseur;zoe@exemple.example", (letter) => letter.charCodeAt(0));
    expect(peopleIn(bytes)).toEqual([zoe]);
  });

  it("makes no second person of a separator or a line end inside a cell", () => {
    expect(peopleIn(utf8('nom;mail\n"Lila\nMontferrand";"lila@exemple.example"'))).toEqual([lila]);
  });

  it.each([
    ["nothing", new Uint8Array(), "empty"],
    ["only headings", utf8("Nom;E-mail\n"), "empty"],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4), "not_csv"],
    ["bytes that are no text", Uint8Array.of(1, 0, 0, 7, 0), "not_csv"],
    ["more than is read", new Uint8Array(LONGEST_LIST + 1).fill(97), "too_large"],
  ])("is refused with %s", (_what, bytes, reason) => {
    expect(peopleIn(bytes)).toBe(reason);
  });
});
