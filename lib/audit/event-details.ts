/** The fields of a customer that an event of the journal changed, by their names in the API. */
export const changedFields = ({ fields }: Record<string, unknown>): string[] =>
  Array.isArray(fields) ? fields.filter((one): one is string => typeof one === "string") : [];

/** The reason that was given for what an event of the journal did; null when there is none. */
export const givenReason = ({ reason }: Record<string, unknown>): string | null =>
  typeof reason === "string" ? reason : null;
