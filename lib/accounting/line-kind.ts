import type { LineKind } from "./accounting-settings";

const WORDS: Record<Exclude<LineKind, "other">, RegExp> = {
  rent: /\b(?:loyers?|location|leasing|rent|rental|lease)\b/,
  maintenance:
    /\b(?:entretien|maintenance|pneus?|pneumatiques?|reparations?|vidange|tyres?|tires?|repairs?|servicing)\b/,
  insurance: /\b(?:assurances?|insurance)\b/,
};
/** What the insured pays after an accident, and what is told to be excluded, is no insurance premium. */
const NO_PREMIUM =
  /\b(?:franchise|hors assurances?|sans assurances?|excess|without insurance|excluding insurance)\b/;

/**
 * The kind of a line by the words of its name (BT-153). « other » when it has none of them; null when it has no name,
 * or words of several kinds: then nobody can tell which account it belongs to.
 */
export function lineKind(name: string | null): LineKind | null {
  const text = (name ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (text === "") return null;
  const kinds = (["rent", "maintenance", "insurance"] as const).filter(
    (kind) => WORDS[kind].test(text) && (kind !== "insurance" || !NO_PREMIUM.test(text)),
  );
  return kinds.length > 1 ? null : (kinds[0] ?? "other");
}
