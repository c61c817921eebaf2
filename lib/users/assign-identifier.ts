import { randomInt } from "node:crypto";

/** No vowels (no words), no look-alikes (0 o, 1 l i), nothing that needs a shift key. */
const LETTERS = "23456789bcdfghjkmnpqrstvwxz";
const GROUPS = [4, 4];

/** An identifier for somebody whose address already names another account (R3): short, readable, typable: `k7mp-4xqd`. */
export function newIdentifier(): string {
  const group = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return GROUPS.map(group).join("-");
}
