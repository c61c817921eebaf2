import type { Colleague } from "./colleague";

/** A longer search is cut. */
const LONGEST_SEARCH = 100;

/** Reads what an administrator searches for from a URL; "" for nothing. */
export const readColleagueSearch = (value: unknown): string =>
  typeof value === "string" ? value.normalize("NFC").trim().slice(0, LONGEST_SEARCH) : "";

/**
 * Returns the colleagues whose name, address or identifier contains every word of the search. Accents and capitals make
 * no difference. An empty search finds everybody.
 */
export function findColleagues<Found extends Pick<Colleague, "name" | "identifier" | "email">>(
  colleagues: readonly Found[],
  search: string,
): Found[] {
  const words = plain(search).split(" ").filter(Boolean);
  return colleagues.filter(({ name, identifier, email }) => {
    const texts = plain(`${name}\n${identifier}\n${email ?? ""}`);
    return words.every((word) => texts.includes(word));
  });
}

const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s-]/gu, " ");
