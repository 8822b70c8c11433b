import { Button } from "../../parts/button.tsx";
import { openDialog } from "../../parts/dialog.tsx";
import { counted } from "../../parts/format.ts";
import { Icon } from "../../parts/icon.tsx";
import { link, state } from "../../store/studio.ts";

/** Banners that hold for the whole page: the server is gone, the build is broken, answers are pinned. */
export function Banners() {
  return (
    <div class="banners">
      <div role="alert">{link.value === "gone" && <Gone />}</div>
      <div role="status">
        <Broken />
      </div>
      <Pinned />
    </div>
  );
}

function Gone() {
  return (
    <p class="banner bad">
      <Icon name="cross" />
      <span>
        The studio's server is gone. The page shows its last state, and nothing can be run until{" "}
        <code>zapc studio</code> runs again at this address.
      </span>
    </p>
  );
}

function Broken() {
  const build = state.value?.build;
  if (build?.status !== "broken") return null;
  const [first] = build.findings;
  return (
    <div class="banner bad">
      <Icon name="cross" />
      <span>
        <b>The build is broken.</b> {first?.message}{" "}
        {build.has_script ? "The last good script stays runnable." : "There is no script to run yet."}
      </span>
      <Button onClick={() => openDialog({ name: "build" })}>
        {build.findings.length > 1 ? `Show all ${build.findings.length} findings` : "Show the finding"}
      </Button>
    </div>
  );
}

function Pinned() {
  const pins = state.value?.pins ?? [];
  if (pins.length === 0) return null;
  return (
    <div class="banner accent">
      <Icon name="pin" />
      <span>
        {counted(pins.length, "answer is", "answers are")} pinned: requests that match are not sent, and the
        runs say so.
      </span>
      <Button onClick={() => openDialog({ name: "pins" })}>Show the pins</Button>
    </div>
  );
}
