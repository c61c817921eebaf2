/** The places of a template that are filled in, as they are written in its text. */
const PLACES = ["company", "customer", "number", "name", "adviser"] as const;

export type TemplateValues = Record<(typeof PLACES)[number], string>;

/** The text of a template with its places filled in. A place without a value, and any other in braces, stays as it is. */
export const fillTemplate = (text: string, values: TemplateValues): string =>
  text.replace(/\{([a-z]{1,20})\}/g, (whole, name: string) => {
    const place = PLACES.find((known) => known === name);
    return (place && values[place]) || whole;
  });

/** The places in braces that a text has and that no template can fill in. */
export const unknownPlaces = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\{([^{}\n]{0,40})\}/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !PLACES.some((known) => known === name)),
  ),
];
