import { useState } from "preact/hooks";
import type { Operation, ZapState } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { counted, dateAndTime } from "../../parts/format.ts";
import { run } from "../../store/actions.ts";
import { copy } from "../../store/notices.ts";
import { readOnly, state } from "../../store/studio.ts";
import { HookForm } from "./hook-form.tsx";

/** The Zaps that are on with a trigger. */
export function Zaps({ operation }: { readonly operation: Operation }) {
  const zaps = state.value?.zaps.filter((zap) => zap.operation === operation.id && zap.live) ?? [];
  return (
    <>
      {zaps.map((zap) => (
        <ZapPanel key={zap.id} zap={zap} operation={operation} />
      ))}
    </>
  );
}

function ZapPanel({ zap, operation }: { readonly zap: ZapState; readonly operation: Operation }) {
  return (
    <section class="zap box" aria-label={`Zap with ${operation.label}`}>
      <header>
        <h3>This Zap is on</h3>
        <span class="quiet">
          {zap.hook_address ? "It receives hooks." : `${counted(zap.polls, "poll")} so far.`}
        </span>
        <span class="grow" />
        <Button icon="power" disabled={readOnly.value} onClick={() => run({ kind: "turn_off", zap: zap.id })}>
          Turn off
        </Button>
      </header>
      {zap.hook_address ? <Hooks zap={zap} address={zap.hook_address} /> : <Polls zap={zap} />}
    </section>
  );
}

const rhythms = [
  { minutes: 1, label: "every minute" },
  { minutes: 5, label: "every 5 minutes" },
  { minutes: 15, label: "every 15 minutes" },
  { minutes: 60, label: "every hour" },
  { minutes: 1_440, label: "every day" },
];

/** Polls of simulated time: nobody waits for it. */
function Polls({ zap }: { readonly zap: ZapState }) {
  const [polls, setPolls] = useState(1);
  const [minutes, setMinutes] = useState(15);
  return (
    <div class="input-row">
      <label>
        <span class="unseen">Number of polls</span>
        <input
          type="number"
          min={1}
          max={500}
          value={polls}
          onInput={({ currentTarget }) => setPolls(Math.max(1, Math.round(Number(currentTarget.value)) || 1))}
        />
      </label>
      <label>
        <span class="unseen">Simulated time between polls</span>
        <select value={minutes} onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}>
          {rhythms.map((rhythm) => (
            <option key={rhythm.minutes} value={rhythm.minutes}>
              {rhythm.label}
            </option>
          ))}
        </select>
      </label>
      <Button
        main
        disabled={readOnly.value}
        onClick={() => run({ kind: "zap_poll", zap: zap.id, polls, every_minutes: minutes })}
      >
        {polls === 1 ? "Poll once" : `Poll ${polls} times`}
      </Button>
    </div>
  );
}

function Hooks({ zap, address }: { readonly zap: ZapState; readonly address: string }) {
  return (
    <>
      <div class="input-row">
        <code class="address">{address}</code>
        <Button label="Copy the address for hooks" onClick={() => copy(address, "The address")}>
          Copy
        </Button>
      </div>
      <p class="help">
        Any program on this machine can send a hook there
        {zap.expires && `, until ${dateAndTime(zap.expires)}`}.
      </p>
      <HookForm zap={zap} />
    </>
  );
}
