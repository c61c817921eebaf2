import { describe, expect, it } from "vitest";
import { parseAccountChange } from "@/lib/accounts/account-change";
import { isIdentifier, normalizeIdentifier } from "@/lib/identifier";
import { isMailAddress, normalizeMailAddress } from "@/lib/mail-address";
import { readRequest } from "@/lib/requests/customer-request";
import { readPastedPeople } from "@/lib/users/pasted-people";

const STORED = "o'brien@xn--socit-esab.example";
const TYPED = [
  STORED,
  "O'Brien@société.example",
  " o’brien@SOCIÉTÉ.example ",
  "o'brien@socie\u0301te\u0301。example",
  "ｏ'brien@société.example",
];

describe("a mail address with an apostrophe and accents in its domain", () => {
  it.each(TYPED)("has one stored form, however it is typed: %j", (typed) => {
    expect(normalizeMailAddress(typed)).toBe(STORED);
    expect(normalizeIdentifier(typed)).toBe(STORED);
    expect(normalizeMailAddress(normalizeMailAddress(typed))).toBe(STORED);
    expect(isMailAddress(STORED) && isIdentifier(STORED)).toBe(true);
  });

  it.each(TYPED)(
    "is the same from the API, from a customer's request and from a pasted list: %j",
    (typed) => {
      expect(parseAccountChange("C-1", JSON.stringify({ email: typed }))).toMatchObject({
        change: { email: STORED },
      });
      const request = { kind: "notification_change", email: typed, preference: null, message: "" } as const;
      expect(readRequest(request)).toMatchObject({ asked: { address: STORED } });
      expect(readPastedPeople(typed)).toMatchObject([{ email: STORED }]);
    },
  );
});

describe("a domain that is not valid", () => {
  it.each([
    "a@é.fr/evil.fr",
    "a@é.fr?x",
    "a@é\n.fr",
    "a@é .fr",
    "a@é.fr:25",
    "a@é",
    "a@xn--é.fr",
    "a@b@é..fr",
    "é@b.fr",
  ])("is refused and never cut: %j", (typed) => {
    expect(isMailAddress(normalizeMailAddress(typed))).toBe(false);
  });
});

it("other identifiers stay as they are", () => {
  for (const identifier of ["k7mp-4xqd", "lila@perce-neige.example", "a@10.20"])
    expect(normalizeIdentifier(identifier)).toBe(identifier);
});

it("a name in a pasted list keeps its apostrophe, without the quotes around it", () => {
  expect(readPastedPeople(`"Maud D'Arcy" <maud@a.example>; 'Zoé' <zoe@a.example>`)).toMatchObject([
    { name: "Maud D'Arcy" },
    { name: "Zoé" },
  ]);
});
