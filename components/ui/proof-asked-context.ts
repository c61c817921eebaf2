"use client";

import { createContext, use } from "react";
import type { ProofAsked } from "@/lib/actions/proof-asked";

/** What the form around asks for; null while it asks for nothing. */
export const ProofAskedContext = createContext<ProofAsked | null>(null);

export const useProofAsked = () => use(ProofAskedContext);
