import { Button } from "../../parts/button.tsx";
import { openDialog } from "../../parts/dialog.tsx";
import { counted, dateAndTime, duration } from "../../parts/format.ts";
import { Icon } from "../../parts/icon.tsx";
import { accountStatuses, StatusMark } from "../../parts/status.tsx";
import { chooseRuntime, runtime } from "../../store/forms.ts";
import { go, selection } from "../../store/selection.ts";
import { readOnly, state } from "../../store/studio.ts";

/** The app, and all that holds for every run: connection, network, clock, runtime, build. */
export function TopBar() {
  const studio = state.value;
  if (!studio) return null;
  return (
    <header class="top-bar">
      <h1>
        {studio.app.name} <small>studio</small>
      </h1>
      <Connection />
      <Network />
      <Clock />
      <RuntimeChoice />
      <span class="grow" />
      <Build />
      <Button
        bare
        icon="eye"
        title="What was checked, what changed, and zap.js to copy"
        onClick={() => go({ view: selection.value.view === "review" ? undefined : "review" })}
      >
        {selection.value.view === "review" ? "Back to the runs" : "Review and delivery"}
      </Button>
      <Button bare icon="search" label="Commands, Ctrl K" onClick={() => openDialog({ name: "palette" })}>
        <kbd>Ctrl K</kbd>
      </Button>
    </header>
  );
}

function Connection() {
  const { connections = [], selected_connection, metadata } = state.value ?? {};
  if (metadata?.app.auth.type === "none") return <span class="fact quiet">No account needed</span>;
  const selected = connections.find(({ id }) => id === selected_connection);
  return (
    <Button bare icon="key" title="The accounts" onClick={() => openDialog({ name: "connections" })}>
      {selected
        ? `${selected.label ?? selected.name}: ${accountStatuses[selected.status].word}`
        : "Connect an account"}
    </Button>
  );
}

function Network() {
  const live = state.value?.live;
  return (
    <Button bare title="Whether requests may reach the network" onClick={() => openDialog({ name: "live" })}>
      <span class={live ? "network live" : "network"}>
        <Icon name={live ? "globe" : "plug"} />
        {live ? "LIVE" : "OFFLINE"}
      </span>
    </Button>
  );
}

function Clock() {
  const now = state.value?.now ?? null;
  return (
    <Button bare icon="clock" title="The time that scripts see" onClick={() => openDialog({ name: "clock" })}>
      {now === null ? "Present time" : dateAndTime(now)}
    </Button>
  );
}

function RuntimeChoice() {
  return (
    <label class="fact">
      <span class="unseen">Runtime of the next run</span>
      <select
        value={runtime.value}
        disabled={readOnly.value}
        onChange={({ currentTarget }) =>
          chooseRuntime(currentTarget.value === "legacy" ? "legacy" : "converted")
        }
      >
        <option value="converted">Converted runtime</option>
        <option value="legacy">Legacy runtime</option>
      </select>
    </label>
  );
}

function Build() {
  const build = state.value?.build;
  if (build?.status === "building") {
    return (
      <span class="fact status quiet">
        <Icon name="wait" />
        Building…
      </span>
    );
  }
  const open = () => openDialog({ name: "build" });
  if (build?.status === "broken") {
    return (
      <Button bare onClick={open}>
        <StatusMark word={counted(build.findings.length, "finding")} icon="cross" tone="bad" />
      </Button>
    );
  }
  const warnings = build?.warnings.length ?? 0;
  return (
    <Button bare title={build && `Built in ${duration(build.took)}`} onClick={open}>
      {warnings > 0 ? (
        <StatusMark word={counted(warnings, "warning")} icon="warning" tone="warning" />
      ) : (
        <StatusMark word="Built" icon="check" tone="good" />
      )}
    </Button>
  );
}
