import { useEffect, useState } from "preact/hooks";
import type { Json } from "../../../../model/bundles/shared.ts";
import type { LargeText, RunDetail, ShownStage } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { openDialog } from "../../parts/dialog.tsx";
import { DifferenceList } from "../../parts/difference-list.tsx";
import { differencesOf, type ShownDifference } from "../../parts/differences.ts";
import { bytes, counted } from "../../parts/format.ts";
import { readWhole } from "../../parts/text.ts";
import { TextView } from "../../parts/text-view.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly } from "../../store/studio.ts";
import { isEditable } from "../dialogs/editable-parts.ts";
import { DedupedItems } from "./deduped-items.tsx";
import { Fault } from "./fault.tsx";
import { Limits } from "./limits.tsx";

interface StageProps {
  readonly run: RunDetail;
  readonly stage: ShownStage;
}

/** A stage: its input, its output, and their differences. */
export function StageTab({ run, stage }: StageProps) {
  return (
    <>
      <div class="buttons">
        {isEditable(stage) && (
          <Button
            icon="pencil"
            disabled={readOnly.value}
            title="Goes on from here as a new run"
            onClick={() => openDialog({ name: "edit", run: run.id, stage: run.stages.indexOf(stage) })}
          >
            {stage.kind === "method" ? "Edit the bundle or the result" : "Edit the request or the answer"} and
            go on…
          </Button>
        )}
      </div>
      {stage.error && <Fault error={stage.error} />}
      <Limits limits={stage.limits} />
      {stage.items ? <DedupedItems items={stage.items} /> : <InAndOut stage={stage} />}
    </>
  );
}

function InAndOut({ stage }: { readonly stage: ShownStage }) {
  const { before, after, changed } = stage;
  if (changed === "not defined") {
    return (
      <p class="quiet">
        The script does not define {stage.method ?? "this method"}: the platform goes on without it.
      </p>
    );
  }
  return (
    <>
      <h3>What changed</h3>
      {changed === "none" && <p class="quiet">No change.</p>}
      {changed === "changed" && before && after && <Changes key={after.id} before={before} after={after} />}
      {changed === "changed" && !(before && after) && (
        <p class="quiet">{stage.error ? "It threw." : "There is only one side."}</p>
      )}
      {after && (
        <details>
          <summary>Out</summary>
          <TextView text={after} name={`Out of ${stage.title}`} />
        </details>
      )}
      {before && (
        <details>
          <summary>In</summary>
          <TextView text={before} name={`In of ${stage.title}`} />
        </details>
      )}
    </>
  );
}

/** Values above this size are compared only when asked for. */
const atOnce = 1_048_576;

function Changes({ before, after }: { readonly before: LargeText; readonly after: LargeText }) {
  const [differences, setDifferences] = useState<readonly ShownDifference[] | undefined>(undefined);
  const size = before.size + after.size;
  const compare = async () => {
    const texts = await attempt(Promise.all([readWhole(before), readWhole(after)]));
    if (texts) setDifferences(differencesOf(parsed(texts[0]), parsed(texts[1])));
  };
  // The texts of an id do not change.
  useEffect(() => {
    if (size <= atOnce) void compare();
  }, [before.id, after.id]);
  if (!differences) {
    if (size <= atOnce) return <p class="quiet">Comparing…</p>;
    return <Button onClick={compare}>Compare {bytes(size)}</Button>;
  }
  return (
    <>
      <p class="quiet">{counted(differences.length, "difference")}</p>
      <DifferenceList differences={differences} />
    </>
  );
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The bundle of the method, or what a run was given. */
export function BundleTab({
  run,
  stage,
}: {
  readonly run: RunDetail;
  readonly stage: ShownStage | undefined;
}) {
  const bundle = stage?.bundle;
  if (stage && bundle) {
    return <TextView text={bundle} name={`Bundle of ${stage.method ?? stage.title}`} />;
  }
  if (stage) return <p class="quiet">This stage is the platform's: it has no bundle. Select a method.</p>;
  if (run.asked === null)
    return <p class="quiet">The studio itself began this run: nothing was filled in.</p>;
  const asked = JSON.stringify(run.asked);
  return (
    <>
      <p class="quiet">This run was asked for with these values. Select a method to see its bundle.</p>
      <TextView text={{ id: `asked ${run.id}`, size: asked.length, start: asked }} name="Values of the run" />
    </>
  );
}
