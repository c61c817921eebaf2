"use client";

import { errorLocale } from "@/components/errors/error-locale";
import { ErrorPage } from "@/components/errors/error-page";

interface Failure {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function RouteError({ error, reset }: Failure) {
  return <ErrorPage locale={errorLocale()} reference={error.digest} retry={reset} />;
}
