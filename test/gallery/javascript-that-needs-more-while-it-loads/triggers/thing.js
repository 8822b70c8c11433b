import { nonce } from "../nonce.js";

/** @satisfies {import("zapc").Trigger} */
export const trigger = /** @type {const} */ ({
  label: "Movie",
  noun: "Movie",
  help_text: "Triggers when a film opens.",
  url: "https://api.example.com/movies",
  fields: [],
  sample: { id: 1 },
});

export function post_poll(bundle) {
  var data = z.JSON.parse(bundle.response.content);
  for (var i = 0; i < data.length; i++) {
    var movie = data[i];
    movie.id = movie.number;
  }
  return data;
}

export function pre_poll(bundle) {
  bundle.request.headers.Nonce = nonce();
  return bundle.request;
}
