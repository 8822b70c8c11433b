/** `$.ajax` and what is built on it would ask the network past `z.request`. */
export function refuseRequests($, refuse) {
  $.ajaxTransport("+*", () => refuse("$.ajax"));
  return $;
}
