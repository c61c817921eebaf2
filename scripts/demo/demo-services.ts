import type { InvoiceLine } from "./invoice-spec";
import type { SeededRandom } from "./seeded-random";

interface Subject {
  contract: string;
  vehicle: string;
}

/** Returns a service in addition to the rent: one or two lines and a note with the reason. */
export function oneOffLines(random: SeededRandom, subject: Subject): { lines: InvoiceLine[]; note: string } {
  const oneUnit = (description: string, unitPrice: string, vatRate = "20"): InvoiceLine => ({
    description,
    quantity: "1",
    unit: "one",
    unitPrice,
    vatRate,
    ...subject,
  });
  const kilometres = random.between(350, 4200);
  return random.pick([
    () => ({
      lines: [
        {
          ...oneUnit("Kilomètres au-delà du forfait", "0.085"),
          quantity: String(kilometres),
          unit: "kilometre" as const,
        },
      ],
      note: `Relevé kilométrique : ${kilometres} km au-delà du forfait.`,
    }),
    () => ({
      lines: [oneUnit("Remplacement du pare-brise", "312.50"), oneUnit("Main-d’œuvre", "96.00")],
      note: "Intervention demandée par le conducteur.",
    }),
    () => ({
      lines: [oneUnit("Frais de gestion, avis de contravention", "24.00")],
      note: "Désignation du conducteur transmise à l’administration.",
    }),
    () => ({
      lines: [oneUnit("Franchise d’assurance, sinistre matériel", "450.00", "0")],
      note: "Sinistre sans tiers identifié.",
    }),
    () => ({
      lines: [
        oneUnit("Remise en état, carrosserie", "684.20"),
        oneUnit("Pneumatiques, deux unités", "238.00"),
      ],
      note: "Expertise contradictoire du véhicule.",
    }),
  ])();
}

const PARCELS: readonly [description: string, unitPrice: string, least: number, most: number][] = [
  ["Colis express national, moins de 5 kg", "6.85", 80, 420],
  ["Colis express national, 5 à 15 kg", "11.40", 20, 120],
  ["Retours clients", "5.20", 8, 60],
  ["Enlèvements sur site", "14.00", 4, 22],
];

/** Returns the lines of a month of parcels. */
export function parcelLines(random: SeededRandom): InvoiceLine[] {
  return PARCELS.map(([description, unitPrice, least, most]) => ({
    description,
    quantity: String(random.between(least, most)),
    unit: "one",
    unitPrice,
    vatRate: "20",
  }));
}
