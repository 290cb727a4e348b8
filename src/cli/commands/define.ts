/** The shape of a command of the command line. */

/** 0: done. 1: something was found that was asked to fail on. 2: bad usage, or something that was named cannot be read. */
export type ExitCode = 0 | 1 | 2;

export interface Option {
  /** What stands for its value in the help: "N|full"; absent: it is given or not. */
  readonly value?: string;
  readonly help: string;
  /** Whether it may be given more than once. */
  readonly multiple?: true;
}

/** The values given for each option, in their order; none where it is not given, an empty one where it takes none. */
export type Given = Readonly<Record<string, readonly string[]>>;

export interface Command {
  readonly name: string;
  /** What comes behind the name, options aside: "PATH…" */
  readonly operands: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** More for its own help: what goes in and comes out, examples. */
  readonly details: string;
  /** @throws UsageError */
  readonly run: (operands: readonly string[], given: Given) => Promise<ExitCode>;
}
