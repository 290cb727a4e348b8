/** What can be set of the rules without knowing any of them: light, as the editor reads it when it starts. */

/** How much is said: nothing, errors alone, all but hints, everything. */
export const levels = ["off", "errors", "recommended", "all"] as const;

export type Level = (typeof levels)[number];

/**
 * Whoever tests or explains mistakes writes them on purpose. What is excluded where nobody says otherwise; as in a
 * `.gitignore`.
 */
export const usuallyExcluded: readonly string[] = [
  "tests/",
  "test/",
  "docs/",
  "test_*.py",
  "*_test.py",
  "conftest.py",
];
