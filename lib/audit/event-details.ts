/** Returns the fields of a customer that an event of the journal changed, by their names in the API. */
export const changedFields = ({ fields }: Record<string, unknown>): string[] =>
  Array.isArray(fields) ? fields.filter((one): one is string => typeof one === "string") : [];

/** The API key that an event created, replaced or revoked: its name and first characters; null when there is none. */
export const namedKey = ({ name, prefix }: Record<string, unknown>): string | null =>
  typeof name === "string" && typeof prefix === "string" ? `${name} (${prefix}…)` : null;

/** Returns the reason given for the action of a journal event; null when there is none. */
export const givenReason = ({ reason }: Record<string, unknown>): string | null =>
  typeof reason === "string" ? reason : null;
