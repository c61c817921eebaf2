import { describe, expect, it } from "vitest";
import { findColleagues, readColleagueSearch } from "@/lib/users/find-colleagues";

const zoe = { name: "Zoé Le-Goff", identifier: "k7mp-4xqd", email: "compta@exemple.example" };
const lila = { name: "", identifier: "lila@exemple.example", email: null };

describe("the search for a colleague", () => {
  it.each([
    ["zoe", [zoe]],
    ["LE GOFF zoé", [zoe]],
    ["compta@", [zoe]],
    ["k7mp-4", [zoe]],
    ["lila", [lila]],
    ["exemple", [zoe, lila]],
    ["zoe lila", []],
    ["", [zoe, lila]],
  ])("finds by name, address or identifier: « %s »", (search, found) => {
    expect(findColleagues([zoe, lila], search)).toEqual(found);
  });

  it("reads the search from a URL, and nothing from anything else", () => {
    expect(readColleagueSearch(" lila ")).toBe("lila");
    expect(readColleagueSearch(["lila", "zoe"])).toBe("");
    expect(readColleagueSearch("x".repeat(500))).toHaveLength(100);
  });
});
