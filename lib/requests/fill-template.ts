import { PLACEHOLDERS } from "@/lib/request-choices";

export type TemplateValues = Record<(typeof PLACEHOLDERS)[number], string>;

/** The text of a template with its placeholders filled in. One without a value, and any other in braces, stays as it is. */
export const fillTemplate = (text: string, values: TemplateValues): string =>
  text.replace(/\{([a-z]{1,20})\}/g, (whole, name: string) => {
    const placeholder = PLACEHOLDERS.find((known) => known === name);
    return (placeholder && values[placeholder]) || whole;
  });

/** The names in braces that are no placeholder. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\{([^{}\n]{0,40})\}/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !PLACEHOLDERS.some((known) => known === name)),
  ),
];
