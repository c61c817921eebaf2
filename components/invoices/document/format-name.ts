const NAMES = { pdf: "PDF", facturx: "Factur-X", zugferd: "ZUGFeRD", cii: "CII", ubl: "UBL" } as const;

/** Returns the usual name of a format. */
export function formatName(format: keyof typeof NAMES): string {
  return NAMES[format];
}
