"use client";

import { createContext, use } from "react";
import type { FormAgain } from "@/lib/actions/form-again";

/** What the surrounding form asks for when it is shown again; null before. */
export const FormAgainContext = createContext<FormAgain | null>(null);

export const useFormAgain = () => use(FormAgainContext);

/** What the action read from the form, when it came back with that; {} before. */
export function useFormRead<Read extends object>(): Partial<Read> {
  const read = useFormAgain()?.read;
  return read && typeof read === "object" ? read : {};
}
