import { normalizeMailAddress } from "@/lib/mail-address";
import { stripEnds } from "@/lib/strip";
import { isPersonName, readPersonName } from "./person-name";

/** A person of a pasted list. `email` is the text found in place of an address; it may not be a valid address. */
export interface PastedPerson {
  name: string;
  email: string;
}

/**
 * Reads people from a pasted list, as mail programs and spreadsheets write them: one on each line, or separated by
 * commas or semicolons. Accepts « lila@… », « Lila Montferrand <lila@…> », « "Montferrand, Lila" <lila@…> », and name
 * and address in two columns, in either order. Without a usable name, the part before the @ becomes the name. If a line
 * contains no address, its text is returned as `email`, so that the caller can refuse it.
 */
export function readPastedPeople(pasted: string): PastedPerson[] {
  return pasted
    .split(/[\n\r]/)
    .flatMap(peopleOfLine)
    .map(({ names, address }) => {
      const email = normalizeMailAddress(address.replace(/^mailto:/i, ""));
      const name = stripEnds(readPersonName(names.join(" ")), "'");
      return { name: name !== "" && isPersonName(name) ? name : nameOf(email), email };
    });
}

interface Part {
  names: string[];
  /** "" when the part is a name only. */
  address: string;
}

/** Returns the people of a line. A part without an address is a name: it belongs to the address next to it. */
function peopleOfLine(line: string): Part[] {
  const people: Part[] = [];
  let names: string[] = [];
  for (const part of splitOutsideQuotes(line).flatMap(readPart)) {
    if (part.address === "") names.push(...part.names);
    else {
      // « Montferrand, Lila <lila@…> »: the surname stands before the comma.
      people.push({ ...part, names: [...part.names, ...names] });
      names = [];
    }
  }
  const last = people.at(-1);
  if (names.length > 0 && last && last.names.length === 0) last.names = names;
  else if (names.length > 0) people.push({ names: [], address: names.join(" ") });
  return people;
}

/** Splits at commas and semicolons that are not within closed quotation marks. */
function splitOutsideQuotes(line: string): string[] {
  const parts = [""];
  const lastQuote = line.lastIndexOf('"');
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === '"') isQuoted = !isQuoted && index < lastQuote;
    if (!isQuoted && (character === "," || character === ";")) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.filter((part) => part.trim() !== "");
}

function readPart(part: string): Part[] {
  const open = part.lastIndexOf("<");
  const close = part.indexOf(">", open);
  const inside = open >= 0 && close > open ? part.slice(open + 1, close).trim() : "";
  const outside = `${part.slice(0, Math.max(open, 0))} ${part.slice(close + 1)}`;
  if (inside !== "" && !/[\s"]/.test(inside) && !outside.includes("@"))
    return [{ names: [plainName(outside)].filter(Boolean), address: inside }];
  if (!part.includes("@")) return [{ names: [plainName(part)].filter(Boolean), address: "" }];
  const words = part.split(/[\s,;"<>]/).filter(Boolean);
  const addresses = words.filter((word) => word.includes("@"));
  if (addresses.length > 1) return addresses.map((address) => ({ names: [], address }));
  const name = words.filter((word) => !word.includes("@")).join(" ");
  return [{ names: [name].filter(Boolean), address: addresses[0] ?? "" }];
}

/** Removes quotation marks and puts the surname last: « "Montferrand, Lila" » becomes « Lila Montferrand ». */
function plainName(text: string): string {
  const plain = text.replaceAll('"', " ").replaceAll("\t", " ").split(" ").filter(Boolean).join(" ");
  const [surname = "", ...others] = plain.split(",").map((part) => part.trim());
  return [...others, surname].filter(Boolean).join(" ");
}

function nameOf(email: string): string {
  const [local = ""] = email.split("@");
  return local.replace(/[._]/g, " ").split(" ").filter(Boolean).join(" ") || email;
}
