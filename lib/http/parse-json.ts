/** The JSON value of a body. Invalid JSON gives undefined, which schemas that ask for an object refuse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
