/** Bad usage: what is wrong and what to do, for standard error; ends the program with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
