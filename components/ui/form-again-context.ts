"use client";

import { createContext, use } from "react";
import type { FormAgain } from "@/lib/actions/form-again";

/** The answer with which the surrounding form is shown again; null before the form was sent. */
export const FormAgainContext = createContext<FormAgain | null>(null);

export const useFormAgain = () => use(FormAgainContext);

/** Returns the details that the action returned with the form; {} if there are none. */
export function useFormDetails<Details extends object>(): Partial<Details> {
  const details = useFormAgain()?.details;
  return details && typeof details === "object" ? details : {};
}
