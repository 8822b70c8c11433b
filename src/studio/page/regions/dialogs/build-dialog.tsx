import type { BuildState, FramedDiagnostic } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { duration, timeOfDay } from "../../parts/format.ts";
import { Severity } from "../../parts/status.tsx";
import { attempt } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";

/** The findings of the build, with their code frames. */
export function BuildDialog() {
  const build = state.value?.build;
  const findings =
    build?.status === "broken" ? build.findings : build?.status === "good" ? build.warnings : [];
  return (
    <Dialog title="The build" wide>
      <p>{build && sentenceOf(build)}</p>
      {findings.map((finding) => (
        <Finding key={`${finding.file}:${finding.line}:${finding.column}:${finding.code}`} {...finding} />
      ))}
    </Dialog>
  );
}

function sentenceOf(build: BuildState): string {
  if (build.status === "building") return "Building…";
  if (build.status === "good") {
    const built = `Built at ${timeOfDay(build.built_at)} in ${duration(build.took)}`;
    return `${built}${build.warnings.length === 0 ? ", without a finding." : "."}`;
  }
  return build.has_script
    ? "The build is broken. The last good script stays runnable."
    : "The build is broken, and there is no script to run yet.";
}

function Finding({ severity, code, message, hint, frame, file, line, column }: FramedDiagnostic) {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return (
    <article class="box finding">
      <p>
        <Severity severity={severity} /> <b>{message}</b> <code class="quiet">{code}</code>
      </p>
      {hint && <p class="quiet">{hint}</p>}
      <p class="place">
        <code>{place}</code>
        <Button
          bare
          disabled={readOnly.value}
          label={`Open in editor: ${place}`}
          onClick={() =>
            attempt(
              call("POST /api/open", { file, line: line ?? 1, ...(column !== undefined && { column }) }),
            )
          }
        >
          Open in editor
        </Button>
      </p>
      {frame && <pre class="code frame">{frame}</pre>}
    </article>
  );
}
