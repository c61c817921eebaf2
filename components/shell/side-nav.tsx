import type { ReactNode } from "react";

interface SideNavProps {
  title: string;
  links: readonly { href: string; label: string; isCurrent: boolean }[];
  children: ReactNode;
}

/** The links to the pages of one section, beside the current page; on a phone above it. */
export function SideNav({ title, links, children }: SideNavProps) {
  return (
    <div className="grid gap-6 tablet:grid-cols-[13rem_minmax(0,1fr)] tablet:gap-12">
      <nav aria-label={title}>
        <p className="pt-1 pb-3 text-2 font-medium text-ink-2 max-tablet:hidden">{title}</p>
        <ul className="max-tablet:flex max-tablet:flex-wrap max-tablet:gap-x-4 max-tablet:border-b max-tablet:border-line">
          {links.map(({ href, label, isCurrent }) => (
            <li key={href}>
              <a className="profile-link" href={href} aria-current={isCurrent ? "page" : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
