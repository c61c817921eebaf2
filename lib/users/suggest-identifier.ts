import type { Transaction } from "@/db/transaction";
import { isIdentifier } from "@/lib/identifier";
import { stripEnds } from "@/lib/strip";
import { newIdentifier } from "./assign-identifier";
import { isAddressKnown } from "./is-address-known";

/**
 * Suggests a free identifier when the wanted one is taken, made of the company's name and the wanted one:
 * « perce-neige-lila »; else an assigned one (R3). It is free now but not reserved.
 */
export async function suggestIdentifier(
  tx: Transaction,
  companyName: string,
  wanted: string,
): Promise<string> {
  const [person = ""] = wanted.split("@");
  const company = plain(companyName).split("-").slice(0, 2).join("-");
  const readable = [`${company}-${plain(person)}`, `${plain(person)}-${company}`].filter(
    (one) => isIdentifier(one) && one.length <= 40,
  );
  for (const identifier of readable) if (!(await isAddressKnown(tx, identifier))) return identifier;
  return newIdentifier();
}

/** The text without accents, capitals and symbols, so that it is easy to type. */
const plain = (text: string): string =>
  stripEnds(
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-"),
    "-",
  );
