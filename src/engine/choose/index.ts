/** Every recommendation, and the ranking of those that fit. */
import type { Note } from "../functions/define.ts";
import type { Advice, Answers, Condition } from "./define.ts";
import { outputs } from "./outputs.ts";
import { rectifiers } from "./rectifiers.ts";
import { smooth } from "./smooth.ts";
import { micikevicius2017 } from "./sources.ts";
import { states } from "./states.ts";

export const advice: readonly Advice[] = [...rectifiers, ...smooth, ...states, ...outputs];

export interface Recommendation {
  readonly advice: Advice;
  /** Higher is better; only the order and near-ties mean anything. */
  readonly score: number;
  /** What speaks for it here, and what is to be known. */
  readonly reasons: readonly Note[];
  /** What speaks against it here. */
  readonly cautions: readonly Note[];
}

export interface Ranking {
  /** The best first; at least one. */
  readonly recommendations: readonly Recommendation[];
  /** The first two are so near that it hardly matters which is taken. */
  readonly isCloseCall: boolean;
  /** What holds whichever is taken. */
  readonly general: readonly Note[];
}

/** Near enough that the order between them is a matter of taste. */
const closeCall = 1;

export function rank(answers: Answers): Ranking {
  const recommendations = advice
    .filter(({ layer }) => layer === answers.layer)
    .map((candidate) => judged(candidate, answers))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = recommendations;
  return {
    recommendations,
    isCloseCall: first !== undefined && second !== undefined && first.score - second.score <= closeCall,
    general: answers.constraints.includes("mixed-precision") ? general : [],
  };
}

/** What holds whichever function is taken. */
export const general: readonly Note[] = [
  {
    text: "Scale the loss, so that small gradients do not become 0 in 16 bits.",
    condition: "float16; whichever activation is used",
    source: micikevicius2017,
  },
];

function judged(candidate: Advice, answers: Answers): Recommendation {
  const grounds = candidate.grounds.filter(({ when }) => holds(when, answers));
  return {
    advice: candidate,
    score: grounds.reduce((sum, { weight }) => sum + weight, 0),
    reasons: grounds.filter(({ weight }) => weight >= 0),
    cautions: grounds.filter(({ weight }) => weight < 0),
  };
}

function holds(when: Condition, answers: Answers): boolean {
  return (
    (when.tasks?.includes(answers.task) ?? true) &&
    (when.architectures?.includes(answers.architecture) ?? true) &&
    (when.constraints ?? []).every((constraint) => answers.constraints.includes(constraint))
  );
}
