import type { Operation } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { openDialog } from "../../parts/dialog.tsx";
import { Prose } from "../../parts/prose.tsx";
import { askedOf, asks, operationOf, run } from "../../store/actions.ts";
import { filledOf } from "../../store/forms.ts";
import { go, selection } from "../../store/selection.ts";
import { readOnly, state } from "../../store/studio.ts";
import { HydrateForm } from "./hydrate-form.tsx";
import { StepForm } from "./step-form.tsx";
import { Zaps } from "./zaps.tsx";

/** The selected operation: its name, its buttons and its form. */
export function Step() {
  const operation = operationOf(selection.value.op);
  if (!operation) return <NoStep />;
  return (
    <section id="step" class="step" aria-labelledby="step-label">
      <Button
        bare
        icon="back"
        onClick={() => go({ op: undefined, run: undefined })}
        label="Back to the operations"
      >
        Operations
      </Button>
      <h2 id="step-label">
        {operation.label} <code class="quiet">{operation.key}</code>
      </h2>
      <p class="quiet">
        {words[operation.kind]}
        {operation.type && `, ${operation.type.replaceAll("_", " ")}`}
        {operation.hidden && ", hidden from users"}
        {operation.help && (
          <>
            {": "}
            <Prose text={operation.help} />
          </>
        )}
      </p>
      <Body operation={operation} />
      <Methods operation={operation} />
    </section>
  );
}

const words: { readonly [kind in Operation["kind"]]: string } = {
  auth: "The account of the user",
  trigger: "Trigger",
  action: "Action",
  search: "Search",
  hydrator: "Method that gets what was left out until it is needed",
};

function NoStep() {
  return (
    <section id="step" class="step empty">
      <h2>Select an operation</h2>
      <p class="quiet">
        Fill in its fields, run it, and see each stage of the run. <kbd>/</kbd> finds an operation,{" "}
        <kbd>Ctrl K</kbd> any command.
      </p>
    </section>
  );
}

function Body({ operation }: { readonly operation: Operation }) {
  if (operation.kind === "auth") {
    return (
      <div class="buttons">
        <Button main icon="key" onClick={() => openDialog({ name: "connections" })}>
          Accounts…
        </Button>
      </div>
    );
  }
  if (operation.kind === "hydrator") return <HydrateForm operation={operation} />;
  return (
    <>
      <RunButtons operation={operation} />
      {operation.kind === "trigger" && <Zaps operation={operation} />}
      <StepForm key={operation.id} operation={operation} />
    </>
  );
}

function RunButtons({ operation }: { readonly operation: Operation }) {
  const unable = whyNot();
  const on = state.value?.zaps.some((zap) => zap.operation === operation.id && zap.live);
  return (
    <div class="buttons">
      {asks[operation.kind as keyof typeof asks].map(({ kind, word, hint }, index) => (
        <Button
          key={kind}
          main={index === 0}
          disabled={unable !== undefined}
          title={unable ?? hint}
          onClick={() => run(askedOf(operation, kind))}
        >
          {word}
          {index === 0 && <kbd>Ctrl ⏎</kbd>}
        </Button>
      ))}
      {operation.kind === "trigger" && !on && (
        <Button
          icon="power"
          disabled={unable !== undefined}
          title={unable ?? "Begins a Zap: items that are there already will trigger nothing"}
          onClick={() =>
            run({ kind: "turn_on", operation: operation.id, fields: filledOf(operation).values })
          }
        >
          Turn on
        </Button>
      )}
      {unable && <p class="quiet">{unable}</p>}
    </div>
  );
}

/** Why nothing can be run; undefined where it can. */
function whyNot(): string | undefined {
  if (readOnly.value) return "The studio's server is gone.";
  const build = state.value?.build;
  if (build?.status === "broken" && !build.has_script)
    return "There is no script to run: the build is broken.";
  return undefined;
}

function Methods({ operation: { methods, sample } }: { readonly operation: Operation }) {
  return (
    <>
      <p class="methods quiet">
        {methods.length === 0 ? "No scripting: the platform does all of it." : "Scripted: "}
        {methods.map((method, index) => (
          <span key={method}>
            {index > 0 && ", "}
            <code>{method}</code>
          </span>
        ))}
      </p>
      {sample !== undefined && sample !== null && typeof sample === "object" && (
        <details class="sample">
          <summary>Sample</summary>
          <dl>
            {Object.entries(sample).map(([key, value]) => (
              <div key={key}>
                <dt>
                  <code>{key}</code>
                </dt>
                <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
