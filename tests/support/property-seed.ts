import fc from "fast-check";

// Property tests draw the same cases at every run, so that none fails by chance on a change that has nothing to do with
// it. PROPERTY_SEED (a whole number) draws others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_123) });
