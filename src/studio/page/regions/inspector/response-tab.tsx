import type { RunDetail, ShownStage } from "../../../api.ts";
import { TextView } from "../../parts/text-view.tsx";

/** The answers of a stage, or the result of its method; the result of a whole run. */
export function ResponseTab({
  run,
  stage,
}: {
  readonly run: RunDetail;
  readonly stage: ShownStage | undefined;
}) {
  if (!stage) {
    return run.result ? (
      <TextView text={run.result} name="Result of the run" />
    ) : (
      <p class="quiet">The run has no result.</p>
    );
  }
  const answers = stage.requests.flatMap((index) => run.sent[index]?.response ?? []);
  if (answers.length > 0) {
    return (
      <>
        {answers.map((answer) => (
          <div key={answer.body.id}>
            <h3>Status {answer.status}</h3>
            <TextView text={answer.body} name={`Body of the answer with status ${answer.status}`} />
          </div>
        ))}
      </>
    );
  }
  if (stage.after) return <TextView text={stage.after} name={`Result of ${stage.title}`} />;
  return <p class="quiet">Nothing came back at this stage.</p>;
}
