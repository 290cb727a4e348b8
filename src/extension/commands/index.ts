/** Every command of the extension, in the palette's order. */
import { chooseActivation } from "./choose-activation.ts";
import { compareFunctions } from "./compare-functions.ts";
import { copyDescription } from "./copy-description.ts";
import { copyLink } from "./copy-link.ts";
import type { Command } from "./define.ts";
import { explainDifferences } from "./explain-differences.ts";
import { explainNothing } from "./explain-nothing.ts";
import { explainRule } from "./explain-rule.ts";
import { goToActivation } from "./go-to-activation.ts";
import { groupByFile, groupByFramework, groupByFunction } from "./group-activations.ts";
import { openLabAtCursor } from "./open-lab-at-cursor.ts";
import { openLabFromHover } from "./open-lab-from-hover.ts";
import { openLabFromView } from "./open-lab-from-view.ts";
import { openLab } from "./open-lab.ts";
import { openLink } from "./open-link.ts";
import { openCollapse, openDepth, openFeatureMap, openTraining } from "./open-learn.ts";
import { portActivation } from "./port-activation.ts";
import { replaceActivation } from "./replace-activation.ts";
import { scanActivations } from "./scan-activations.ts";
import { showAnalysed } from "./show-analysed.ts";
import { showDetails } from "./show-details.ts";
import { showLog } from "./show-log.ts";
import { stopScan } from "./stop-scan.ts";
import { toggleDiagnostics } from "./toggle-diagnostics.ts";
import { toggleHovers } from "./toggle-hovers.ts";
import { togglePredict, togglePresent } from "./toggle-mode.ts";
import { transformNumbers } from "./transform-numbers.ts";
import { transformSelection } from "./transform-selection.ts";
import { turnRuleOff } from "./turn-rule-off.ts";

export const commands: readonly Command[] = [
  openLab,
  openLabAtCursor,
  openLabFromHover,
  compareFunctions,
  chooseActivation,
  openFeatureMap,
  openDepth,
  openCollapse,
  openTraining,
  togglePresent,
  togglePredict,
  copyLink,
  openLink,
  showDetails,
  transformSelection,
  transformNumbers,
  copyDescription,
  replaceActivation,
  portActivation,
  explainDifferences,
  explainNothing,
  showAnalysed,
  scanActivations,
  stopScan,
  groupByFunction,
  groupByFramework,
  groupByFile,
  goToActivation,
  openLabFromView,
  toggleHovers,
  toggleDiagnostics,
  explainRule,
  turnRuleOff,
  showLog,
];
