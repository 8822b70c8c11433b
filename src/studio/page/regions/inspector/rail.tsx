import type { RunDetail, ShownStage } from "../../../api.ts";
import { openDialog } from "../../parts/dialog.tsx";
import { duration } from "../../parts/format.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { listKeys } from "../../parts/list-keys.ts";
import { go, replace } from "../../store/selection.ts";
import { isEditable, isEditOf } from "../dialogs/editable-parts.ts";

interface RailProps {
  readonly run: RunDetail;
  readonly selected: ShownStage | undefined;
}

/** The stages of a run from top to bottom, each with the requests that were made inside of it. */
export function Rail({ run, selected }: RailProps) {
  const at = selected === undefined ? 0 : run.stages.indexOf(selected) + 1;
  const select = (index: number, how: typeof go) =>
    how({ stage: index === 0 ? undefined : String(index - 1) });
  const onKeyDown = listKeys({
    count: run.stages.length + 1,
    at,
    onMove: (index) => select(index, replace),
    onOpen: () =>
      document.querySelector<HTMLElement>(".stage-detail [role=tab][aria-selected=true]")?.focus(),
    letters: {
      e: () => selected && isEditable(selected) && openDialog({ name: "edit", run: run.id, stage: at - 1 }),
    },
  });
  return (
    <div
      id="stages"
      class="rail list"
      role="listbox"
      tabIndex={0}
      aria-label="Stages of the run"
      aria-activedescendant={`stage-${at}`}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list has the focus. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys. */}
      <div
        id="stage-0"
        class="row"
        role="option"
        aria-selected={at === 0}
        onClick={() => go({ stage: undefined })}
      >
        <span class="label">The whole run</span>
      </div>
      {run.stages.map((stage, index) => (
        <StageRow
          key={`${stage.index} ${stage.title}`}
          run={run}
          stage={stage}
          at={index + 1}
          isSelected={index + 1 === at}
        />
      ))}
    </div>
  );
}

interface StageMark {
  readonly word: string;
  readonly icon: IconName;
  readonly tone?: "bad" | "quiet";
}

const changes: { readonly [changed in ShownStage["changed"]]: StageMark } = {
  "not defined": { word: "not defined", icon: "dash", tone: "quiet" },
  none: { word: "no change", icon: "check" },
  changed: { word: "changed", icon: "change" },
};

function outcomeOf({ error, items, kind, changed }: ShownStage): StageMark {
  if (error) return { word: "threw", icon: "cross", tone: "bad" };
  if (items)
    return {
      word: `${items.filter(({ mark }) => mark === "new").length} new of ${items.length}`,
      icon: "star",
    };
  return kind === "prepared" ? { word: "by the platform", icon: "check" } : changes[changed];
}

interface StageRowProps {
  readonly run: RunDetail;
  readonly stage: ShownStage;
  readonly at: number;
  readonly isSelected: boolean;
}

function StageRow({ run, stage, at, isSelected }: StageRowProps) {
  const { word, icon, tone = "" } = outcomeOf(stage);
  const isEdited =
    run.asked !== null && "edits" in run.asked && run.asked.edits?.some((edit) => isEditOf(edit, stage));
  const show = () => go({ stage: String(at - 1) });
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={`stage-${at}`}
      class={`row stage-row ${tone}`}
      role="option"
      aria-selected={isSelected}
      onClick={show}
    >
      <span class="label">{shortTitle(run, stage)}</span>
      <small class="figures quiet">{duration(stage.took)}</small>
      <span class={tone === "bad" ? "stage-word status bad" : "stage-word quiet"}>
        <Icon name={icon} />
        {word}
        {isEdited && <small class="mark accent">edited</small>}
      </span>
      {stage.requests.map((index) => {
        const request = run.sent[index];
        return (
          request && (
            <span key={index} class="nested quiet">
              {request.method} {pathOf(request.url)} <b>{request.response?.status ?? "no answer"}</b>{" "}
              <small class="mark">{request.answered_by}</small>
            </span>
          )
        );
      })}
    </div>
  );
}

/** `updated_ticket_pre_poll` -> `pre_poll`: the operation is known. */
function shortTitle({ operation }: RunDetail, { title }: ShownStage): string {
  const prefix = `${operation.split("/").at(-1)}_`;
  return title.startsWith(prefix) ? title.slice(prefix.length) : title;
}

/** `https://api.example.com/v2/things?page=1` -> `/v2/things` */
function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return url;
  }
}
