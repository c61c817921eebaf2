/** The value a body holds; undefined for what is no JSON, which is no object either and refused as that. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
