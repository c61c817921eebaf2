/**
 * Names a person in a text about the past: the identifier, which stays, and the name they chose, which they may
 * change. The name alone would let somebody appear as another person (security T33).
 */
export const personLabel = ({ identifier, name }: { identifier: string; name: string }): string =>
  name === "" ? identifier : `${identifier} (${name})`;
