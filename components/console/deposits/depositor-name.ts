import type { DepositWords } from "./problem-words";

/** Who deposited: a person by name, or « Clé « ERP » ». */
export function depositorName(by: { kind: "key" | "person"; name: string } | null, t: DepositWords): string {
  if (by === null || by.name === "") return t("unknown");
  return by.kind === "person" ? by.name : t("key", { name: by.name });
}
