import fc from "fast-check";

// Property tests use the same random cases in every run, so that none fails by chance after an unrelated change.
// PROPERTY_SEED (a whole number) gives other cases.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_123) });
