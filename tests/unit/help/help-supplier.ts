import type { Supplier } from "@/lib/suppliers/find-supplier";

/** A supplier in the form that the help needs. */
export function helpSupplier(change: Partial<Supplier> = {}): Supplier {
  return {
    id: "00000000-0000-7000-8000-000000000001",
    slug: "loueur",
    name: "Loueur Essai",
    legalName: "Loueur Essai SA",
    siren: null,
    vatNumber: null,
    address: "",
    publisher: "",
    brandColor: "#0b4f6c",
    senderAddress: "mails@loueur.example",
    contactEmail: "conseil@loueur.example",
    contactPhone: "01 99 00 00 00",
    contactHours: "",
    contactHoursTexts: {},
    languages: ["fr", "en"],
    tradeWords: {},
    logo: null,
    timeZone: "Europe/Paris",
    retentionMonths: 24,
    defaultHistoryMonths: 3,
    startsOn: null,
    formerPortalName: null,
    formerPortalUrl: null,
    digestHour: 18,
    linkOpens: "sign_in",
    recoveryAnswer: "explicit",
    ...change,
  };
}
