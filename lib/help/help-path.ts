/** Returns the path of a supplier's help, or of one of its questions. */
export const helpPath = (slug: string, topic?: string): string =>
  topic === undefined ? `/${slug}/help` : `/${slug}/help/${topic}`;
