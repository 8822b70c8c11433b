import type { RunDetail, ShownStage } from "../../../api.ts";
import { Tabs } from "../../parts/tabs.tsx";
import { openedRun, selectedStage } from "../../store/opened-run.ts";
import { replace, selection } from "../../store/selection.ts";
import { runsById } from "../../store/studio.ts";
import { Comparison } from "./comparison.tsx";
import { ConsoleTab } from "./console-tab.tsx";
import { HttpTab } from "./http-tab.tsx";
import { PollSlider } from "./poll-slider.tsx";
import { Rail } from "./rail.tsx";
import { ResponseTab } from "./response-tab.tsx";
import { RunHead } from "./run-head.tsx";
import { BundleTab, StageTab } from "./stage-tab.tsx";
import { WholeRun } from "./whole-run.tsx";

/** The opened run: the rail of its stages, and the selected one. */
export function Inspector() {
  const { run: id } = selection.value;
  const row = id === undefined ? undefined : runsById.value.get(id);
  if (!row) {
    return (
      <section class="inspector empty" aria-label="Run">
        <p class="quiet">
          {id === undefined
            ? "A run that you open shows its stages here."
            : "This run is not there any more."}
        </p>
      </section>
    );
  }
  const run = openedRun.value?.id === row.id ? openedRun.value : undefined;
  return (
    <section class="inspector" aria-label={`Run ${row.number}`}>
      <RunHead row={row} run={run} />
      {row.zap !== undefined && <PollSlider row={row} />}
      {selection.value.with !== undefined ? <Comparison /> : run && <Opened run={run} />}
    </section>
  );
}

function Opened({ run }: { readonly run: RunDetail }) {
  const stage = selectedStage(run);
  return (
    <div class="opened">
      <Rail run={run} selected={stage} />
      <div class="stage-detail">
        <StageTabs run={run} stage={stage} />
      </div>
    </div>
  );
}

interface StageTabsProps {
  readonly run: RunDetail;
  /** Absent: the whole run. */
  readonly stage: ShownStage | undefined;
}

/** Everything in the tabs is of the selected stage, or of the whole run. */
function StageTabs({ run, stage }: StageTabsProps) {
  const requests = stage ? stage.requests : run.sent.map((_, index) => index);
  const logs = stage ? stage.logs : run.logs.map((_, index) => index);
  const tabs = [
    { id: "stage", label: stage ? "Stage" : "Run" },
    { id: "response", label: "Response" },
    { id: "bundle", label: "Bundle" },
    { id: "http", label: "HTTP", count: requests.length },
    { id: "console", label: "Console", count: logs.length },
  ];
  const tab = tabs.some(({ id }) => id === selection.value.tab) ? (selection.value.tab as string) : "stage";
  return (
    <Tabs
      label={stage ? `Stage ${stage.title}` : "The whole run"}
      tabs={tabs}
      selected={tab}
      onSelect={(id) => replace({ tab: id })}
    >
      {tab === "stage" &&
        (stage ? <StageTab key={stage.index} run={run} stage={stage} /> : <WholeRun run={run} />)}
      {tab === "response" && <ResponseTab run={run} stage={stage} />}
      {tab === "bundle" && <BundleTab run={run} stage={stage} />}
      {tab === "http" && <HttpTab run={run} requests={requests} />}
      {tab === "console" && <ConsoleTab run={run} lines={logs} />}
    </Tabs>
  );
}
