import { useEffect, useState } from "preact/hooks";
import type { LargeText, Review } from "../../../api.ts";
import { call } from "../../api/client.ts";
import { download } from "../../api/download.ts";
import { Button } from "../../parts/button.tsx";
import { bytes } from "../../parts/format.ts";
import { Severity } from "../../parts/status.tsx";
import { readWhole } from "../../parts/text.ts";
import { Lines, TextView } from "../../parts/text-view.tsx";
import { attempt, copy, notice } from "../../store/notices.ts";
import { go } from "../../store/selection.ts";
import { state } from "../../store/studio.ts";

/** Review and delivery: the audit, what changed since the last delivery, and zap.js to copy. */
export function ReviewView() {
  const [review, setReview] = useState<Review | "none" | undefined>(undefined);
  const build = state.value?.build;
  const built = build?.status === "good" ? build.built_at : "";
  // Each build has a review of its own.
  useEffect(() => {
    void attempt(call("GET /api/review", undefined)).then((given) => setReview(given ?? "none"));
  }, [built]);
  return (
    <section class="review" aria-labelledby="review-label">
      <header class="run-title">
        <h2 id="review-label">Review and delivery</h2>
        <span class="grow" />
        <Button icon="back" onClick={() => go({ view: undefined })}>
          Back to the runs
        </Button>
      </header>
      {review === undefined && (
        <p class="quiet" role="status">
          Reviewing…
        </p>
      )}
      {review === "none" && (
        <p class="quiet">There is no review: {notice.value?.text ?? "the studio gave none."}</p>
      )}
      {typeof review === "object" && <ReviewContent review={review} />}
    </section>
  );
}

/**
 * The review page. The frame has an origin of its own: nothing in it reaches the studio. Its style and its script are the only ones
 * that the policy of the studio's page allows within a document.
 */
function Framed({ text }: { readonly text: LargeText }) {
  const [page, setPage] = useState<string | undefined>(undefined);
  useEffect(() => {
    void attempt(readWhole(text)).then(setPage);
  }, [text]);
  if (page === undefined) return null;
  return <iframe class="framed" title="Review page" sandbox="allow-scripts" srcdoc={page} />;
}

function ReviewContent({ review: { review_html, audit, delivery, script } }: { readonly review: Review }) {
  return (
    <>
      <div class="buttons">
        <Button main onClick={async () => copy((await attempt(readWhole(script))) ?? "", "zap.js")}>
          Copy zap.js ({bytes(script.size)})
        </Button>
        <Button
          icon="drop"
          title="The page for who reviews it: open it in the browser"
          onClick={() => attempt(download(review_html.id, "review.html"))}
        >
          Save review.html ({bytes(review_html.size)})
        </Button>
      </div>
      <section class="box">
        <h3>Audit</h3>
        {audit.length === 0 && <p class="quiet">The audit has no finding.</p>}
        <ul class="plain">
          {audit.map(({ code, severity, message, hint, file, line }) => (
            <li key={`${code} ${file}:${line} ${message}`}>
              <Severity severity={severity} /> {message} <span class="quiet">{hint}</span>{" "}
              <code class="quiet">{code}</code>
            </li>
          ))}
        </ul>
      </section>
      <section class="box">
        <h3>Since the last delivery</h3>
        {delivery === undefined ? (
          <p class="quiet">Nothing was delivered yet.</p>
        ) : (
          <Lines text={delivery} name="Changes since the last delivery" raw />
        )}
      </section>
      <section class="box">
        <h3>Review page</h3>
        <Framed text={review_html} />
      </section>
      <section class="box">
        <h3>zap.js</h3>
        <TextView text={script} name="zap.js" raw />
      </section>
    </>
  );
}
