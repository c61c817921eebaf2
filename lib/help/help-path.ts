/** A supplier's help, or one of its questions. */
export const helpPath = (slug: string, topic?: string): string =>
  topic === undefined ? `/${slug}/help` : `/${slug}/help/${topic}`;
