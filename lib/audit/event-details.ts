/** Returns the fields of a customer that an event of the journal changed, by their names in the API. */
export const changedFields = ({ fields }: Record<string, unknown>): string[] =>
  Array.isArray(fields) ? fields.filter((one): one is string => typeof one === "string") : [];

/** Returns the reason given for the action of a journal event; null when there is none. */
export const givenReason = ({ reason }: Record<string, unknown>): string | null =>
  typeof reason === "string" ? reason : null;
