import { PLACEHOLDERS } from "@/lib/request-choices";

export type TemplateValues = Record<(typeof PLACEHOLDERS)[number], string>;

/** Replaces the placeholders of a template. A placeholder without a value, and an unknown one, is left unchanged. */
export const fillTemplate = (text: string, values: TemplateValues): string =>
  text.replace(/\{([a-z]{1,20})\}/g, (whole, name: string) => {
    const placeholder = PLACEHOLDERS.find((known) => known === name);
    return (placeholder && values[placeholder]) || whole;
  });

/** Returns the names in braces that are not one of `PLACEHOLDERS`. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\{([^{}\n]{0,40})\}/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !PLACEHOLDERS.some((known) => known === name)),
  ),
];
