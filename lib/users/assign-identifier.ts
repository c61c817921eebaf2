import { randomInt } from "node:crypto";

/** No vowels (so no words), no look-alike characters (0 o, 1 l i), nothing that needs the shift key. */
const LETTERS = "23456789bcdfghjkmnpqrstvwxz";
const GROUPS = [4, 4];

/** An identifier for a person whose address is already an identifier (R3). Short and easy to type: `k7mp-4xqd`. */
export function newIdentifier(): string {
  const group = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return GROUPS.map(group).join("-");
}
