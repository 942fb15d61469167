/** The values that generated filters ask for and generated users have. */
export const KEYS = ["plan", "age", "signed up", "größe"] as const;
export const TEXTS = [
  "free",
  "pro",
  "Pro",
  "10",
  "10.0",
  "9",
  "100",
  "true",
  "a or b",
  "1600000000",
] as const;
export const COUNTRIES = ["DE", "AT", "US", "XK"] as const;
export const LANGUAGES = ["de", "en", "zh-Hans"] as const;
export const VERSIONS = ["1.0", "1.0.0", "1.9", "1.10", "2"] as const;
export const HOURS = [0, 0.5, 1, 1.1, 24, 24.5, 168] as const;
export const NOW = 1_700_000_000;
