/**
 * The supplier's accent for the elements under `data-brand`. A style sheet of its own rather than a `<style>`
 * with a nonce: after a client-side navigation the nonce of the new page is not the one the document's CSP knows.
 */
export function BrandStyle({ brandColor }: { brandColor: string }) {
  return <link rel="stylesheet" href={`/api/brand/${brandColor.slice(1)}`} precedence="brand" />;
}
