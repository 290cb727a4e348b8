// One reporter for every stage: a line per suite (or per test, where tests are slow), failures in full, and the counts in
// a form that the command over all stages can read. Runs in node and in a web worker, so it only uses the console.

/** What a stage's last word begins with; JSON `{ passed, failed }` follows. */
const resultMark = "##result ";

interface Options {
  /** Put before every line, to tell it from what the editor prints; see test/integration/run.mjs. */
  readonly prefix?: string;
  /** "tests": a line for each test as it passes. */
  readonly lines?: "suites" | "tests";
}

export class StageReporter {
  private readonly failures: string[] = [];
  private passed = 0;
  private suite = { title: "", passed: 0, failed: 0, startedAt: 0 };
  private readonly options: Options;

  constructor(runner: Mocha.Runner, { reporterOptions = {} }: { readonly reporterOptions?: Options } = {}) {
    this.options = reporterOptions;
    runner.on("suite", (suite) => {
      if (suite.parent?.root === true)
        this.suite = { title: suite.title, passed: 0, failed: 0, startedAt: Date.now() };
    });
    runner.on("pass", (test) => {
      this.pass(test);
    });
    runner.on("fail", (test, error: unknown) => {
      this.fail(test, error);
    });
    runner.on("suite end", (suite) => {
      if (suite.parent?.root === true && this.options.lines !== "tests") this.sayAboutSuite();
    });
    runner.once("end", () => {
      this.end();
    });
  }

  private pass(test: Mocha.Test): void {
    this.passed++;
    this.suite.passed++;
    if (this.options.lines === "tests") this.say(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  }

  private fail(test: Mocha.Test, error: unknown): void {
    this.suite.failed++;
    const title = test.fullTitle();
    if (this.options.lines === "tests") this.say(`  ✗ ${title}`);
    const where = test.file === undefined ? "" : `\n${test.file}`;
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.failures.push(`✗ ${title}${where}\n${what}`);
  }

  private sayAboutSuite(): void {
    const { title, passed, failed, startedAt } = this.suite;
    const counts = failed === 0 ? `${passed}` : `${passed} passed, ${failed} FAILED`;
    this.say(`  ${failed === 0 ? "✓" : "✗"} ${title}: ${counts} (${Date.now() - startedAt} ms)`);
  }

  private end(): void {
    for (const failure of this.failures) this.say(`\n${failure}\n`);
    this.say(`${resultMark}${JSON.stringify({ passed: this.passed, failed: this.failures.length })}`);
  }

  private say(text: string): void {
    const { prefix = "" } = this.options;
    for (const line of text.split("\n")) console.log(`${prefix}${line}`);
  }
}

// Mocha takes a reporter's default export.
export { StageReporter as default };
