const NAMES = { pdf: "PDF", facturx: "Factur-X", zugferd: "ZUGFeRD", cii: "CII", ubl: "UBL" } as const;

/** How the format is called everywhere. */
export function formatName(format: keyof typeof NAMES): string {
  return NAMES[format];
}
