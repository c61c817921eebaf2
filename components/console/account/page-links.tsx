interface PageLink {
  href: string;
  label: string;
}

/** The links to older and newest entries, below a list that has several pages. */
export function PageLinks({ newest, older }: { newest: PageLink | null | ""; older: PageLink | null | "" }) {
  if (!newest && !older) return null;
  return (
    <p className="mt-2 flex gap-4 text-2">
      {[newest, older].map(
        (link) =>
          link && (
            <a key={link.href} className="tap-link" href={link.href}>
              {link.label}
            </a>
          ),
      )}
    </p>
  );
}
