/**
 * The supplier's accent colour for the elements under `data-brand`. A style sheet and not a `<style>` with a nonce:
 * after a client-side navigation the nonce of the new page differs from the one in the document's CSP.
 */
export function BrandStyle({ brandColor }: { brandColor: string }) {
  return <link rel="stylesheet" href={`/api/brand/${brandColor.slice(1)}`} precedence="brand" />;
}
