import { Button } from "./parts/button.tsx";
import { Icon } from "./parts/icon.tsx";
import { Dialogs } from "./regions/dialogs/dialogs.tsx";
import { Inspector } from "./regions/inspector/inspector.tsx";
import { Operations } from "./regions/operations/operations.tsx";
import { ReviewView } from "./regions/review/review.tsx";
import { Runs } from "./regions/runs/runs.tsx";
import { Step } from "./regions/step/step.tsx";
import { Banners } from "./regions/top-bar/banners.tsx";
import { TopBar } from "./regions/top-bar/top-bar.tsx";
import { notice } from "./store/notices.ts";
import { selection } from "./store/selection.ts";
import { link, state } from "./store/studio.ts";

/** The page. On a narrow screen, the deepest region that the address names is shown alone. */
export function App() {
  if (link.value === "denied") return <Denied />;
  if (!state.value) return <Waiting />;
  const { op, run, view } = selection.value;
  const depth = run !== undefined ? "run" : op !== undefined ? "step" : "list";
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("operations")?.focus()}>
        Skip to the operations
      </button>
      <TopBar />
      <Banners />
      <main class={view === "review" ? undefined : `regions at-${depth}`}>
        {view === "review" ? (
          <ReviewView />
        ) : (
          <>
            <Operations />
            <div class="middle">
              <Step />
              <Runs />
            </div>
            <Inspector />
          </>
        )}
      </main>
      <Notice />
      <Dialogs />
    </>
  );
}

function Waiting() {
  return (
    <main class="alone">
      <h1>zapc studio</h1>
      <p role="status">
        {link.value === "gone"
          ? "The studio does not answer. Run zapc studio, and open the address that it prints."
          : "Opening…"}
      </p>
    </main>
  );
}

function Denied() {
  return (
    <main class="alone">
      <h1>zapc studio</h1>
      <p role="alert">
        This address has no valid token. Open the whole address that <code>zapc studio</code> printed: each
        start has a new one.
      </p>
    </main>
  );
}

/** A notice that something was done, or failed. Screen readers hear it. */
function Notice() {
  const said = notice.value;
  return (
    <div class="notices">
      <div role="status">
        {said?.kind === "done" && (
          <p class="notice">
            <Icon name="check" />
            {said.text}
          </p>
        )}
      </div>
      <div role="alert">
        {said?.kind === "failed" && (
          <p class="notice bad">
            <Icon name="cross" />
            <span>
              {said.text} {said.hint}
            </span>
            <Button
              bare
              icon="cross"
              label="Close the message"
              onClick={() => {
                notice.value = undefined;
              }}
            />
          </p>
        )}
      </div>
    </div>
  );
}
