"use client";

import "./globals.css";
import { errorLocale } from "@/components/errors/error-locale";
import { ErrorPage } from "@/components/errors/error-page";
import { fonts } from "@/components/shell/fonts";

interface Failure {
  error: Error & { digest?: string };
  reset: () => void;
}

/** The error page that replaces the root layout. Next's default page has inline styles, which the CSP refuses. */
export default function GlobalError({ error, reset }: Failure) {
  const locale = errorLocale();
  return (
    <html lang={locale} className={fonts}>
      <head>
        <title>E-Facture</title>
      </head>
      <body>
        <ErrorPage locale={locale} reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
