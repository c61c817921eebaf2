import type { DemoAccount } from "./demo-world";
import type { InvoiceLine } from "./invoice-spec";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** One contract of an account: a vehicle and its monthly cost. */
export interface DemoContract {
  number: string;
  /** Null for parcels, which have no vehicle. */
  plate: string | null;
  sinceMonthsAgo: number;
  monthlyLines: InvoiceLine[];
}

const MODELS: readonly [name: string, rent: number][] = [
  ["fourgon 3,5 t", 418],
  ["fourgon électrique", 512],
  ["utilitaire compact", 289],
  ["camionnette frigorifique", 634],
  ["citadine électrique", 231],
  ["berline hybride", 377],
  ["camion-benne 3,5 t", 566],
];

/** Returns the account's contracts. They never change: number, plate and prices derive from the customer number. */
export function contractsOf(account: DemoAccount): DemoContract[] {
  const random = seededRandom(`contracts of ${account.supplier} ${account.customerNumber}`);
  return account.billing.contractsSince.map((sinceMonthsAgo, index) => {
    if (account.billing.kind === "parcels") {
      return {
        number: `CT-${account.customerNumber}`,
        plate: null,
        sinceMonthsAgo,
        monthlyLines: [],
      };
    }
    const number = `LLD-${account.customerNumber.replace(/\D/g, "")}-${pad(index + 1)}`;
    const plate = plateFrom(random);
    return {
      number,
      plate,
      sinceMonthsAgo,
      monthlyLines: leaseLines(random, { contract: number, vehicle: plate }),
    };
  });
}

function leaseLines(random: SeededRandom, subject: { contract: string; vehicle: string }): InvoiceLine[] {
  const [model, rent] = random.pick(MODELS);
  const line = (description: string, euros: number, vatRate = "20"): InvoiceLine => ({
    description,
    quantity: "1",
    unit: "month",
    unitPrice: `${euros}.${random.pick(["00", "00", "50", "90"])}`,
    vatRate,
    ...subject,
  });
  const lines = [line(`Loyer longue durée, ${model}`, rent + random.between(-30, 60))];
  lines.push(line("Entretien et pneumatiques", random.between(48, 96)));
  if (random.chance(55)) lines.push(line("Véhicule de remplacement", random.between(18, 48)));
  if (random.chance(45)) lines.push(line("Assurance tous risques", random.between(42, 88), "0"));
  return lines;
}

/** Returns a number plate of the series in use, which has no letters I, O and U. */
function plateFrom(random: SeededRandom): string {
  const letters = [..."ABCDEFGHJKLMNPQRSTVWXYZ"];
  const pair = () => random.pick(letters) + random.pick(letters);
  return `${random.pick(["F", "G", "H"])}${random.pick(letters)}-${random.between(101, 989)}-${pair()}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
