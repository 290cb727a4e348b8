/**
 * *Get Started*: five things done in one's own code. VS Code lists it among its walkthroughs and opens it when asked. Each
 * step is text beside a page of `media/walkthrough`; buttons only for what works while this page has the focus. Pure.
 */
import { openLabAtCursor } from "./commands/open-lab-at-cursor.ts";
import { portActivation } from "./commands/port-activation.ts";
import { replaceActivation } from "./commands/replace-activation.ts";
import { transformNumbers } from "./commands/transform-numbers.ts";
import { transformSelection } from "./commands/transform-selection.ts";
import { type Step, doneKey } from "./steps.ts";
import { activationsView } from "./views/activations.ts";

interface WalkthroughStep {
  /** Also the name of its page. */
  readonly id: string;
  readonly title: string;
  /** VS Code's own small Markdown: links, `**bold**` and ``code``; a link alone on its line becomes a button. */
  readonly description: string;
  /** What ticks it off: that it was really done. */
  readonly completedBy: string;
}

const steps: readonly WalkthroughStep[] = [
  {
    id: "hover",
    title: "Hover an activation in your code",
    description:
      "Open a file that builds a network and rest the pointer on ``ReLU``, ``F.gelu``, ``activation='relu'`` …: its curve, its derivative, your parameters and your framework's defaults. By keyboard: **Show or Focus Hover**.\n[Open File](command:workbench.action.quickOpen)",
    completedBy: done("hover"),
  },
  {
    id: "lab",
    title: "Open it in the lab",
    description: `Put the cursor on the function and run ${named(openLabAtCursor)}, or follow the link in its hover. The sliders start at the parameters of this very call.\n[Show All Commands](command:workbench.action.showCommands)`,
    completedBy: done("lab"),
  },
  {
    id: "transform",
    title: "Run a function over numbers",
    description: `Select numbers in any file and run ${named(transformSelection)}: only the numbers change, in one undo step. Or start with numbers typed in.\n[Transform Numbers](command:${transformNumbers.id})`,
    completedBy: done("transform"),
  },
  {
    id: "rewrite",
    title: "Replace it, or port it to another framework",
    description: `With the cursor on an activation, run ${named(replaceActivation)} for another function of the same framework, or ${named(portActivation)} for the same numbers in another one.\n[Show All Commands](command:workbench.action.showCommands)`,
    completedBy: done("rewrite"),
  },
  {
    id: "activations",
    title: "See every activation of your workspace",
    description: `The Activations view of the Explorer counts them by function, framework and file. It reads the workspace once you open it, and not before.\n[Open Activations View](command:${activationsView.id}.focus)`,
    completedBy: `onView:${activationsView.id}`,
  },
];

export const walkthrough = {
  id: "getStarted",
  title: "Get Started with Activation Lens",
  description: "What every activation function in your code does there: hover, lab, numbers, rewriting.",
  steps: steps.map(({ id, title, description, completedBy }) => ({
    id,
    title,
    description,
    media: { markdown: `media/walkthrough/${id}.md` },
    completionEvents: [completedBy],
  })),
};

function done(step: Step): string {
  return `onContext:${doneKey(step)}`;
}

function named({ title }: { readonly title: string }): string {
  return `**Activation Lens: ${title}**`;
}
