import "./globals.css";
import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { fonts } from "@/components/shell/fonts";
import { PageChangedNotice } from "@/components/shell/page-changed-notice";
import { hasPageChanged } from "@/lib/actions/has-page-changed";

export const metadata: Metadata = {
  title: { default: "E-Facture", template: "%s, E-Facture" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#171e1c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, isChanged] = await Promise.all([getLocale(), hasPageChanged()]);
  return (
    <html lang={locale} className={fonts}>
      <body>
        {isChanged && <PageChangedNotice />}
        {children}
      </body>
    </html>
  );
}
